import type { ClockId } from './clocks/rule.ts';
import type { PlainDate } from './dates.ts';

/** What the sealed line tells the holder of a query code, and the portal shows: days, and not a word else (不变量 28). */
export interface SealedDates {
  readonly transferredOn?: PlainDate;
  readonly returnedOn?: PlainDate; // it accused nobody: it is handled as a matter again
  readonly clocks: readonly SealedDate[];
}

export interface SealedDate {
  readonly id: Extract<ClockId, 'A35' | 'B07' | 'B08'>; // received by the organ with power, acceptance told, result told
  readonly dueOn: PlainDate;
  readonly doneOn?: PlainDate;
}

/** Whoever is told, by the public half of their code. */
export interface ToldCode {
  readonly hmac: string; // base64, as the key
  readonly key: string;
}

/** A code that was given out anew, and every one that it takes the place of. */
export interface ReplacedCode {
  readonly from: readonly string[]; // how the ones of before were found: base64
  readonly code: ToldCode;
}

export const sealedDatesPlace = (region: string) => `${region} sealed dates`;

/** What was sealed away and accuses nobody, on its way back to the desk that received it; closed with the office's key. */
export interface ReturnedPart {
  readonly intake: string;
  readonly title: string;
  readonly text: string;
  readonly parties: string; // JSON
  readonly unitReceipt?: PlainDate; // when a unit had first received it
  readonly files?: string; // JSON; only where nothing else of the letter was sealed
}

export const returnedPlace = (region: string, id: string) => `${region} returned ${id}`;
