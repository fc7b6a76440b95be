import { dateInChina } from '#kernel/dates.ts';
import type { Changes } from '../rule.ts';
import type { CollectiveAction } from './actions.ts';

/** What each action changes in a matter. Whoever left is gone from the state as well. */
export const COLLECTIVE_CHANGES: Changes<CollectiveAction> = {
  RosterOpened: ({ collective }, { representatives, round }) => ({
    collective: { members: collective?.members ?? {}, signed: collective?.signed ?? {}, representatives, round },
  }),
  MemberJoined: ({ collective }, { member, card }) => (collective ? { collective: { ...collective, members: { ...collective.members, [member]: card } } } : {}),
  MemberLeft: ({ collective }, { member }) => {
    if (!collective) return {};
    const { [member]: _, ...members } = collective.members;
    const { [member]: __, ...signed } = collective.signed;
    return { collective: { ...collective, members, signed } };
  },
  MemberSignedCommitment: ({ collective }, { member, until, coolingUntil, at }) => {
    if (!collective) return {};
    const own = { on: dateInChina(at), until, ...(coolingUntil && { coolingUntil }) };
    return { collective: { ...collective, signed: { ...collective.signed, [member]: own } } };
  },
  MemberLeftCommitment: ({ collective }, { member, at }) => {
    const own = collective?.signed[member];
    return own ? { collective: { ...collective, signed: { ...collective.signed, [member]: { ...own, cancelledOn: dateInChina(at) } } } } : {};
  },
};
