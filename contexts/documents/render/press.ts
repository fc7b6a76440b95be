import { loadFaces, type Faces } from './faces.ts';
import { openTypesetter, type Binder, type Typesetter } from './typst.ts';

interface Press {
  readonly typeset: Typesetter;
  readonly bind: Binder;
  readonly faces: Faces;
}

/** Faces and typesetter of this process, opened when first asked for and then kept. */
export function openPress(fontFolder?: string): () => Press {
  let press: Press | undefined;
  return () => {
    if (press) return press;
    const faces = loadFaces(fontFolder);
    press = { faces, ...openTypesetter(faces) };
    return press;
  };
}
