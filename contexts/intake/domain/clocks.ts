import { advance, recalculate } from '#kernel/clocks/engine.ts';
import { BY_WEB, IN_PERSON } from '#kernel/channels.ts';
import type { Reading, Readings } from '#kernel/clocks/reading.ts';
import { EVERY_KIND, type Fact, type Kind } from '#kernel/clocks/rule.ts';
import type { Law } from '#kernel/law.ts';
import type { Intake, IntakeAction } from './intake.ts';

/** Records that are no words of the law: they move no clock. */
const BESIDE = ['CodeReplaced', 'PartSealed', 'PartReturned', 'CallLinked', 'CallUnlinked'] as const satisfies readonly IntakeAction['type'][];
const isBeside = (type: IntakeAction['type']): type is (typeof BESIDE)[number] => (BESIDE as readonly string[]).includes(type);

/**
 * The clocks of an intake. Until a person has classified it, it counts as every
 * kind; once it has become matters, they carry its clocks on and it has none.
 */
export function intakeClocks(clocks: Readings, after: Intake, action: IntakeAction, law: Law, calendar: string): Readings {
  if (after.stage === 'split' || after.stage === 'sealed') return {};
  const { type, at, by } = action;
  if (type === 'TermsRecounted') return recalculate(clocks, calendar, law);
  if (isBeside(type)) return clocks;
  return advance(clocks, { type, at, calendar, unit: by.unit }, situationOf(after), law);
}

function situationOf(intake: Intake) {
  const { received, desk, firstReceipt, purpose } = intake;
  const kinds: ReadonlySet<Kind> = purpose ? new Set<Kind>(['intake']) : EVERY_KIND;
  return {
    kinds,
    facts: new Set(factsOf(intake)),
    holders: {
      ...(desk && { receivingOrgan: desk, answerableOrgan: desk, receptionist: desk }),
      ...(desk && (received?.isPetitionDept ? { petitionDept: desk } : { directUnit: desk })),
      petitioner: '信访人',
    },
    ...(firstReceipt && { firstReceipt }),
  };
}

function* factsOf({ received }: Intake): Generator<Fact> {
  if (!received) return;
  if (IN_PERSON.has(received.channel)) yield 'inPerson';
  if (BY_WEB.has(received.channel)) yield 'byWeb';
  if (received.channel === 'letter') yield 'byLetter';
  yield received.contactKnown ? 'contactKnown' : 'contactUnknown';
  if (!received.isPetitionDept) yield 'notPetitionDept';
  if (received.level !== 'township') yield `level.${received.level}`;
}

/** The duty that is due first: what the desk of the channel sees beside an intake that waits. */
export function mostUrgent(clocks: Readings): Reading | undefined {
  return Object.values(clocks)
    .filter(({ stoppedOn, role }) => !stoppedOn && role !== 'petitioner')
    .sort((one, other) => (one.targetOn < other.targetOn ? -1 : 1))[0];
}
