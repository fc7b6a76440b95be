import { canonical } from '#kernel/canonical.ts';

/** What was taken down where there was no network, and which of two times then counts (lifecycle, special cases; 不变量 46). */
export type Counts = 'device' | 'server';

export interface OfflineTimes {
  readonly madeAt: Date; // by the clock of the device
  readonly syncedAt: Date; // by ours
}

/** The earlier one counts for the petitioner; past the hours of the policy (72, lifecycle 46) only a person can say which: then undefined. */
export function timeThatCounts({ madeAt, syncedAt }: OfflineTimes, hours: number, decided?: Counts): Counts | undefined {
  if (madeAt >= syncedAt) return 'server'; // a device whose clock is ahead
  if (syncedAt.getTime() - madeAt.getTime() <= hours * 3_600_000) return 'device';
  return decided;
}

/** What the device signs: everything but the signature. */
export interface OfflineEntry {
  readonly device: string;
  readonly sequence: number; // counted by the device, from 1
  readonly madeAt: string;
  readonly registration: object;
}

export const signedText = ({ device, sequence, madeAt, registration }: OfflineEntry): string => canonical({ device, sequence, madeAt, registration });
