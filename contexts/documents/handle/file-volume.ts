import { VOLUME_PAGES } from '../domain/file.ts';
import type { Values } from '../domain/field.ts';
import { sheetOf } from '../render/sheet.ts';
import type { Part, Rendered } from '../render/typst.ts';
import type { MatterFile } from './file.ts';
import type { DocumentsNeeds } from './needs.ts';

/**
 * The whole file as one PDF/A-2a: cover, contents, check list, then everything
 * in order. It is set in one run from the same contents and templates as the
 * papers were, since joining finished PDFs would lose their tags, and with them
 * the conformance; the papers as they were issued lie in the ZIP.
 */
export function bindFile(needs: DocumentsNeeds, { organ, items, cover }: MatterFile): Rendered {
  const { bind } = needs.typesetter();
  const about = { title: `${String(cover.values['subject'])}卷宗`, author: organ, on: cover.facts.issuedOn.split('-').map(Number) };
  const bound = items.filter((item): item is typeof item & { part: Part } => item.part !== undefined);
  const withPages = (pages: number, startsAt: readonly number[]): Part[] => [
    { template: 'F50', paper: coverOf(items, cover, pages, startsAt) },
    ...bound.map(({ part }) => part),
  ];
  const first = bind(about, withPages(0, []));
  const { pdf, pages } = bind(about, withPages(first.pages, first.startsAt)); // the contents have as many lines as before, so nothing moves
  return { pdf, pages };
}

function coverOf(items: MatterFile['items'], { values, facts }: MatterFile['cover'], pages: number, startsAt: readonly number[]) {
  let at = 0;
  const entries = items.map(({ no, author, title, on, part }) => {
    if (!part) return { no, author, title, on, pages: '电子' };
    at += 1;
    return { no, author, title, on, pages: String(startsAt[at] ?? '') };
  });
  const volumes = Math.max(1, Math.ceil(pages / VOLUME_PAGES));
  return sheetOf('F50', { ...values, entries, pages: volumes > 1 ? `${pages}（装订时分${volumes}卷）` : String(pages) } as Values, facts);
}
