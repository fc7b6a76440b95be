import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { readable } from '#kernel/readable.ts';
import type { Faces } from './faces.ts';

const TEMPLATES = new URL('../../../data/templates/', import.meta.url).pathname;

export interface Rendered {
  readonly pdf: Buffer;
  readonly pages: number;
}

export type Typesetter = (template: string, paper: object) => Rendered;

/** One paper of a volume. */
export interface Part {
  readonly template: string;
  readonly paper: object;
  readonly picture?: Buffer; // lies beside its template as picture.jpg
}

/** Several papers, one after the other, as one PDF: each with its own layout and its own page numbers. */
export type Binder = (
  about: { readonly title: string; readonly author: string; readonly on: readonly number[] },
  parts: readonly Part[],
) => Rendered & {
  readonly startsAt: readonly number[]; // of each part, counted through the volume
};

/**
 * Typst, with our faces only. Words of people reach it as data, never as
 * source, so nothing that somebody wrote can be taken for a command. The
 * check of PDF/A-2a is Typst's own: what does not conform is not made.
 */
export function openTypesetter({ files, families }: Pick<Faces, 'files' | 'families'>, workspace = TEMPLATES): { typeset: Typesetter; bind: Binder } {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...files] }] });
  const input = (paper: object) => readable(JSON.stringify({ ...paper, faces: families }));

  function compile<Found>(mainFilePath: string, inputs: Record<string, string>, find: (document: NodeTypstDocument) => Found): Rendered & { found: Found } {
    const compiled = compiler.compile({ mainFilePath, inputs });
    const document = compiled.result;
    if (!document) throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    const rendered = { pdf: compiler.pdf(document, { pdfStandard: 'a-2a' }), pages: document.numOfPages, found: find(document) };
    compiler.evictCache(10);
    return rendered;
  }

  return {
    typeset(template, paper) {
      const { pdf, pages } = compile(`${workspace}${template}.typ`, { paper: input(paper) }, () => undefined);
      return { pdf, pages };
    },
    bind(about, parts) {
      const library = readdirSync(join(workspace, 'lib')).map((name) => ({ name, text: readFileSync(join(workspace, 'lib', name), 'utf8') }));
      const shadows: [string, string][] = parts.flatMap(({ template }, index): [string, string][] => [
        [`part-${index}/${template}.typ`, readFileSync(join(workspace, `${template}.typ`), 'utf8')],
        ...library.map(({ name, text }): [string, string] => [`part-${index}/lib/${name}`, text.replace('#let part = none', `#let part = "${index}"`)]),
      ]);
      const pictures = parts.flatMap(({ picture }, index): [string, Buffer][] => (picture ? [[`part-${index}/picture.jpg`, picture]] : []));
      const shadowed: readonly [string, string | Buffer][] = [...shadows, ...pictures, ['volume.typ', volume(about, parts)]];
      try {
        for (const [path, content] of shadowed) compiler.mapShadow(`${workspace}${path}`, Buffer.from(content));
        const inputs = Object.fromEntries(parts.map(({ paper }, index) => [`paper-${index}`, input(paper)]));
        const { pdf, pages, found } = compile(
          `${workspace}volume.typ`,
          inputs,
          (document) => compiler.query(document, { selector: '<starts>' }) as { value: number[] }[],
        );
        return { pdf, pages, startsAt: found[0]?.value ?? [] };
      } finally {
        for (const [path] of shadowed) compiler.unmapShadow(`${workspace}${path}`);
      }
    },
  };
}

/** Only names of our own templates and numbers stand in this source. */
function volume({ title, author, on: [year, month, day] }: Parameters<Binder>[0], parts: readonly Part[]): string {
  const bound = parts.map(({ template }, index) => `#counter(page).update(1)\n#include "part-${index}/${template}.typ"\n`);
  return `#set document(title: ${JSON.stringify(title)}, author: ${JSON.stringify(author)}, date: datetime(year: ${year}, month: ${month}, day: ${day}))\n${bound.join('')}#context [#metadata(range(${parts.length}).map(part => {
  let end = label("end-" + str(part))
  locate(end).page() - counter(page).at(end).first() + 1
})) <starts>]
`;
}
