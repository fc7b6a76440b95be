import { dateInChina } from '#kernel/dates.ts';
import type { Changes } from '../rule.ts';
import type { AgreementAction } from './actions.ts';

/** What each action changes in a matter. */
export const AGREEMENT_CHANGES: Changes<AgreementAction> = {
  MediationStarted: () => ({ agreement: { mediation: 'open' } }),
  MediationFailed: () => ({ agreement: { mediation: 'failed' } }),
  AgreementSigned: (_, { form, dueOn, at }) => ({ stage: 'agreed', agreement: { form, dueOn: dueOn.A38, signedOn: dateInChina(at) } }),
  AgreementEffective: ({ agreement }, { on }) => ({ agreement: { ...agreement, effectiveOn: on } }),
  ConfirmationApplied: ({ agreement }, { on }) => ({ agreement: { ...agreement, confirmationOn: on } }),
  AgreementPerformed: ({ agreement }) => ({ agreement: { ...agreement, outcome: 'performed' } }),
  AgreementBroken: ({ agreement }) => ({ stage: 'inProgress', agreement: { ...agreement, outcome: 'broken' } }),
};
