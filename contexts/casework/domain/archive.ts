import type { Matter } from './matter.ts';

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
export function requiredItems({ acceptedOn, opinion, reply, performance }: Matter): readonly FileItem[] {
  const always: FileItem[] = ['catalogue', 'original', 'acceptance'];
  if (!acceptedOn) return always;
  const answered: FileItem[] = opinion || reply ? ['reply', 'outcome'] : [];
  const handled: FileItem[] = opinion ? ['handling'] : [];
  return [...always, ...handled, ...answered, ...(performance && performance !== 'verified' ? (['measures'] as const) : [])];
}

export function missingFromFile(matter: Matter, items: readonly string[]): string[] {
  return requiredItems(matter)
    .filter((item) => !items.includes(item))
    .map((item) => FILE_ITEMS[item]);
}
