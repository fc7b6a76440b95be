import { addDays } from '#kernel/dates.ts';
import type { PromisesCommand } from '#contexts/casework/domain/ways/promises/commands.ts';
import type { Makers, Making } from './making.ts';

export function promisesMakers({ matter, today, units, handler, grounds, below, pick, yes, as }: Making): Makers<PromisesCommand> {
  const outside = matter.petitionDept ?? units.government;
  const no = 1 + below(Math.max(1, matter.promises?.commitments.length ?? 1));
  const says = () => pick(['petitionerConfirms', 'petitionerDenies', 'petitionerNotReached'] as const);
  return {
    signInstruction: () => ({ type: 'signInstruction', instruction: grounds, ...as(handler) }),
    formTaskForce: () => ({ type: 'formTaskForce', charter: grounds, ...as(handler) }),
    meetPetitioner: () => ({ type: 'meetPetitioner', on: today, record: grounds, ...as(handler) }),
    declineMeeting: () => ({ type: 'declineMeeting', statement: grounds, ...as('信访人') }),
    signCommitment: () => {
      const offered = (matter.promises?.commitments ?? []).some(({ owner, state }) => owner === matter.handlingUnit && state === 'open');
      const signedAs = pick(['witnessed', 'online'] as const);
      const witness = yes() ? { witness: grounds } : {};
      const signed = { type: 'signCommitment', steps: grounds, until: addDays(today, below(10)) } as const;
      return offered && signedAs === 'online' ? { ...signed, signedAs, ...as('信访人') } : { ...signed, signedAs, ...witness, ...as(handler) };
    },
    cancelCommitment: () => ({ type: 'cancelCommitment', ...as('信访人') }),
    makeCommitment: () => ({ type: 'makeCommitment', owner: handler, what: grounds, dueOn: addDays(today, below(20)), ...as(handler) }),
    verifyCommitment: () => ({ type: 'verifyCommitment', no, answer: says(), evidence: grounds, ...as(outside) }),
    releaseCommitment: () => ({ type: 'releaseCommitment', no, grounds, ...as(outside) }),
    openGreenChannel: () => ({ type: 'openGreenChannel', grounds, ...as(units.government) }),
    submitPreliminaryReport: () => ({ type: 'submitPreliminaryReport', report: grounds, ...as(handler) }),
    releaseLocalTerm: () => ({ type: 'releaseLocalTerm', grounds, ...as(outside) }),
  };
}
