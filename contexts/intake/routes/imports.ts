import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { CHANNELS } from '#kernel/channels.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Role } from '#kernel/roles.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import { wholeFile } from '#platform/http/whole-file.ts';
import { describe } from '#platform/log.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { getImport, getRejected, IMPORT_URL, type ImportOpened, ImportOpened as Opened, runImport, type ImportState } from '../contract/imports.ts';
import { guessMapping, IMPORT_FIELDS, IMPORT_NAMES, type ImportFieldName, type Mapping } from '../import/fields.ts';
import { openJob, type Job } from '../import/job.ts';
import { openLoader } from '../import/loader.ts';
import { openTable, type Table } from '../import/table.ts';
import type { IntakeRouteNeeds } from './needs.ts';

/** Who may bring in a file: whoever receives, and their head. Who keeps the accounts opens no letter, so neither here. */
const MAY: readonly Role[] = ['intakeOfficer', 'petitionDeptHead'];
const REQUIRED: readonly ImportFieldName[] = ['text', 'receivedAt', 'channel'];
const SAMPLE = 3;
const HOURS = 12;
const MOST_COLUMNS = 500;

interface Kept {
  readonly person: string;
  readonly unit: string;
  readonly folder: string;
  readonly opened: ImportOpened;
  readonly job: Job;
  readonly until: number;
}

const upload = { method: 'POST', url: IMPORT_URL, upload: true, says: '上传要导入的文件', reply: Opened } as const satisfies Endpoint;

/** The same code as `npm run import`. A file lies in a folder of this process alone, for a working day at most; the index of search follows by the feed. */
export function importRoutes(app: FastifyInstance, needs: IntakeRouteNeeds): void {
  const all = new Map<string, Kept>();
  app.addHook('onClose', async () => all.forEach(drop));

  serve(app, upload, async ({ actor, request }) => {
    mustImport(actor);
    sweep();
    const given = await request.file();
    if (!given) throw new Refusal('Invalid', '没有收到文件，请重新选择。');
    const ending = endingOf(given.filename);
    const content = await wholeFile(given);
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-import-'));
    const path = join(folder, `file${ending}`);
    const id = randomBytes(12).toString('hex');
    try {
      writeFileSync(path, content, { mode: 0o600 });
      const table = await opened(path, given.filename);
      const fields = IMPORT_NAMES.map((name) => ({ name, says: IMPORT_FIELDS[name].name, required: REQUIRED.includes(name) }));
      const about = { import: id, file: given.filename.slice(0, 200), form: table.form, columns: [...table.columns], sample: await sampleOf(table), fields };
      const kept: Kept = {
        person: actor.person,
        unit: actor.unit,
        folder,
        opened: { ...about, guess: guessMapping(table.columns).columns as Record<string, string> },
        job: openJob(table, join(folder, 'rejected.csv')),
        until: Date.now() + HOURS * 3_600_000,
      };
      all.set(id, kept);
      return kept.opened;
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  });

  serve(app, getImport, async ({ actor, params }) => {
    const kept = own(actor, params.import);
    return { opened: kept.opened, now: stateOf(kept) };
  });

  serve(app, runImport, async ({ actor, params, body, request }) => {
    const kept = own(actor, params.import);
    if ([...all.values()].some((other) => other !== kept && other.job.state().state === 'running'))
      throw new Refusal('AgainstRule', '另有一个文件正在导入，请等它做完再开始。');
    const desk = { unit: actor.unit, isPetitionDept: needs.organCard(actor.unit).isPetitionDept, level: needs.levelOf(actor.unit), source: body.source };
    kept.job.start(
      {
        needs,
        loader: openLoader(needs),
        region: actor.region,
        desk,
        mapping: mappingOf(kept, body),
        by: { person: actor.person, unit: actor.unit },
        dryRun: body.dryRun,
      },
      (error) => request.log.warn(describe(error), 'import broke off'),
    );
    return stateOf(kept);
  });

  serve(app, getRejected, async ({ actor, params }) => {
    const path = join(own(actor, params.import).folder, 'rejected.csv');
    if (!existsSync(path)) throw new Refusal('NotFound', '还没有退回的行。请先试做一遍。');
    return { name: '退回的行和原因.csv', content: readFileSync(path) };
  });

  function own({ person, unit, roles }: Actor, id: string): Kept {
    mustImport({ roles });
    const kept = all.get(id);
    if (!kept || kept.person !== person || kept.unit !== unit) throw new Refusal('NotFound', '这个文件已经不在了，请重新选择；已经登记的不会重复登记。');
    return kept;
  }

  function sweep(): void {
    for (const [id, kept] of all) {
      if (kept.until > Date.now() || kept.job.state().state === 'running') continue;
      drop(kept);
      all.delete(id);
    }
  }
}

const drop = ({ folder }: Kept) => rmSync(folder, { recursive: true, force: true });
const stateOf = ({ opened: { import: id, file }, job }: Kept): ImportState => ({ import: id, file, ...job.state() });

function mustImport({ roles }: Pick<Actor, 'roles'>): void {
  if (!roles.some((role) => MAY.includes(role))) throw new Refusal('NotAllowed', '导入由接访办信人员或者信访部门负责人办理，请交给他们。');
}

/** Asked before anything is written: an ending is part of the name under which the file will lie. */
function endingOf(name: string): string {
  const [ending] = /\.(csv|tsv|txt|jsonl|ndjson|xlsx)$/i.exec(name) ?? [];
  if (!ending) throw new Refusal('Invalid', `认不出“${name}”的格式；可以导入 CSV、JSONL、XLSX 文件。旧的 .xls 请先另存为 .xlsx。`);
  return ending.toLowerCase();
}

/** A file that is not what it is called is no fault of ours, and says what to do. */
async function opened(path: string, name: string): Promise<Table> {
  const table = await openTable(path).catch((error) => {
    if (error instanceof StartRefused) throw new Refusal('Invalid', error.message.replace(path, `“${name}”`));
    throw new Refusal('Invalid', `“${name}”打不开，可能没有存完整，或者内容和名称不一致。请在表格软件中打开后另存再传。`);
  });
  if (table.columns.length === 0) throw new Refusal('Invalid', `“${name}”里没有一行内容，请核对后再传。`);
  if (table.columns.length > MOST_COLUMNS)
    throw new Refusal('Invalid', `“${name}”有${table.columns.length}栏，最多${MOST_COLUMNS}栏。请删去多余的栏，核对分栏的符号，再传。`);
  return table;
}

async function sampleOf(table: Table): Promise<Record<string, string>[]> {
  const sample: Record<string, string>[] = [];
  for await (const { values } of table.rows()) {
    sample.push(Object.fromEntries(table.columns.map((column) => [column, asText(values[column]).slice(0, 120)])));
    if (sample.length === SAMPLE) break;
  }
  return sample;
}

const asText = (value: unknown) =>
  value instanceof Date
    ? value.toISOString().slice(0, 16).replace('T', ' ')
    : typeof value === 'object' && value !== null
      ? JSON.stringify(value)
      : String(value ?? '');

function mappingOf({ opened: { columns: there } }: Kept, { columns, channel }: { columns: Record<string, string>; channel?: string }): Mapping {
  const unknown = Object.entries(columns).find(([name, column]) => !(name in IMPORT_FIELDS) || !there.includes(column));
  if (unknown) throw new Refusal('Invalid', `文件里没有“${unknown[1]}”这一栏，请重新选。`);
  if (channel && !(channel in CHANNELS)) throw new Refusal('Invalid', '没有这种渠道，请重新选。');
  const missing = REQUIRED.filter((name) => !columns[name] && !(name === 'channel' && channel));
  if (missing.length > 0) throw new Refusal('Invalid', `还没有指定“${missing.map((name) => IMPORT_FIELDS[name].name).join('”“')}”是哪一栏。`);
  return { columns, constants: channel && !columns['channel'] ? { channel } : {} };
}
