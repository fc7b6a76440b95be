import type { Matter } from '../../matter.ts';
import type { Changes } from '../rule.ts';
import type { PromisesAction } from './actions.ts';
import { NONE, type Commitment } from './state.ts';

/** What each action changes in a matter. */
export const PROMISES_CHANGES: Changes<PromisesAction> = {
  MutualCommitmentSigned: ({ promises = NONE }, { online, until }) => ({ promises: { ...promises, mutual: { online, until } } }),
  MutualCommitmentCancelled: ({ promises = NONE }) => ({
    promises: { ...promises, ...(promises.mutual && { mutual: { ...promises.mutual, cancelled: true } }) },
  }),
  CommitmentMade: ({ promises = NONE }, { part, owner, what, dueOn }) => ({
    promises: { ...promises, commitments: [...promises.commitments, { part, owner, what, dueOn: dueOn.D11, state: 'open' }] },
  }),
  CommitmentVerified: (matter, { part }) => set(matter, part, 'verified'),
  CommitmentRefuted: (matter, { part }) => set(matter, part, 'broken'),
  CommitmentReleased: (matter, { part }) => set(matter, part, 'released'),
  GreenChannelOpened: ({ promises = NONE }, { leader }) => ({ promises: { ...promises, green: { leader, reported: false } } }),
  PreliminaryReportSubmitted: ({ promises = NONE }) => ({ promises: { ...promises, ...(promises.green && { green: { ...promises.green, reported: true } }) } }),
};

function set({ promises = NONE }: Matter, part: string, state: Commitment['state']): Partial<Matter> {
  return { promises: { ...promises, commitments: promises.commitments.map((one) => (one.part === part ? { ...one, state } : one)) } };
}
