import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { DeliveryMethod } from './papers.ts';

/** The paper goes out: how, and what proves it. `told` holds the dates that it tells. */
export interface Sending {
  readonly method: DeliveryMethod;
  readonly evidence: Words;
  readonly told?: Readonly<Partial<Record<string, PlainDate>>>;
}
