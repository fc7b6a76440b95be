import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cloneDatabase } from '../test/database.ts';
import { waitingMigrations } from './migrate.ts';

/** The order in which a database comes to be must be the same on every machine, and can never be changed again. */
const FILES = readdirSync(new URL('../migrations/', import.meta.url));
const number = (name: string) => name.slice(0, 4);

it('runs in the order of the full names, character by character', async () => {
  const open = await cloneDatabase();
  const owner = open('postgres');
  await owner.sql.deleteFrom('migration').execute();
  const waiting = await waitingMigrations(owner);
  expect(waiting).toEqual([...FILES].sort((one, other) => (one < other ? -1 : 1)));
  expect(waiting.indexOf('0003_erasure.sql')).toBe(waiting.indexOf('0003_numbers.sql') - 1);
});

it('gives no number twice but for the two that have run everywhere, and none outside the ranges', () => {
  const twice = FILES.filter((name) => FILES.some((other) => other !== name && number(other) === number(name)));
  expect(twice.sort()).toEqual(['0003_erasure.sql', '0003_numbers.sql']);
  expect(FILES.filter((name) => !/^0(0\d\d|1[0-2]\d)_[a-z_]+\.sql$/.test(name))).toEqual([]);
});
