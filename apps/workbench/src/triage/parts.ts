/** One arrival may be several things: each becomes a matter with its own clocks and answer, or goes away sealed. */
import type { PartGiven } from '#contexts/intake/contract.ts';

export interface PartDraft {
  readonly title: string;
  readonly text: string; // the span of the original that it quotes
  readonly claims: readonly string[];
  readonly accusation: boolean;
  readonly now: boolean; // classified in the same act
  readonly purpose?: string;
  readonly kind?: string;
  readonly category?: string;
  readonly also?: readonly string[];
  readonly firstTime?: boolean;
  readonly litigation?: boolean;
  readonly general?: boolean;
  readonly repeat?: RepeatFound | undefined; // what a person found it to be beside an earlier matter
}

export interface RepeatFound {
  readonly no: string; // of the earlier matter
  readonly found: string; // which of the proposals, by its place
  readonly grounds: string;
}

/** As many claims as one matter takes: whoever answers has to answer each. */
export const CLAIMS = { most: 20, full: '一件最多写 20 项诉求；还有的，请再分一件，各有期限、各有答复。' } as const;

export const EMPTY_PART: PartDraft = { title: '', text: '', claims: [], accusation: false, now: true, firstTime: true, litigation: false, general: false };

type Wrong = Readonly<Partial<Record<keyof PartDraft, string>>>;

/** What a part still lacks, by field. */
export function wrongIn({ title, text, accusation, now, purpose, kind, category, repeat }: PartDraft): Wrong {
  return {
    ...(title.trim().length < 2 && { title: '写一句发生了什么' }),
    ...(text.trim().length < 2 && { text: '引原文里说这件事的话' }),
    ...(!accusation && now && !purpose && { purpose: '选信访目的' }),
    ...(!accusation && now && !kind && { kind: '选种类' }),
    ...(!accusation && now && !category && { category: '选内容分类' }),
    ...(!accusation && repeat && (!repeat.found || repeat.grounds.trim().length < 2) && { repeat: '选对照的结果，写怎样对照的' }),
  };
}

export const isWhole = (part: PartDraft) => Object.keys(wrongIn(part)).length === 0;

export function toPart({ title, text, claims, accusation, now, repeat: _, ...rest }: PartDraft): PartGiven {
  const part = { title: title.trim(), text: text.trim(), claims: claims.map((claim) => claim.trim()).filter(Boolean), accusation };
  if (accusation || !now) return part;
  const { purpose, kind, category, also = [], firstTime = true, litigation = false, general = false } = rest;
  return { ...part, classify: { purpose, kind, category, also: [...also], firstTime, litigation, general } as NonNullable<PartGiven['classify']> };
}

/** The kind that usually goes with a purpose: proposed, and a person may change it. */
export const KIND_OF: Readonly<Record<string, string>> = { appeal: 'claim', seekResolution: 'claim', suggestion: 'suggestion', reportFacts: 'suggestion' };
