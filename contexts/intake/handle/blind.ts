import { createHmac } from 'node:crypto';
import type { Arrived } from './register.ts';

/**
 * What finds the earlier matters of the same petitioner without any list of
 * people: keyed hashes of telephone, identity number, and name with address.
 * For a lawful purpose only, at registration, and every search is logged.
 */
export function blindTokens(key: Buffer, { parties, idNumber }: Pick<Arrived, 'parties' | 'idNumber'>): Buffer[] {
  const named = parties.flatMap(({ name, phone, address }) => [
    ...(phone ? [`phone ${digits(phone)}`] : []),
    ...(name && address ? [`name ${plain(name)} ${plain(address)}`] : []),
  ]);
  const all = [...named, ...(idNumber ? [`id ${plain(idNumber)}`] : [])];
  return [...new Set(all)].map((value) => createHmac('sha256', key).update(value).digest().subarray(0, 16));
}

const digits = (text: string) => text.replaceAll(/\D/g, '').slice(-11);
const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
