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
    offerAgreement: () => ({
      type: 'offerAgreement',
      form: pick(['mediation', 'settlement'] as const),
      terms: grounds,
      dueOn: addDays(today, below(40)),
      ...as(handler),
    }),
    answerAgreement: () => ({
      type: 'answerAgreement',
      member: pick([...Object.keys(matter.collective?.members ?? {}), '成员9']),
      agrees: below(6) > 0,
      offer: (matter.agreement?.offers ?? 0) - (below(8) === 0 ? 1 : 0), // now and then to one that was replaced
      ...as(below(6) > 0 ? '信访人' : handler), // an office tries as well, and is refused
    }),
    signAgreement: () => ({
      type: 'signAgreement',
      form: matter.agreement?.offer?.form ?? pick(['mediation', 'settlement'] as const),
      petitionerFree: mostly(),
      otherFree: mostly(),
      terms: grounds,
      scan: grounds,
      dueOn: matter.agreement?.offer?.until ?? addDays(today, below(40)),
      ...(Number(today.slice(-2)) % 3 === 0 && { performingUnit: units.handlers.find((unit) => unit !== handler) ?? handler }),
      ...((matter.opening?.people ?? 1) > 1 && { everybody: below(4) > 0 }),
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
