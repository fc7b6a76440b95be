import type { Key } from '#platform/keys.ts';
import { blindIndexOf, namePlace } from '#platform/search-blind.ts';
import type { Arrived } from './register.ts';

/** Who speaks for somebody else: a lawyer's clients, a mother's children are not one petitioner. */
const FOR_ANOTHER: readonly string[] = ['agent', 'guardian'];

/**
 * What finds the earlier intakes of the same petitioner without any list of
 * people: telephone, identity number, and name with address, as keyed hashes.
 * How an agent or guardian is reached counts only together with the name of
 * the person for whom they ask.
 * For a lawful purpose only, at registration, and every look is logged.
 */
export function blindTokens(key: Key, { parties, idNumber }: Pick<Arrived, 'parties' | 'idNumber'>): Buffer[] {
  const wards = parties.filter(({ role }) => role === 'principal').map(({ name }) => name);
  const tokens = parties.flatMap(({ role, name, phone, address }) =>
    FOR_ANOTHER.includes(role) && wards.length > 0
      ? wards.flatMap((ward) => [phone, address].flatMap((place) => (place ? [blindIndexOf(key, 'namePlace', namePlace(ward, place))] : [])))
      : [
          ...(phone && /\d/.test(phone) ? [blindIndexOf(key, 'phone', phone)] : []),
          ...(address ? [blindIndexOf(key, 'namePlace', namePlace(name, address))] : []),
        ],
  );
  const all = idNumber && /[0-9xX]/.test(idNumber) ? [...tokens, blindIndexOf(key, 'identity', idNumber)] : tokens;
  return [...new Map(all.map((token) => [token.toString('hex'), token])).values()];
}
