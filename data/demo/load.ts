/** Reads the demonstration county from its folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Organ, Person, Story } from './schema.ts';

const folder = import.meta.dirname;
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

export const loadOrgans = () => read('organs.json') as Organ[];
export const loadPeople = () => read('people.json') as Person[];

/** The bytes of what was handed in with a story. */
export const loadAttached = (file: string): Buffer => readFileSync(join(folder, 'files', file));

/** All stories in the order in which they arrived. */
export function loadStories(): Story[] {
  const files = readdirSync(join(folder, 'matters')).filter((name) => name.endsWith('.json'));
  const stories = files.flatMap((name) => read(join('matters', name)) as Story[]);
  return stories.sort((a, b) => b.daysAgo - a.daysAgo || a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}
