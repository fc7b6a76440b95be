import type { PlainDate } from '#kernel/dates.ts';
import type { PaperCode } from './kind.ts';

/**
 * 一案一档: the order inside one file (文书 2): 办结汇总, 处理材料, 交办或来信来访材料, 其他.
 * Inside a section by day.
 */
export const SECTIONS = ['summary', 'handling', 'incoming', 'other'] as const;
export type Section = (typeof SECTIONS)[number];

export const SECTION_NAMES: Readonly<Record<Section, string>> = {
  summary: '办结汇总',
  handling: '处理材料',
  incoming: '交办或来信来访材料',
  other: '其他',
};

const INCOMING: readonly PaperCode[] = ['F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F11', 'F12', 'F13', 'F14', 'F31', 'F44', 'F60'];
const OTHER: readonly PaperCode[] = ['F38', 'F39', 'F40', 'F41', 'F42', 'F45', 'F46', 'F51', 'F52', 'F53', 'F61'];

/** 密件 belong to the sealed line and its own file; F50 is made anew with each file; what a counsellor keeps is not the matter's. */
const NEVER: readonly PaperCode[] = ['F47', 'F50', 'F54', 'F55', 'F62'];

export const isFiled = (code: PaperCode) => !NEVER.includes(code);

export function sectionOf(code: PaperCode): Section {
  if (code === 'F32') return 'summary';
  if (INCOMING.includes(code)) return 'incoming';
  return OTHER.includes(code) ? 'other' : 'handling';
}

export interface Filed {
  readonly section: Section;
  readonly on: PlainDate;
}

/** By section, then by day; what came first stays first. */
export const inOrder = <Item extends Filed>(items: readonly Item[]): Item[] =>
  [...items].sort((one, other) => SECTIONS.indexOf(one.section) - SECTIONS.indexOf(other.section) || (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));

export const VOLUME_PAGES = 200; // of one volume at most

/** A name that every file system takes. */
export const fileName = (name: string) => name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '_').slice(0, 80);
