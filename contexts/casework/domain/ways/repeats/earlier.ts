import type { PlainDate } from '#kernel/dates.ts';
import { newestOf } from '../../clocks.ts';
import { supports, type Matter } from '../../matter.ts';
import { kindOfRepeat, type Earlier, type RepeatKind } from '../../repeats.ts';
import { isOpen, type Stage } from '../../stages.ts';

/** The last opinion has arrived and nobody has to decide any more; whoever disagrees may still go one level up. */
const ANSWERED: ReadonlySet<Stage> = new Set(['opinionDelivered', 'reviewDelivered', 'performing']);

/** What the rule asks of an earlier matter. */
export function earlierOf(matter: Matter): Earlier {
  const { stage, opinion, review, recheck } = matter;
  const delivered = opinion?.deliveredOn;
  const answeredOn = recheck?.deliveredOn ?? review?.deliveredOn ?? delivered;
  const open = isOpen(stage) && !ANSWERED.has(stage); // one sent back by a recheck is open again: no last word
  const contest = contestOf(matter);
  const owed = supports(matter) && matter.performance !== 'verified';
  const promised = (owed && delivered !== undefined) || (matter.promises?.commitments ?? []).some(({ state }) => state !== 'verified' && state !== 'released');
  return {
    open,
    ...(answeredOn && { answeredOn }),
    ...(contest && { contest }),
    rechecked: !open && recheck?.deliveredOn !== undefined,
    promised,
  };
}

/** The right against the last opinion, as long as nobody has used it; an end that came because nobody had does not take it from a letter that came in time. */
function contestOf(matter: Matter): Earlier['contest'] {
  const { stage, concluded, opinion, review, recheck } = matter;
  if (recheck?.deliveredOn || !(ANSWERED.has(stage) || concluded === 'noReviewInTime')) return undefined;
  const [kind, right] = review?.deliveredOn ? (['insideRecheckTerm', 'A19'] as const) : (['insideReviewTerm', 'A17'] as const);
  const until = opinion?.deliveredOn && newestOf(matter.clocks, right)?.legalOn;
  return until ? { kind, until } : undefined;
}

/** What the rule proposes for each answer that a person may give after comparing; nobody has answered yet. */
export function proposals(matter: Matter, cameOn: PlainDate, postmarkOn?: PlainDate): readonly { readonly when: string; readonly kind: RepeatKind }[] {
  const earlier = earlierOf(matter);
  const same = { sameFacts: true, sameReasons: true };
  return [
    { when: '事实和理由都相同', kind: kindOfRepeat(earlier, { ...same, aboutPromise: false }, cameOn, postmarkOn) },
    ...(earlier.promised ? [{ when: '说的是答应的没有做到', kind: kindOfRepeat(earlier, { ...same, aboutPromise: true }, cameOn, postmarkOn) }] : []),
    { when: '有新的事实或者理由', kind: 'newFacts' as const },
  ];
}
