import { dateInChina } from '#kernel/dates.ts';
import type { Changes } from '../rule.ts';
import { NONE } from '../promises/state.ts';
import type { AgreementAction } from './actions.ts';
import { unanswered, type Agreement } from './state.ts';

/** What each action changes in a matter. Whoever of a group agreed is bound by what they agreed to, and by nothing later. */
export const AGREEMENT_CHANGES: Changes<AgreementAction> = {
  MediationStarted: ({ agreement }) => ({ agreement: { ...counted(agreement), mediation: 'open' } }),
  MediationFailed: ({ agreement }) => ({ agreement: { ...counted(agreement), mediation: 'failed' } }),
  AgreementOffered: ({ agreement }, { form, offer, until, terms }) => ({
    agreement: { ...agreement, offers: offer, offer: { no: offer, form, until, terms, agreed: [] } },
  }),
  MemberAgreed: ({ agreement }, { member }) => answered(agreement, member, true),
  MemberDidNotAgree: ({ agreement }, { member }) => answered(agreement, member, false),
  AgreedBySome: ({ agreement, collective, promises = NONE }, { members, part }) => ({
    promises: { ...promises, withSome: [...(promises.withSome ?? []), part] },
    agreement: { ...counted(agreement), ...(agreement?.mediation && { mediation: agreement.mediation }) },
    ...(collective && { collective: { ...collective, bound: { ...collective.bound, ...Object.fromEntries(members.map((member) => [member, part])) } } }),
  }),
  AgreementSigned: ({ agreement }, { form, dueOn, performingUnit, at }) => ({
    stage: 'agreed',
    agreement: { ...counted(agreement), form, dueOn: dueOn.A38, signedOn: dateInChina(at), ...(performingUnit && { performingUnit }) },
  }),
  AgreementEffective: ({ agreement }, { on }) => ({ agreement: { ...agreement, effectiveOn: on } }),
  ConfirmationApplied: ({ agreement }, { on }) => ({ agreement: { ...agreement, confirmationOn: on } }),
  AgreementPerformed: ({ agreement }) => ({ agreement: { ...agreement, outcome: 'performed' } }),
  AgreementBroken: ({ agreement }) => ({ stage: 'inProgress', agreement: { ...agreement, outcome: 'broken' } }),
};

/** So that an answer to an old offer is never taken for one to a new. */
const counted = (agreement: Agreement | undefined): Agreement => (agreement?.offers ? { offers: agreement.offers } : {});

function answered(agreement: Agreement | undefined, member: string, agrees: boolean): { agreement?: Agreement } {
  if (!agreement?.offer) return {};
  const { agreed, declined } = unanswered(agreement.offer, member);
  const said = agrees ? { agreed: [...agreed, member], declined } : { agreed, declined: [...declined, member] };
  return { agreement: { ...agreement, offer: { ...agreement.offer, ...said } } };
}
