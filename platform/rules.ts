import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Type, { type TSchema } from 'typebox';
import Value from 'typebox/value';
import { makeCalendar, makeCalendars, type Calendar, type CalendarDay, type Calendars } from '#kernel/calendar.ts';
import { isPlainDate, yearOf } from '#kernel/dates.ts';
import { makeLaws, type Laws } from '#kernel/laws.ts';
import { UNITS } from '#kernel/lengths.ts';
import { Override, PackFault, PolicyPack, type NamedPack } from '#kernel/pack.ts';

/**
 * Rules that are data: policy packs and the working calendar. They are read and
 * checked once, at start; a wrong one stops the start with one sentence that
 * says which file, where and what.
 */
export interface RuleFiles {
  readonly folder?: string; // with policy/ and calendar/ in it
  readonly locals?: string; // a folder of the operator's own local packs, in place of those that come along
  readonly packs?: readonly string[]; // by file name without .json; else all but the samples
  readonly calendars?: Calendars; // when holiday notices came in after the start
  readonly overrides?: string; // file in which the operator answers for a laxer pack; else policy/overrides.json
}

const DATA = fileURLToPath(new URL('../data', import.meta.url));

export function readLaws({ folder = DATA, locals, packs, overrides, calendars = readCalendars(join(folder, 'calendar')) }: RuleFiles = {}): Laws {
  const policy = join(folder, 'policy');
  const own = locals ?? policy;
  const wanted = (packs ?? packsIn(own)).filter((name) => name !== 'national').map((name) => join(own, `${name}.json`));
  const files = [join(policy, 'national.json'), ...new Set(wanted)];
  return makeLaws(calendars, files.map(readPack), readOverrides(overrides ?? join(own, 'overrides.json')));
}

/** A sample shows what a pack can say; it is in force for nobody unless it is named. */
function packsIn(policy: string): string[] {
  if (!existsSync(policy)) throw new PackFault(shortName(policy), '', '没有这个目录，请核对 HUIYIN_POLICY。');
  const names = readdirSync(policy)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));
  return names.filter((name) => !name.startsWith('sample-') && name !== 'overrides').sort();
}

export function readPack(path: string): NamedPack {
  const file = shortName(path);
  if (!existsSync(path)) throw new PackFault(file, '', '没有这个文件，请核对要启用的期限规则的名称。');
  const json = readJson(path, file);
  checkUnits(file, json);
  check(PolicyPack, file, json);
  return { ...(json as PolicyPack), file };
}

function readOverrides(path: string): Override[] {
  if (!existsSync(path)) return [];
  const file = shortName(path);
  const json = readJson(path, file);
  check(Type.Array(Override), file, json);
  return json as Override[];
}

function readJson(path: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new PackFault(file, '', `不是完整的 JSON（${(error as Error).message}），请用编辑器检查括号和逗号。`);
  }
}

/** The commonest slip, said in its own words before the schema says something longer. */
function checkUnits(file: string, json: unknown): void {
  const clocks = (json as { clocks?: Record<string, { length?: Record<string, unknown> }> } | null)?.clocks;
  for (const [clock, entry] of Object.entries(clocks ?? {})) {
    for (const unit of Object.keys(entry?.length ?? {})) {
      if ((UNITS as readonly string[]).includes(unit)) continue;
      throw new PackFault(file, `clocks.${clock}.length`, `不认识的单位“${unit}”，可以用 ${UNITS.join('、')}。`);
    }
  }
}

function check(schema: TSchema, file: string, json: unknown): void {
  if (Value.Check(schema, json)) return;
  const fault = Value.Errors(schema, json)[0];
  const where = fault?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  throw new PackFault(file, where, `不符合规定的格式（${fault?.message ?? ''}），请对照 national.json 改正。`);
}

/** Every calendar file is one version; the newest notice in the last of them is in force. */
export function readCalendars(folder: string): Calendars {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort();
  const versions = files.map((file) => readCalendar(readFileSync(join(folder, file), 'utf8'), shortName(join(folder, file))));
  return makeCalendars(versions.sort((one, other) => (one.version < other.version ? -1 : 1)));
}

/**
 * One line a day: date, 放假 or 调休上班, remark (English, 中文, days). A line that
 * begins with # says the version, or the years that its notices cover.
 */
export function readCalendar(text: string, file = '工作日历'): Calendar {
  const lines = text.trim().split(/\r?\n/);
  const days = lines.flatMap((line, index) => (line.startsWith('#') ? [] : [readDay(line, `${file} 第${index + 1}行`)]));
  const newest = Math.max(...days.map(({ date }) => yearOf(date)));
  const published =
    headline(lines, '年份')
      ?.split(/[,，]\s*/)
      .map(Number) ?? days.map(({ date }) => yearOf(date));
  return makeCalendar(headline(lines, '版本') ?? String(newest), published, days);
}

const headline = (lines: readonly string[], word: string) =>
  lines
    .find((line) => line.startsWith(`#${word}\t`))
    ?.split('\t')[1]
    ?.trim();

function readDay(line: string, where: string): CalendarDay {
  const [date = '', mark = '', remark = ''] = line.split('\t');
  const kind = { 放假: 'holiday', 调休上班: 'makeup' }[mark];
  if (!isPlainDate(date)) throw new Error(`${where}：“${date}”不是日期，应写成 2026-01-01 这样。`);
  if (!kind) throw new Error(`${where}：“${mark}”应写“放假”或“调休上班”。`);
  return { date, kind: kind as CalendarDay['kind'], name: remark.split(',')[1] ?? remark };
}

const shortName = (path: string) => path.split('/').slice(-3).join('/');
