/** Ids that follow from a code, so that a second seeding finds what the first one made. */
import { createHash } from 'node:crypto';
import { writeLogin } from '../domain/login.ts';

export const organIdOf = (unit: string): string => idOf(`organ ${unit}`);

/** Of a person who came with a seed; people made later have ids of chance. */
export const personIdOf = (login: string, region: string): string => idOf(`person ${writeLogin(login, region)}`);

function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
