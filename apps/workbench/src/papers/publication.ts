/** A paper that hangs where everybody sees it is not sent: how far it is, and what can be done with it now, stand on its matter. */
import type { MatterPage } from '#contexts/casework/contract.ts';
import type { PaperItem } from '#contexts/documents/contract.ts';
import { CATALOGUE } from '#contexts/documents/domain/catalogue.ts';

/** What happened last says how far it is. */
const STATES: Readonly<Record<string, { readonly word: string; readonly tag: string }>> = {
  PublicationProposed: { word: '公示稿已签发，还没有告知信访人', tag: 'tag a' },
  PublicationTold: { word: '已告知信访人，等过异议期再发布', tag: 'tag a' },
  PublicationObjected: { word: '信访人有异议，答复以前不公示', tag: 'tag s' },
  PublicationObjectionAnswered: { word: '异议已答复', tag: 'tag a' },
  PublicationReleased: { word: '已发布公示，到期自动撤下', tag: 'tag g' },
  PublicationTakenDown: { word: '公示已撤下', tag: 'tag q' },
};

const ACTS = ['tellPublication', 'answerObjection', 'releasePublication', 'takeDownPublication'];

export interface Publication {
  readonly word: string;
  readonly tag: string;
  readonly acts: readonly { readonly command: string; readonly label: string }[];
}

/** Only the newest such paper is on its way; one that was signed anew took the place of those before. */
export function publicationOf(
  { code, no }: Pick<PaperItem, 'code' | 'no'>,
  papers: readonly Pick<PaperItem, 'code' | 'no'>[],
  page?: Pick<MatterPage, 'timeline' | 'can'>,
): Publication | undefined {
  if (!page || !CATALOGUE[code].published) return undefined;
  if (papers.some((other) => other.code === code && other.no > no)) return { ...STATES.PublicationTakenDown!, acts: [] };
  const last = page.timeline.toSorted((one, other) => one.n - other.n).findLast(({ type }) => type in STATES);
  const acts = ACTS.flatMap((command) => page.can.filter((each) => each.command === command));
  return last && { ...STATES[last.type]!, acts };
}
