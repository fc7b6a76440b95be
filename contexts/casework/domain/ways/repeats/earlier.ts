import { newestOf } from '../../clocks.ts';
import { supports, type Matter } from '../../matter.ts';
import { kindOfRepeat, type Earlier, type RepeatKind } from '../../repeats.ts';
import { isOpen } from '../../stages.ts';
import type { PlainDate } from '#kernel/dates.ts';

/** What the rule asks of an earlier matter. */
export function earlierOf(matter: Matter): Earlier {
  const right = newestOf(matter.clocks, 'A17');
  const delivered = matter.opinion?.deliveredOn;
  const owed = supports(matter) && matter.performance !== 'verified';
  const promised = (owed && delivered !== undefined) || (matter.promises?.commitments ?? []).some(({ state }) => state !== 'verified' && state !== 'released');
  return {
    open: isOpen(matter.stage) && delivered === undefined,
    ...(delivered && { opinionDeliveredOn: delivered }),
    ...(right && { reviewUntil: right.legalOn }),
    recheckDelivered: matter.recheck?.deliveredOn !== undefined,
    promised,
  };
}

/** What the rule proposes for each answer that a person may give after comparing; nobody has answered yet. */
export function proposals(matter: Matter, today: PlainDate): readonly { readonly when: string; readonly kind: RepeatKind }[] {
  const earlier = earlierOf(matter);
  const same = { sameFacts: true, sameReasons: true };
  return [
    { when: '事实和理由都相同', kind: kindOfRepeat(earlier, { ...same, aboutPromise: false }, today) },
    ...(earlier.promised ? [{ when: '说的是答应的没有做到', kind: kindOfRepeat(earlier, { ...same, aboutPromise: true }, today) }] : []),
    { when: '有新的事实或者理由', kind: 'newFacts' as const },
  ];
}
