import type { PlainDate } from '#kernel/dates.ts';

/** What the unit has promised in the matter, and the 双向承诺书 that the petitioner may sign or has signed (rights R7, 不变量 23). */
export interface PublicCommitment {
  readonly unit: string;
  readonly promises: readonly PublicPromise[];
  readonly offer?: { readonly parts: readonly string[]; readonly until: PlainDate }; // may be signed now
  readonly signed?: Signed;
  readonly ofGroup?: true; // several people brought it: each signs for themselves or not at all
}

export interface PublicPromise {
  readonly part: string; // 'commitment/1'
  readonly owner: string;
  readonly what: string;
  readonly dueOn: PlainDate;
  readonly state: 'open' | 'verified' | 'broken' | 'released';
}

export interface Signed {
  readonly on: PlainDate;
  readonly online: boolean;
  readonly until: PlainDate;
  readonly coolingUntil?: PlainDate; // signed online: to think it over
  readonly cancelledOn?: PlainDate;
}
