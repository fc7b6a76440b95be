import { dateInChina } from '#kernel/dates.ts';
import type { Matter } from '../../matter.ts';
import { unanswered } from '../agreement/state.ts';
import type { Changes } from '../rule.ts';
import type { CollectiveAction } from './actions.ts';

/** What each action changes in a matter. Whoever left is gone from the state as well. */
export const COLLECTIVE_CHANGES: Changes<CollectiveAction> = {
  RosterOpened: ({ collective }, { representatives, round }) => ({
    collective: { ...collective, members: collective?.members ?? {}, signed: collective?.signed ?? {}, representatives, round },
  }),
  MemberJoined: ({ collective }, { member, card }) => (collective ? { collective: { ...collective, members: { ...collective.members, [member]: card } } } : {}),
  MemberLeft: ({ collective, withdrawal, agreement }, { member }) => {
    if (!collective) return {};
    const { [member]: _, ...members } = collective.members;
    const { [member]: __, ...signed } = collective.signed;
    const { [member]: ___, ...bound } = collective.bound ?? {};
    return {
      collective: { ...collective, members, signed, ...(collective.bound && { bound }) },
      ...answered(withdrawal, member, false),
      ...gone(agreement, member),
    };
  },
  MemberAgreedToWithdraw: ({ withdrawal }, { member }) => answered(withdrawal, member, true),
  MemberStays: ({ withdrawal }, { member }) => answered(withdrawal, member, false),
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

/** With the name goes what they had said to an agreement; what the unit promised for it stands. */
function gone(agreement: Matter['agreement'], member: string): Partial<Matter> {
  const { offer } = agreement ?? {};
  return offer ? { agreement: { ...agreement, offer: { ...offer, ...unanswered(offer, member) } } } : {};
}

/** Whoever has not said so stays. */
function answered(withdrawal: Matter['withdrawal'], member: string, agrees: boolean): Partial<Matter> {
  if (!withdrawal) return {};
  const { agreed = [], ...rest } = withdrawal;
  const others = agreed.filter((one) => one !== member);
  const all = agrees ? [...others, member] : others;
  return { withdrawal: { ...rest, ...(all.length > 0 && { agreed: all }) } };
}
