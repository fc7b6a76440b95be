import { recountWith } from '#kernel/clocks/dues.ts';
import { stopAll } from '#kernel/clocks/engine.ts';
import type { Reading, Readings } from '#kernel/clocks/reading.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { reopened } from '#kernel/clocks/stops.ts';
import { dateInChina, later } from '#kernel/dates.ts';
import type { Done } from '#kernel/decider.ts';
import type { Law } from '#kernel/law.ts';
import type { Matter } from '../../matter.ts';
import { instanceOf } from '../review/outcome.ts';
import type { WithdrawalAction } from './actions.ts';

/**
 * A recheck that was asked for beside a redo, and is withdrawn: only the request
 * ends (decision 67). The unit still owes the new opinion, at its old date, and
 * the petitioner may ask again as long as any withdrawal may be taken back.
 */
export const isBesideRedo = (matter: Matter): boolean => instanceOf(matter) === 'recheck' && matter.recheck?.from === 'inProgress';

/** Only the request has been withdrawn, and the redo goes on: its confirmation is owed as well (lifecycle 31, F56). */
export const withdrewRecheck = ({ stage, review, recheck }: Pick<Matter, 'stage' | 'review' | 'recheck'>): boolean =>
  stage === 'inProgress' && !recheck && review?.recheckWithdrawn !== undefined;

/** The clocks of one recheck; of several hearings only those of this round. */
const OF_THE_ROUND: readonly ClockId[] = ['A20', 'A21', 'C01', 'C05', 'C07b', 'C07c', 'E06'];

/** What the request had started ends, and what it had ended runs again. */
export function withoutRequest(
  { clocks, hearings = [] }: Matter,
  { at, until }: Extract<WithdrawalAction, { type: 'RecheckRequestWithdrawn' }> & Pick<Done, 'at'>,
  law: Law,
  version: string,
): Readings {
  const on = dateInChina(at);
  const isIts = ({ clock, instance }: Reading) => OF_THE_ROUND.includes(clock) && !hearings.some(({ id, instance: of }) => id === instance && of !== 'recheck');
  const again = (reading: Reading): Reading => {
    const going = recountWith(reopened(reading, on), law, version);
    return going.clock === 'A19' ? { ...going, toldOn: until, legalOn: later(going.legalOn, until) } : going;
  };
  return Object.fromEntries(
    Object.entries(clocks).map(([key, reading]) => {
      if (!reading.stoppedOn && isIts(reading)) return [key, stopAll({ [key]: reading }, { at })[key]!];
      return [key, reading.stoppedBy === 'RecheckRequested' && BACK.includes(reading.clock) ? again(reading) : reading];
    }),
  );
}

/** The redo that waited for the recheck, and the right to ask for it. */
const BACK: readonly ClockId[] = ['A37', 'A19'];
