import type { PlainDate } from '#kernel/dates.ts';
import type { Stage } from '../../stages.ts';

/** A withdrawal as far as it has come: asked for, confirmed as free, and where the matter stood before. */
export interface Withdrawal {
  readonly requestedOn: PlainDate;
  readonly confirmedOn?: PlainDate;
  readonly agreed?: readonly string[]; // of a group: the members who said by their own code that they withdraw too
  readonly before?: Stage; // to which it goes back when the petitioner thinks better of it
}
