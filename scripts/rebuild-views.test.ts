import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Rebuilder } from '#platform/views-rebuild.ts';
import { REBUILDERS } from './rebuild-views-known.ts';

/** `npm run rebuild-views` without a name promises every view: a rebuilder that nobody lists would be left out in silence. */
it('重建视图：哪个部分写了怎样重建，就能重建哪个；同一张表不归两个', async () => {
  const contexts = globSync('contexts/*/rebuild.ts').map((file) => file.split('/')[1]);
  expect(contexts.length).toBeGreaterThan(2);
  const written = (await Promise.all(contexts.map((name) => import(`../contexts/${name}/rebuild.ts`)))).flatMap((made) => Object.values(made) as Rebuilder[]);
  expect(REBUILDERS.map(({ name }) => name).sort()).toEqual(written.map(({ name }) => name).sort());
  const tables = REBUILDERS.flatMap((one) => one.tables);
  expect(new Set(tables).size).toBe(tables.length);
});
