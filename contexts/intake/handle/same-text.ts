import { createHmac } from 'node:crypto';
import { dateInChina } from '#kernel/dates.ts';
import { ready } from '#platform/keys.ts';
import type { IntakeNeeds } from '../handle.ts';
import type { Arrived } from './register.ts';

type Compared = Pick<Arrived, 'text' | 'channel' | 'receivedAt' | 'unit' | 'parties' | 'external'>;

const LONG_ENOUGH = 30; // short ones (“反映噪音”) may well be two

/** The same words of the same people on the same channel of the same day are one intake, however often they are pushed (不变量 44). */
export function sameTextHash({ blindKey }: Pick<IntakeNeeds, 'blindKey'>, region: string, compared: Compared): Buffer | undefined {
  const { text, channel, receivedAt, unit, parties, external } = compared;
  if (external && parties.length === 0) return undefined; // two people may send one text; of those without a name the number alone tells them apart
  const plain = text.replaceAll(/\s/g, '');
  if (plain.length < 2 * LONG_ENOUGH && [...plain].length < LONG_ENOUGH) return undefined;
  const said = ['text', channel, unit, dateInChina(receivedAt), JSON.stringify(parties), plain].join('\n');
  return createHmac('sha256', ready(blindKey(region).secret))
    .update(said)
    .digest();
}
