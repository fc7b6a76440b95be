import type { Key } from '#platform/keys.ts';
import { blindIndexOf, namePlace } from '#platform/search-blind.ts';
import type { Arrived } from './register.ts';

/**
 * What finds the earlier intakes of the same petitioner without any list of
 * people: telephone, identity number, and name with address, as keyed hashes.
 * For a lawful purpose only, at registration, and every look is logged.
 */
export function blindTokens(key: Key, { parties, idNumber }: Pick<Arrived, 'parties' | 'idNumber'>): Buffer[] {
  const tokens = parties.flatMap(({ name, phone, address }) => [
    ...(phone && /\d/.test(phone) ? [blindIndexOf(key, 'phone', phone)] : []),
    ...(address ? [blindIndexOf(key, 'namePlace', namePlace(name, address))] : []),
  ]);
  const all = idNumber && /[0-9xX]/.test(idNumber) ? [...tokens, blindIndexOf(key, 'identity', idNumber)] : tokens;
  return [...new Map(all.map((token) => [token.toString('hex'), token])).values()];
}
