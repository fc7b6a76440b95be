/** Terms that a new holiday notice moved, as every history holds them and as they are told. */
import type { PlainDate } from '../dates.ts';
import type { Done } from '../decider.ts';
import { chineseBeside, shortChinese } from '../words.ts';
import { CLOCKS } from './index.ts';
import type { ClockId } from './rule.ts';

/** From which day to which; never to before a day that was told. */
export interface MovedTerm {
  readonly key: string; // of its reading: 'A03', 'A06@assignment/2'
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export type TermsRecounted = Done & { readonly type: 'TermsRecounted'; readonly moved: readonly MovedTerm[] };

export const RECOUNTED = '放假安排公布，在走的期限重新计算';

/** A06 of 'A06@assignment/2', A17 of 'A17#2'. */
export const clockOfKey = (key: string) => key.split(/[@#]/)[0] as ClockId;

export const nameOfMoved = ({ key }: MovedTerm) => CLOCKS[clockOfKey(key)].name;

/** 由1月4日改为1月5日 */
export const daysOfMoved = ({ from, to }: MovedTerm) => `由${shortChinese(from)}改为${chineseBeside(to, from)}`;
