import type { Matter } from './matter.ts';
import { OUTCOMES } from './papers.ts';

/** The 七有 set of one matter, one file (不变量 38): what must be there before a file is closed. */
export const FILE_ITEMS = {
  catalogue: '卷内目录',
  original: '信访人原件',
  acceptance: '受理（或者不予受理、引导、合并）告知',
  handling: '调查核实和听取陈述的记录',
  reply: '处理意见书或者答复',
  outcome: '落实或者送达的凭证',
  measures: '未落实事项的后续措施说明',
} as const;

export type FileItem = keyof typeof FILE_ITEMS;

/** What this matter's file has to hold: a matter that was never handled has no record of handling. */
export function requiredItems({ acceptedOn, opinion, reply, dutyReply, performance, concluded }: Matter): readonly FileItem[] {
  const always: FileItem[] = ['catalogue', 'original', 'acceptance'];
  if (concluded === 'agreementPerformed') return [...always, 'reply', 'outcome'];
  if (!acceptedOn || concluded === 'withdrawn' || concluded === 'noSuccessor') return always;
  const answered: FileItem[] = opinion || reply || dutyReply ? ['reply', 'outcome'] : [];
  const handled: FileItem[] = opinion ? ['handling'] : [];
  return [...always, ...handled, ...answered, ...(performance && performance !== 'verified' ? (['measures'] as const) : [])];
}

/** The call-back and its record are what was told; where nobody is left, nobody is. */
const TOLD_BY_END: ReadonlySet<string> = new Set(['withdrawn', 'noSuccessor']);

/** What is there, read from what has happened: nobody ticks a box. */
export function itemsPresent(matter: Matter): readonly FileItem[] {
  const went = Object.values(matter.papers).filter(({ state }) => state !== 'failed');
  const has = (...kinds: string[]) => went.some(({ kind }) => kinds.includes(kind));
  const arrived = Object.values(matter.papers).some(({ kind, state }) => OUTCOMES.includes(kind) && state === 'delivered');
  const told =
    has('acceptanceNotice', 'nonAcceptanceNotice', 'guidanceSlip', 'statusNotice', 'routeNotice', 'refusalNotice') ||
    matter.guidedBy === 'petitionDept' ||
    matter.statusPosted ||
    TOLD_BY_END.has(matter.concluded ?? '');
  const found: readonly (readonly [FileItem, boolean])[] = [
    ['catalogue', true], // made of these very items when the file is closed
    ['original', matter.opening !== undefined],
    ['acceptance', told],
    ['handling', matter.investigations > 0 && matter.statements > 0],
    ['reply', has('handlingOpinion', 'suggestionReply', 'dutyReply') || matter.agreement?.signedOn !== undefined],
    ['outcome', arrived || matter.agreement?.outcome === 'performed'],
    ['measures', matter.performance === undefined || matter.performance === 'verified'],
  ];
  return found.filter(([, present]) => present).map(([item]) => item);
}

/** The names of what is still missing before the file may be closed. */
export function missingFromFile(matter: Matter): string[] {
  const present = itemsPresent(matter);
  return requiredItems(matter)
    .filter((item) => !present.includes(item))
    .map((item) => FILE_ITEMS[item]);
}
