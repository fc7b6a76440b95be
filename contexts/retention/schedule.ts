/** The schedule as it lies in data/retention.json, checked once. */
import { readFileSync } from 'node:fs';
import { StartRefused } from '#platform/start-refused.ts';
import { classOfMatter, CLASSES, termOf, TRACES, type Schedule } from './domain/schedule.ts';

const FILE = new URL('../../data/retention.json', import.meta.url);

export function readSchedule(file: URL | string = FILE): Schedule {
  const { classes } = JSON.parse(readFileSync(file, 'utf8')) as { classes: Schedule };
  for (const name of [...CLASSES, ...TRACES]) {
    const term = classes[name];
    const amount = term?.length && ('years' in term.length ? term.length.years : term.length.days);
    const isTerm = term?.length === null || (Number.isSafeInteger(amount) && amount! > 0);
    if (!isTerm || !term?.source) throw new StartRefused(`保存期限 data/retention.json 的“${name}”不完整：要写期限（年或者日，永久写 null）和出处。`);
  }
  return classes;
}

/** What the cover of a file says of its matter: the very term after which the nightly job forgets it. */
export const keptFor = (schedule: Schedule) => (types: readonly string[]) => termOf(schedule[classOfMatter(types)]);
