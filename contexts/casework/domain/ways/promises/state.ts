import type { Done, Words } from '#kernel/decider.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { PromisesAction } from './actions.ts';

/** What has been promised in a matter: every promise has an owner, a date, and an end that the petitioner confirms. */
export interface Promises {
  readonly commitments: readonly Commitment[];
  readonly mutual?: Mutual;
  readonly withSome?: readonly string[]; // the promises of agreements with some of a group: whoever did not agree has no part in them
  readonly green?: { readonly leader: string; readonly reported: boolean };
}

export interface Commitment {
  readonly part: string; // 'commitment/1'
  readonly owner: string;
  readonly dueOn: PlainDate;
  readonly what: Words;
  readonly state: 'open' | 'verified' | 'broken' | 'released';
}

/** 双向承诺书: it binds the unit; what the petitioner says in it has no effect that anybody could enforce (rights R7, 不变量 23). */
export interface Mutual {
  readonly online: boolean;
  readonly until: PlainDate;
  readonly cancelled?: true;
}

interface WithPromises {
  readonly promises?: Promises;
}

export const NONE: Promises = { commitments: [] };

/** Printed on every 双向承诺书; a form without it does not exist (rights R7). */
export const SAVING_CLAUSE =
  '本承诺书自愿签订，随时可以退出。信访人不因签订而放弃申请复查、复核，补充新的事实和理由，投诉拖延，以及依法信访的权利；信访人没有做到的，不产生任何后果。';

export const commitmentsOf = ({ promises }: WithPromises): readonly Commitment[] => promises?.commitments ?? [];
export const commitmentNo = (matter: WithPromises, no: number) => commitmentsOf(matter).find(({ part }) => part === `commitment/${no}`);

/** The next promise of a matter, numbered within it. */
export function commitmentMade(
  matter: WithPromises,
  { owner, what, dueOn }: Pick<Commitment, 'owner' | 'what' | 'dueOn'>,
  done: Done,
): Extract<PromisesAction, { type: 'CommitmentMade' }> & Done {
  return { type: 'CommitmentMade', part: `commitment/${commitmentsOf(matter).length + 1}`, owner, what, dueOn: { D11: dueOn }, ...done };
}
