import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { measureCalls } from './calls.ts';
import { measureLives } from './lives.ts';
import { load } from './load.ts';
import { measureImport } from './messages.ts';
import { measureReads, WHOLE_DESK } from './reads.ts';
import { measureRebuild } from './rebuild.ts';
import { openStage, type Place } from './stage.ts';
import { atLeast, atMost, machine, markdown, number, plain, type Figure } from './table.ts';

/**
 * `npm run bench [-- --matters 100000] [--only calls,lives,reads,rebuild,import]`:
 * one run, one table, ratios inside the run. Everything is in a folder of its
 * own that is gone afterwards. The table goes into docs/figures/bench.md.
 * `npm run bench -- --only portal` is a run of its own: Lighthouse on the
 * portal's pages (bench/portal.ts), which needs Chromium and nothing of the rest.
 */
const { values: asked } = parseArgs({
  options: {
    matters: { type: 'string', default: '1000000' },
    only: { type: 'string', default: 'import,calls,lives,reads,rebuild' },
    port: { type: 'string', default: '8310' },
    acts: { type: 'string', default: '300' },
    rebuild: { type: 'string', default: 'large' }, // 'small': of a million it takes half an hour
  },
});
const MATTERS = Number(asked.matters);
const SMALL = Math.min(10_000, Math.ceil(MATTERS / 10));
const STEPS = [100_000, MATTERS].filter((step, index, all) => step <= MATTERS && all.indexOf(step) === index);
const parts = new Set(asked.only.split(','));
const ALL = ['import', 'calls', 'lives', 'reads', 'rebuild'];
const port = Number(asked.port);
const figures: Figure[] = [];
const busy = loadavg()[0]!;

if (asked.only === 'portal') process.exit(await (await import('./portal.ts')).reportPortal());
const stage = await openStage();
try {
  if (parts.has('import')) await measured('导入真实留言', importing);
  if (parts.has('calls')) await measured('登记、打开', calls);
  if (parts.has('lives') || parts.has('reads') || parts.has('rebuild')) await measured('装入、办理、查看', lives);
} finally {
  await stage.close();
}
const about = [
  `${new Date().toISOString().slice(0, 10)}; ${machine()}; load of the machine when it began: ${busy.toFixed(1)}, when it ended: ${loadavg()[0]!.toFixed(1)}.`,
  `${MATTERS.toLocaleString('en-US')} matters at most, ${SMALL.toLocaleString('en-US')} in the small database. ${busy > 1 ? 'Other programs used the machine meanwhile: rates, times and the two ratios to the bare driver are worse than its own, for the office is one process among those that wait for a processor.' : ''}`,
  'Ratios compare what ran by turns within this run. “Straight” is the same statements in the same batches through the bare driver. Lives are led act by act; papers are not typeset in them.',
];
const text = markdown(figures, about);
if (parts.size === ALL.length) writeFileSync(join(import.meta.dirname, '../docs/figures/bench.md'), text); // a part alone is no report
console.log(`\n${text}`);

async function calls(): Promise<void> {
  const { register, page } = await measureCalls(stage, port, Number(asked.acts));
  figures.push(
    plain('register over HTTP, committed, 8 clients', `${number(register.http)}/s`),
    atLeast('register ÷ the same statements straight', register.http / register.straight, 0.5),
    atLeast('register ÷ single-row committed inserts', register.http / register.rows, 0.25),
    atMost('register: round trips', register.trips, 3),
    atMost('register: fsyncs, one client', register.fsyncs, 1.05),
    atMost('register: CPU, application and database', register.cpu, 10, ' ms'),
    plain('matter page over HTTP, access log included, 8 clients', `${number(page.http)}/s, ${number(page.trips)} round trips`),
    atLeast('matter page ÷ its statements straight', page.http / page.straight, 0.4),
    atMost('matter page: CPU, application and database', page.cpu, 8, ' ms'),
  );
}

async function lives(): Promise<void> {
  const [empty, large, small] = [await stage.openPlace('empty', port), await stage.openPlace('large', port + 2), await stage.openPlace('small', port + 4)];
  try {
    const rebuilt = asked.rebuild === 'small' ? { place: small, matters: SMALL } : { place: large, matters: MATTERS };
    if (parts.has('reads') || (parts.has('rebuild') && rebuilt.place === small)) await load(small, 0, SMALL, SMALL);
    let loaded = 0;
    if (parts.has('lives')) await livesAt(0, large, empty);
    for (const step of STEPS) {
      const rate = await load(large, loaded, step, MATTERS);
      figures.push(
        atLeast(
          `loading ${loaded.toLocaleString('en-US')} → ${step.toLocaleString('en-US')} matters, whole lives, indexes and search counted`,
          rate,
          600,
          '/s',
        ),
      );
      loaded = step;
      await settle(large);
      if (parts.has('lives')) await livesAt(step, large, empty);
    }
    if (parts.has('reads')) {
      await settle(small);
      for (const [what, { small: few, large: many }] of Object.entries(await measureReads(small, large))) {
        const growth = `${what}: p95 at ${loaded.toLocaleString('en-US')} ÷ p95 at ${SMALL.toLocaleString('en-US')}`;
        figures.push(
          what === WHOLE_DESK ? plain(growth, number(many / few)) : atMost(growth, many / few, 2),
          atMost(`${what}: p95 at ${loaded.toLocaleString('en-US')}`, many, 100, ' ms'),
        );
      }
    }
    if (parts.has('rebuild')) {
      const { sampled, identical, rate } = await measureRebuild(rebuilt.place);
      figures.push(
        atLeast(`of ${sampled} sampled matters of ${rebuilt.matters.toLocaleString('en-US')} loaded, identical after rebuild-views`, identical, sampled),
        plain('rebuild-views', `${number(rate)} subjects/s`),
      );
    }
  } finally {
    for (const place of [empty, large, small]) await place.close();
  }
}

async function livesAt(matters: number, large: Place, empty: Place): Promise<void> {
  const { large: rate, empty: base, ratio } = await measureLives(large, empty, 40);
  const what = `whole lives with ${matters.toLocaleString('en-US')} matters ÷ with none, by turns`;
  const found = `${number(ratio)} (${number(rate)}/s, ${number(base)}/s)`;
  figures.push(matters === 0 ? plain(what, found) : { what, found, goal: '≥ 0.80', reached: ratio >= 0.8 });
}

/** What the database does by itself in a quiet hour, done now: else it would do it in the middle of the measuring. */
async function settle({ owner }: Place): Promise<void> {
  await sql`vacuum (analyze)`.execute(owner.sql);
  await sql`checkpoint`.execute(owner.sql);
}

async function importing(): Promise<void> {
  const place = await stage.openPlace('imported', port + 6);
  const found = measureImport(stage, place);
  await place.close();
  figures.push(
    ...(found
      ? [plain('import of 4,326 real messages', `${found.first} (${number(found.seconds)} s)`), plain('the same again', found.again)]
      : [plain('import of real messages', 'the file is not here')]),
  );
}

async function measured(what: string, work: () => Promise<void>): Promise<void> {
  console.error(`${what}……`);
  const before = figures.length;
  await work();
  for (const { what: figure, found } of figures.slice(before)) console.error(`  ${figure}: ${found}`); // what is known stays known, should a later part break off
}
