import { createHash } from 'node:crypto';
import { prefixOf, showCode } from '#contexts/intake/index.ts';
import { regionOf } from '#kernel/subject.ts';
import { loadStories } from '../../../data/demo/load.ts';
import type { Story } from '../../../data/demo/schema.ts';
import { SHOWN } from './first.ts';

/** Query codes that are known beforehand, so that whoever tries the demonstration can look at the petitioner's side at once. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As in every code: three characters of the region, ten of its own. These follow from the story and are no secret. */
export function demoCodeOf({ id, receivedBy }: Pick<Story, 'id' | 'receivedBy'>): string {
  const own = createHash('sha256').update(`huiyin demo ${id}`).digest().subarray(0, 10);
  return prefixOf(regionOf(receivedBy)) + [...own].map((byte) => CROCKFORD[byte & 31]).join('');
}

/** What is printed at the start and stands on the sign-in page. */
export const shownCodes = (): { code: string; what: string }[] =>
  loadStories()
    .filter(({ id }) => id in SHOWN)
    .map((story) => ({ code: showCode(demoCodeOf(story)), what: SHOWN[story.id] ?? '' }));
