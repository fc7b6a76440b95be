import { existsSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import Value from 'typebox/value';
import { DEMO_REGION } from '#apps/server/demo-county.ts';
import { openStaffNeeds } from '#apps/server/needs.ts';
import { prepareData } from '#apps/server/prepare-data.ts';
import { guessMapping, IMPORT_FIELDS, IMPORT_NAMES, Mapping, openTable, portionsOf, type Portion, type SourceRow, type Table } from '#contexts/intake/index.ts';
import { regionOf } from '#kernel/subject.ts';
import { alone, inOrder, openCrew, type Crew } from '#platform/crew.ts';
import { createLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { withStorage } from '#platform/storage.ts';
import { openImportFiles, type Sums } from './import-files.ts';
import { openHand, type Order } from './import-hand.ts';
import { orderly } from './orderly.ts';

/**
 * `npm run import -- FILE [--map mapping.json] [--unit qinghe/petition] [--source NAME] [--dry-run]`:
 * letters, messages and tickets of another system, from CSV, JSONL or XLSX. Each
 * row becomes an intake; where the file says what it is, a matter is opened.
 * Broken off, it goes on where it was; run again, it brings nothing in twice.
 */
const USAGE =
  '用法：npm run import -- 文件 [--map 映射.json] [--region 租户] [--unit 收件单位] [--source 来源名称] [--codes 查询码文件.csv] [--threads 线程数] [--dry-run]';
const REJECTED = 2;
const GREAT = 4 * 1024 * 1024; // bytes: then threads are worth their start
const THREAD = new URL('./import-thread.ts', import.meta.url);

await orderly(async () => {
  const { values: asked, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      map: { type: 'string' },
      region: { type: 'string' },
      unit: { type: 'string' },
      source: { type: 'string' },
      codes: { type: 'string' },
      threads: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Error(USAGE);
  if (!existsSync(file)) throw new StartRefused(`没有文件 ${file}，请核对路径。`);
  const dryRun = asked['dry-run'];
  const table = await openTable(file);
  const mapping = asked.map ? readMapping(asked.map, table.columns) : guessMapping(table.columns);

  const settings = readSettings(process.env);
  await withStorage(settings, async (storage) => {
    await prepareData(settings, storage);
    const needs = await openStaffNeeds(settings, createLog('import', 'error'), 'office');
    try {
      const organs = needs.directory.current();
      const region =
        asked.region ??
        (asked.unit
          ? regionOf(asked.unit)
          : (settings.region ??
            homeOf(
              organs.regions.filter((each) => organs.petitionDeptOf(each)),
              settings.demo,
            )));
      const unit = asked.unit ?? organs.petitionDeptOf(region);
      if (!unit || !organs.findOrgan(unit))
        throw new StartRefused(`名录中没有收件单位 ${unit ?? `（租户 ${region} 的信访部门）`}，请用 --unit 写明，例如 --unit qinghe/petition。`);
      if (regionOf(unit) !== region) throw new StartRefused(`单位 ${unit} 不属于租户 ${region}，请核对 --unit 和 --region。`);

      const source = asked.source ?? basename(file);
      say(table, mapping, `${organs.nameOf(unit)}（${unit}）`, source, dryRun);
      const files = openImportFiles(file, table.columns, `${unit} ${source}`, { codes: dryRun ? undefined : asked.codes, dryRun });
      if (files.resumed.rows > 0) console.log(`上次做到第 ${files.resumed.rows} 件，从那里接着做。`);

      const desk = { unit, isPetitionDept: organs.isPetitionDept(unit), level: needs.levelOf(unit), source };
      const order: Order = { settings, region, desk, mapping, dryRun };
      const threads = asked.threads ? Number(asked.threads) : statSync(file).size > GREAT ? availableParallelism() : 1;
      const crew: Crew<SourceRow[], Portion> = threads > 1 ? await openCrew(THREAD, threads, order) : alone(await openHand(order));
      let sums = files.resumed;
      const tell = teller(table, sums.rows);
      for await (const portion of inOrder(crew, portionsOf(after(table.rows(), sums.rows)))) {
        sums = files.keep(portion);
        tell(sums.rows);
      }
      await crew.close();
      files.finish();
      report(sums, files.errors, dryRun);
      if (sums.rejected > 0) process.exitCode = REJECTED;
    } finally {
      await needs.close();
    }
  });
});

/** Where nothing is said: the demonstration county, or the first region with a petition department. */
function homeOf(regions: readonly string[], demo: boolean): string {
  return demo ? DEMO_REGION : (regions[0] ?? '');
}

async function* after(rows: AsyncIterable<SourceRow>, done: number): AsyncGenerator<SourceRow> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > done) yield row;
  }
}

function readMapping(path: string, columns: readonly string[]): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new StartRefused(`读不了映射文件 ${path}：${(error as Error).message}`);
  }
  const [wrong] = Value.Errors(Mapping, json);
  if (wrong)
    throw new StartRefused(
      `映射文件 ${path} 的 ${wrong.instancePath || '开头'} 写得不对；可以写的有 columns 和 constants，其中的名称有 ${IMPORT_NAMES.join('、')}。`,
    );
  const { columns: given = {}, constants = {} } = json as Partial<Mapping>;
  const missing = Object.values(given).find((column) => !columns.includes(column as string));
  if (missing) throw new StartRefused(`映射文件说的“${missing}”这一栏文件里没有；文件的栏有：${columns.join('、')}。`);
  return { columns: given, constants };
}

/** What will be done, before it is. */
function say({ form, columns }: Table, { columns: by, constants }: Mapping, unit: string, source: string, dryRun: boolean): void {
  const lines = IMPORT_NAMES.flatMap((name) => {
    const from = by[name] !== undefined ? `← ${by[name]}` : constants[name] !== undefined ? `＝ ${constants[name]}（每件都一样）` : undefined;
    return from ? [`  ${IMPORT_FIELDS[name].name.padEnd(6, '　')} ${from}`] : [];
  });
  const unused = columns.filter((column) => !Object.values(by).includes(column));
  console.log(
    [
      `${form}；收件单位 ${unit}；来源“${source}”。`,
      ...lines,
      ...(unused.length > 0 ? [`  不导入的栏：${unused.join('、')}`] : []),
      ...(dryRun ? ['这是试做，什么也不写入。'] : []),
      '',
    ].join('\n'),
  );
  for (const name of ['text', 'receivedAt', 'channel'] as const) {
    if (by[name] === undefined && constants[name] === undefined)
      console.log(`注意：没有找到“${IMPORT_FIELDS[name].name}”一栏，请用 --map 指定，否则每一件都会被退回。`);
  }
}

/** How far, how fast, how long still: written over on a terminal, else a line now and then. */
function teller({ read }: Table, before: number): (rows: number) => void {
  const start = performance.now();
  const terminal = process.stdout.isTTY;
  const readBefore = read();
  let told = 0;
  return (rows) => {
    const seconds = (performance.now() - start) / 1_000;
    if (!terminal && seconds - told < 10) return;
    told = seconds;
    const [part, rate] = [read(), (rows - before) / seconds];
    const left = part > readBefore ? Math.ceil((seconds * (1 - part)) / (part - readBefore)) : 0;
    const bar = '█'.repeat(Math.round(part * 24)).padEnd(24, '░');
    const line = `  ${bar} ${Math.round(part * 100)}%  已读 ${rows} 件，每秒 ${Math.round(rate)} 件，还要约 ${left} 秒`;
    process.stdout.write(terminal ? `\r${line}   ` : `${line}\n`);
  };
}

function report({ rows, registered, opened, known, rejected }: Sums, errors: string, dryRun: boolean): void {
  console.log(
    `${process.stdout.isTTY ? '\n' : ''}共读到 ${rows} 件 ＝ ${dryRun ? '可以登记' : '新登记'} ${registered} 件 ＋ 先前已登记 ${known} 件 ＋ 退回 ${rejected} 件。`,
  );
  console.log(`其中 ${opened} 件事项已经立件、分类；其余来件在收件处等人甄别。`);
  if (rejected > 0) console.log(`退回的每一件和原因在 ${errors}，改好后可以单独再导入。`);
}
