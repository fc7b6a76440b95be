/** People of the offices, and for which unit each acts in which roles. Never a petitioner. */
import type { PlainDate } from '#kernel/dates.ts';
import type { Role } from '#kernel/roles.ts';

export interface Person {
  readonly id: string; // the same id everywhere, in history too
  readonly region: string; // where the account is kept
  readonly name: string;
  readonly phone: string; // the office's, told to petitioners (不变量 21)
}

/** A post: one person acts for one unit. Somebody with two posts has two of these. */
export interface Membership {
  readonly unit: string;
  readonly person: string;
  readonly nth: number; // which of the person's posts; 0 is the main one, with which one signs in
  readonly post: string; // 信访专员
  readonly roles: readonly Role[];
  readonly from: PlainDate;
  readonly to?: PlainDate; // last day
  readonly standsInFor?: string; // 代班: the person whose roles these are for the time
}

export function isActiveOn({ from, to }: Membership, day: PlainDate): boolean {
  return from <= day && (!to || day <= to);
}
