import { createHash } from 'node:crypto';
import { prefixOf } from '#contexts/intake/index.ts';
import { regionOf } from '#kernel/subject.ts';
import type { Story } from '../../../data/demo/schema.ts';

/** Query codes that are known beforehand, so that whoever tries the demonstration can look at the petitioner's side at once. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export interface Shown {
  readonly story: string;
  readonly what: string;
}

/** As in every code: three characters of the region, ten of its own. These follow from the story and are no secret. */
export function demoCodeOf({ id, receivedBy }: Pick<Story, 'id' | 'receivedBy'>): string {
  const own = createHash('sha256').update(`huiyin demo ${id}`).digest().subarray(0, 10);
  return prefixOf(regionOf(receivedBy)) + [...own].map((byte) => CROCKFORD[byte & 31]).join('');
}
