import { dateInChina } from '#kernel/dates.ts';
import type { Changes } from '../rule.ts';
import type { WithdrawalAction } from './actions.ts';

/** What each action changes in a matter. A key that is taken away is gone from the state. */
export const WITHDRAWAL_CHANGES: Changes<WithdrawalAction> = {
  WithdrawalRequested: (_, { at }) => ({ withdrawal: { requestedOn: dateInChina(at) } }),
  WithdrawalNotConfirmed: () => ({ withdrawal: undefined }) as never,
  WithdrawnBySome: () => ({ withdrawal: undefined }) as never,
  RecheckRequestWithdrawn: ({ hearings, review, withdrawal }, { at }) =>
    ({
      stage: 'inProgress',
      withdrawal: undefined,
      recheck: undefined,
      review: review && { ...review, recheckWithdrawn: { requestedOn: withdrawal?.requestedOn ?? dateInChina(at), confirmedOn: dateInChina(at) } },
      performance: undefined, // what an unsent recheck opinion had promised
      ...(hearings && { hearings: hearings.map((one) => (one.instance === 'recheck' && one.state !== 'reported' ? { ...one, state: 'cancelled' } : one)) }),
    }) as never,
  MatterWithdrawn: ({ stage, withdrawal }, { at }) => ({
    stage: 'withdrawn',
    withdrawal: { requestedOn: withdrawal?.requestedOn ?? dateInChina(at), confirmedOn: dateInChina(at), before: stage },
  }),
  WithdrawalUndone: ({ withdrawal }) => ({ stage: withdrawal?.before ?? 'triaged', withdrawal: undefined }) as never,
};
