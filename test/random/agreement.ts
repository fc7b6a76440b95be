import { addDays } from '#kernel/dates.ts';
import type { AgreementCommand } from '#contexts/casework/domain/ways/agreement/commands.ts';
import type { Makers, Making } from './making.ts';

export function agreementMakers({ matter, today, units, handler, grounds, below, pick, as }: Making): Makers<AgreementCommand> {
  const mostly = () => below(6) > 0;
  return {
    startMediation: () => ({
      type: 'startMediation',
      petitionerConsents: mostly(),
      otherConsents: mostly(),
      discretion: mostly(),
      record: grounds,
      ...as(handler),
    }),
    failMediation: () => ({ type: 'failMediation', grounds, ...as(handler) }),
    signAgreement: () => ({
      type: 'signAgreement',
      form: pick(['mediation', 'settlement'] as const),
      petitionerFree: mostly(),
      otherFree: mostly(),
      terms: grounds,
      dueOn: addDays(today, below(40)),
      ...as(handler),
    }),
    recordAgreementEffect: () => ({ type: 'recordAgreementEffect', on: today, ...as(handler) }),
    applyConfirmation: () => ({ type: 'applyConfirmation', on: today, court: grounds, ...as(handler) }),
    performAgreement: () => ({
      type: 'performAgreement',
      answer: pick(['petitionerConfirms', 'petitionerDenies', 'petitionerNotReached'] as const),
      evidence: grounds,
      ...as(matter.petitionDept ?? units.government),
    }),
  };
}
