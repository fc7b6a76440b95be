import type { PlainDate } from '#kernel/dates.ts';
import type { Matter } from '../../matter.ts';
import { boundOf } from '../collective/state.ts';

/** How far an offer to a group has come: numbers, and nobody's name, since the roster is not shown to the unit (不变量 26). */
export interface Answers {
  readonly until: PlainDate;
  readonly agreed: number;
  readonly declined: number;
  readonly open: number; // of whom the roster has now; silence binds nobody
}

/** What whoever signs for the unit has to know before: an agreement signed now binds those who agreed, and nobody else. */
export function answersTo(matter: Matter): Answers | undefined {
  const offer = matter.agreement?.offer;
  if (!offer) return undefined;
  const bound = boundOf(matter);
  const asked = Object.keys(matter.collective?.members ?? {}).filter((member) => !bound.has(member));
  const of = (said: readonly string[] = []) => asked.filter((member) => said.includes(member)).length;
  const [agreed, declined] = [of(offer.agreed), of(offer.declined)];
  return { until: offer.until, agreed, declined, open: asked.length - agreed - declined };
}
