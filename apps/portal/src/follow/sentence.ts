import { CLOCKS } from '#kernel/clocks/index.ts';
import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { drivingClock, stateOf } from '#contexts/transparency/domain/light.ts';
import type { PublicClock, PublicMatter } from '#contexts/transparency/domain/progress.ts';
import { day } from '../words/dates.ts';
import { officeIn, wordsOf } from '../words/index.ts';

export interface Sentence {
  readonly before: string;
  readonly date?: string;
  readonly after: string;
  readonly more: string;
  readonly text: string; // all of it, for the title of the window
}

/** Stages that are about being told what happens. Later the sentence is about the answer, and must not borrow the date of a notice. */
const BEFORE: readonly PublicMatter['stage'][] = ['registered', 'triaged', 'awaitingAcceptance', 'objectionPending'];
const isNotice = ({ id }: PublicClock) => ['A03', 'A04', 'A05', 'A06', 'A08', 'A16', 'A48'].includes(id);

/** Beside the answer itself: to meet, to sign, to keep a promise. Their dates are said with what is owed, never as that of the answer. */
const BESIDE: readonly PublicClock['id'][] = [
  'A12',
  'A13',
  'A41',
  'A44',
  'A47',
  'C07b',
  'C07c',
  'D03',
  'D05',
  'D06a',
  'D06b',
  'D07',
  'D08',
  'D10',
  'D11',
  'E04',
  'E06',
];

/** Nothing goes on in it any more. */
export const ENDED: readonly PublicMatter['stage'][] = ['merged', 'guided', 'notAccepted', 'concluded', 'archived'];

/** State, who, by when, in one sentence; and what the petitioner has to do, which is nearly always nothing. */
export function sentenceOf(frame: Frame, matter: PublicMatter): Sentence {
  const { progress } = wordsOf(frame);
  const clock = drivingClock(matter, frame.today);
  const unit = officeIn(frame, clock && !clock.mine ? clock.holder : (matter.answerable?.short ?? ''));
  const state = clock && stateOf(clock, frame.today);
  if (clock && (state === 'late' || state === 'missed')) {
    const [before, after] = progress[state](officeIn(frame, clock.holder), owedBy(frame, clock));
    return whole(before, day(clock.legalOn, frame.language), after, state === 'late' ? progress.sorry : progress.notLaw);
  }
  const ended = ENDED.includes(matter.stage);
  const more = ended ? afterEnd(frame, matter, clock) : matter.stage === 'opinionDelivered' ? progress.canAsk : progress.nothing;
  if (ended || !clock || (matter.stage === 'opinionDelivered' && !clock.mine)) {
    const [text] = ended ? progress.says[matter.stage]('', '') : [progress.saysNoDate[matter.stage](unit)];
    return whole(text, undefined, '', more);
  }
  if ((isNotice(clock) && !BEFORE.includes(matter.stage)) || BESIDE.includes(clock.id)) {
    const [before, after] = progress.owes(unit, owedBy(frame, clock));
    return whole(`${progress.saysNoDate[matter.stage](unit)}${before}`, day(clock.legalOn, frame.language), after, more);
  }
  const [before, date, after] = progress.says[matter.stage](unit, day(clock.legalOn, frame.language)) as readonly [string, string?, string?];
  return whole(before, date, after, more);
}

/** It is over; what the petitioner may still do of themselves, and until when. */
function afterEnd(frame: Frame, { evaluation }: PublicMatter, clock: PublicClock | undefined): string {
  const { progress } = wordsOf(frame);
  const gap = frame.language === 'en' ? ' ' : '';
  const right = clock?.mine ? progress.mayUntil[clock.id]?.(day(clock.legalOn, frame.language)) : undefined;
  const rating = evaluation.state === 'open' && evaluation.until && evaluation.until >= frame.today;
  return [right, rating && progress.mayRate(day(evaluation.until!, frame.language)), progress.ended].filter(Boolean).join(gap);
}

/** Of what the number beside the sentence counts the days: where the sentence gives no date, the number says it itself. */
export function leftOf(frame: Frame, { stage }: PublicMatter, clock: PublicClock): string {
  const { progress } = wordsOf(frame);
  const right = progress.rights[clock.id];
  if (clock.mine && right) return progress.leftOf(right);
  return ENDED.includes(stage) ? progress.leftOf(progress.owedStill(officeIn(frame, clock.holder), owedBy(frame, clock))) : progress.leftIn;
}

export function owedBy(frame: Frame, { id }: Pick<PublicClock, 'id'>): string {
  return wordsOf(frame).progress.owed[id] ?? (frame.language === 'en' ? CLOCKS[id].english : CLOCKS[id].name);
}

function whole(before: string, date: string | undefined, after = '', more = ''): Sentence {
  return { before, ...(date !== undefined && { date }), after, more, text: `${before}${date ?? ''}${after}` };
}
