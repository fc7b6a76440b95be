import type { Changes } from '../rule.ts';
import type { CollectiveAction } from './actions.ts';

/** What each action changes in a matter. Whoever left is gone from the state as well. */
export const COLLECTIVE_CHANGES: Changes<CollectiveAction> = {
  RosterOpened: ({ collective }, { representatives, round }) => ({ collective: { members: collective?.members ?? {}, representatives, round } }),
  MemberJoined: ({ collective }, { member, card }) => (collective ? { collective: { ...collective, members: { ...collective.members, [member]: card } } } : {}),
  MemberLeft: ({ collective }, { member }) => {
    if (!collective) return {};
    const { [member]: _, ...members } = collective.members;
    return { collective: { ...collective, members } };
  },
};
