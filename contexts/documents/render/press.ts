import { loadFaces, type Faces } from './faces.ts';
import { openTypesetter, type Typesetter } from './typst.ts';

/** Faces and typesetter of this process, opened when first asked for and then kept. */
export function openPress(fontFolder?: string): () => { readonly typeset: Typesetter; readonly faces: Faces } {
  let press: { typeset: Typesetter; faces: Faces } | undefined;
  return () => {
    if (press) return press;
    const faces = loadFaces(fontFolder);
    press = { faces, typeset: openTypesetter(faces) };
    return press;
  };
}
