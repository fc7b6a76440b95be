import { sql } from 'kysely';
import { caseworkRebuilder } from '#contexts/casework/index.ts';
import { rebuildViews } from '#platform/views-rebuild.ts';
import { progress } from './progress.ts';
import type { Place } from './stage.ts';

/** The views of sampled matters before and after everything is dropped and made anew from history. */
const SAMPLE = 1_000;

export interface RebuildFigures {
  readonly sampled: number;
  readonly identical: number;
  readonly rate: number; // subjects a second
}

export async function measureRebuild({ needs, owner }: Place): Promise<RebuildFigures> {
  const { rows: sample } = await sql<{ subject: string }>`select subject from casework.matter order by md5(subject::text) limit ${SAMPLE}`.execute(owner.sql);
  const subjects = sample.map(({ subject }) => subject);
  const before = await viewsOf({ owner }, subjects);
  const { rows: heads } = await sql<{ count: string }>`select count(*) from history.head`.execute(owner.sql);
  const start = performance.now();
  const bar = progress('重建视图', Number(heads[0]!.count));
  const done = await rebuildViews(owner, needs, [caseworkRebuilder], { onPortion: bar });
  const rate = done / ((performance.now() - start) / 1_000);
  const after = await viewsOf({ owner }, subjects);
  return { sampled: subjects.length, identical: subjects.filter((subject) => before.get(subject) === after.get(subject)).length, rate };
}

async function viewsOf({ owner }: Pick<Place, 'owner'>, subjects: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string[]>();
  for (const table of caseworkRebuilder.tables) {
    const { rows } = await sql<{
      subject: string;
      row: string;
    }>`select subject, to_jsonb(view)::text as row from ${sql.table(table)} as view where subject = any(${subjects}::uuid[])`.execute(owner.sql);
    for (const { subject, row } of rows) found.set(subject, [...(found.get(subject) ?? []), `${table} ${row}`]);
  }
  return new Map([...found].map(([subject, rows]) => [subject, rows.sort().join('\n')]));
}
