import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Faces } from './faces.ts';

const TEMPLATES = new URL('../../../data/templates/', import.meta.url).pathname;

export interface Rendered {
  readonly pdf: Buffer;
  readonly pages: number;
}

export type Typesetter = (template: string, paper: object) => Rendered;

/**
 * Typst, with our faces only. Words of people reach it as data, never as
 * source, so nothing that somebody wrote can be taken for a command. The
 * check of PDF/A-2a is Typst's own: what does not conform is not made.
 */
export function openTypesetter({ files, families }: Pick<Faces, 'files' | 'families'>, workspace = TEMPLATES): Typesetter {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...files] }] });
  return (template, paper) => {
    const inputs = { paper: JSON.stringify({ ...paper, faces: families }) };
    const compiled = compiler.compile({ mainFilePath: `${workspace}${template}.typ`, inputs });
    const document = compiled.result;
    if (!document) throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    const rendered = { pdf: compiler.pdf(document, { pdfStandard: 'a-2a' }), pages: document.numOfPages };
    compiler.evictCache(10);
    return rendered;
  };
}
