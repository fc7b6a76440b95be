import { CLOCKS } from '#kernel/clocks/index.ts';
import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { drivingClock, isRunning, stateOf } from '#contexts/transparency/domain/light.ts';
import type { PublicClock, PublicMatter } from '#contexts/transparency/domain/progress.ts';
import { hasEnded, isOwn } from '#contexts/transparency/domain/stage-clock.ts';
import { day, lastOf } from '../words/dates.ts';
import { officeIn, wordsOf } from '../words/index.ts';

export interface Sentence {
  readonly before: string;
  readonly date?: string;
  readonly after: string;
  readonly more: string;
  readonly text: string; // all of it, for the title of the window
}

/**
 * State, who, by when, in one sentence. The day in it is that of the driving
 * clock, and so are the words around it: where the stage's own sentence is about
 * another clock, it stands without a day and what is owed follows by its name.
 */
export function sentenceOf(frame: Frame, matter: PublicMatter): Sentence {
  const { progress } = wordsOf(frame);
  const { stage } = matter;
  const clock = drivingClock(matter, frame.today);
  const state = clock && stateOf(clock, frame.today);
  const answerable = officeIn(frame, matter.answerable?.short ?? (clock && !clock.mine ? clock.holder : ''));
  if (clock && (state === 'late' || state === 'missed')) {
    const [before, after] = progress[state](officeIn(frame, clock.holder), owedBy(frame, clock));
    const more = state === 'late' ? progress.sorry : progress.notLaw;
    const where = hasEnded(stage) || isOwn(clock, matter) ? '' : `${progress.saysNoDate[stage](answerable)}${gapIn(frame)}`; // what is late is not the step it is at: both are said
    return whole(before, lastOf(clock, frame.language), after, `${where}${more}`);
  }
  if (hasEnded(stage)) return whole(progress.saysEnded[stage], undefined, '', afterEnd(frame, matter));
  const more = stage === 'opinionDelivered' ? progress.canAsk : stage === 'reviewDelivered' ? progress.canAskAgain : progress.nothing;
  const plain = progress.saysNoDate[stage](answerable);
  if (!clock) return whole(plain, undefined, '', more);
  const last = lastOf(clock, frame.language);
  if (isOwn(clock, matter)) {
    const [before, date, after] = progress.says[stage](answerable, last);
    return whole(before, date, after, more);
  }
  if (clock.mine) return whole(`${plain}${gapIn(frame)}${progress.mayUntil[clock.id]?.(last) ?? ''}`, undefined, '', more);
  const [before, after] = progress.owes(officeIn(frame, clock.holder), owedBy(frame, clock));
  return whole(`${plain}${before}`, last, after, more);
}

/** It is over; what the petitioner may still do of themselves, and until when. */
function afterEnd(frame: Frame, { evaluation, clocks, stage }: PublicMatter): string {
  const { progress } = wordsOf(frame);
  const rights = clocks.flatMap((clock) =>
    clock.mine && isRunning(clock, frame.today) ? (progress.mayUntil[clock.id]?.(day(clock.legalOn, frame.language)) ?? []) : [],
  );
  const rating = evaluation.state === 'open' && evaluation.until && evaluation.until >= frame.today && progress.mayRate(day(evaluation.until, frame.language));
  const anew = stage === 'furtherRefused' && progress.mayAnew;
  return [...rights, anew, rating, progress.ended].filter(Boolean).join(gapIn(frame));
}

const gapIn = ({ language }: Frame) => (language === 'en' ? ' ' : '');

/** Of what the number beside the sentence counts the days: where the sentence gives no date, the number says it itself. */
export function leftOf(frame: Frame, { stage }: PublicMatter, clock: PublicClock): string {
  const { progress } = wordsOf(frame);
  const right = progress.rights[clock.id];
  if (clock.mine && right) return progress.leftOf(right);
  return hasEnded(stage) ? progress.leftOf(progress.owedStill(officeIn(frame, clock.holder), owedBy(frame, clock))) : progress.leftIn;
}

export function owedBy(frame: Frame, { id }: Pick<PublicClock, 'id'>): string {
  return wordsOf(frame).progress.owed[id] ?? (frame.language === 'en' ? CLOCKS[id].english : CLOCKS[id].name);
}

function whole(before: string, date: string | undefined, after = '', more = ''): Sentence {
  return { before, ...(date !== undefined && { date }), after, more, text: `${before}${date ?? ''}${after}` };
}

/** With these a paper reaches the petitioner: where there is none yet, its day is told. */
const BRINGS_PAPER: readonly PublicClock['id'][] = ['A03', 'A05', 'A06', 'A14', 'A15', 'A18', 'A20', 'A22', 'A37', 'B03', 'B04', 'C03a', 'D02'];

/** By when the next paper comes, and from whom: only where the clock that drives is about one. */
export function nextPaper(matter: PublicMatter, today: Frame['today']): PublicClock | undefined {
  const clock = drivingClock(matter, today);
  return clock && BRINGS_PAPER.includes(clock.id) && clock.legalOn >= today && isOwn(clock, matter) ? clock : undefined;
}
