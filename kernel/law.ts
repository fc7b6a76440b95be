import type { Calendars } from './calendar.ts';
import { CLOCKS, isClockId } from './clocks/index.ts';
import type { ClockId, ClockRule } from './clocks/rule.ts';
import { inChinese, isWithin, isSame, type Length } from './lengths.ts';
import { PackFault, type Limits, type NamedPack, type Override, type PackEntry } from './pack.ts';

export type { Length } from './lengths.ts';

/** T text read, S stated in a practice, M not verified, P product default. Only T and S are shown as rule or practice. */
export type Evidence = 'T' | 'S' | 'M' | 'P';

/** A length with its proof: that there is a duty and how long it is are evidenced apart. */
export interface Term {
  readonly length: Length;
  readonly source: string;
  readonly quote?: string;
  readonly dutyEvidence: Evidence;
  readonly lengthEvidence: Evidence;
  readonly officeHoursOnly?: boolean; // hours in which the office is closed are not counted
  readonly pack: string; // version of the pack that it stands in
}

/** A ground that a text of evidence T adds to the closed lists of reasons, with its article. */
export interface Ground {
  readonly act: string; // decline, refuseFurther, refuseReview, conclude, suspend, oralNotice
  readonly code: string;
  readonly text: string;
  readonly article: string;
}

/** The rules that a matter was registered under. It keeps them for its whole life. */
export interface Law {
  readonly version: string; // 'cn-2022-05-01+qinghe-520-2025'
  readonly national: string; // version of the national pack in it
  readonly calendars: Calendars;
  readonly terms: Readonly<Partial<Record<ClockId, Term>>>; // a clock that is not here does not run
  readonly promises: Readonly<Partial<Record<ClockId, Term>>>; // second dates beside the legal ones
  readonly laxer: ReadonlySet<ClockId>; // from a pack that the operator let through: shown, never driving a light
  readonly grounds: readonly Ground[];
  readonly limits: Limits;
  readonly rollLastDay: boolean; // 民法典第二百零三条: a last day on a rest day goes to the next working day
  readonly officeHours: { readonly opens: string; readonly closes: string }; // on working days
}

interface Layers {
  readonly terms: Partial<Record<ClockId, Term>>;
  readonly promises: Partial<Record<ClockId, Term>>;
  readonly laxer: Set<ClockId>;
}

/**
 * Lays local packs over the national one. A local pack may add a clock, promise
 * an authority's duty sooner, or give the petitioner longer. What is laxer than
 * the national rule is refused by article, unless the operator answers for it.
 */
export function layPacks(calendars: Calendars, national: NamedPack, locals: readonly NamedPack[] = [], overrides: readonly Override[] = []): Law {
  const layers: Layers = { terms: nationalTerms(national), promises: {}, laxer: new Set() };
  for (const local of locals) {
    for (const [id, entry] of Object.entries(local.clocks)) {
      const clock = clockOf(local, id);
      const excused = overrides.some((override) => override.pack === local.version && override.clock === clock);
      layOne(layers, calendars, local, clock, entry, excused);
    }
  }
  const all = [national, ...locals];
  return {
    version: all.map(({ version }) => version).join('+'),
    national: national.version,
    calendars,
    ...layers,
    limits: limitsOf(national, locals),
    grounds: all.flatMap(({ grounds = [] }) => grounds),
    rollLastDay: all.findLast((pack) => pack.rollLastDay !== undefined)?.rollLastDay ?? true,
    officeHours: all.findLast((pack) => pack.officeHours)?.officeHours ?? { opens: '08:30', closes: '17:30' },
  };
}

function limitsOf({ file, limits }: NamedPack, locals: readonly NamedPack[]): Limits {
  if (!limits) throw new PackFault(file, 'limits', '国家规定里要写明这几个数，请对照随程序的 national.json 补上。');
  const other = locals.find((local) => local.limits);
  if (other) throw new PackFault(other.file, 'limits', '这几个数只写在国家规定里，地方不能另定，请删去。');
  return limits;
}

function nationalTerms(national: NamedPack): Partial<Record<ClockId, Term>> {
  const terms: Partial<Record<ClockId, Term>> = {};
  for (const [id, entry] of Object.entries(national.clocks)) terms[clockOf(national, id)] = { ...entry, pack: national.version };
  return terms;
}

function layOne(layers: Layers, calendars: Calendars, pack: NamedPack, clock: ClockId, entry: PackEntry, excused: boolean): void {
  const { terms, promises, laxer } = layers;
  const rule = CLOCKS[clock];
  const term: Term = { ...entry, pack: pack.version };
  const ours = terms[clock];
  const fault = ours ? faultAgainst(rule, entry.length, ours.length, rule.article, calendars) : faultOfNew(layers, calendars, rule, entry.length);
  if (fault && !excused) {
    throw new PackFault(
      pack.file,
      `clocks.${clock}`,
      `“${rule.name}”${inChinese(entry.length)}，${fault}；请删去这一条，或者由操作者登记例外（例外不改变国家期限）。`,
    );
  }
  if (fault) laxer.add(clock);
  if (!ours) terms[clock] = term;
  else if (isPromise(rule)) promises[clock] = term;
  else if (!fault) terms[clock] = term;
}

/** The same clock with another number: whose good it serves decides in which direction it may move. */
function faultAgainst(rule: ClockRule, length: Length, bound: Length, article: string, { current }: Calendars): string | undefined {
  if (isSame(length, bound)) return undefined;
  const longer = isWithin(bound, length, current);
  const shorter = isWithin(length, bound, current);
  if (rule.type === 'window' && rule.holder !== 'petitioner') return `${article}规定的是${inChinese(bound)}，地方不能另定`;
  const favoursLonger = rule.holder === 'petitioner' || rule.holder === 'parties' || rule.type === 'fiction' || rule.backward;
  if (favoursLonger) return longer ? undefined : `短于${article}规定的${inChinese(bound)}`;
  return shorter ? undefined : `长于${article}规定的${inChinese(bound)}`;
}

/** A clock that the national pack does not know may not be laxer than those it stands beside. */
function faultOfNew({ terms }: Layers, calendars: Calendars, rule: ClockRule, length: Length): string | undefined {
  if (rule.forbiddenBy) return `${rule.forbiddenBy}没有规定延长`;
  for (const bound of rule.boundBy ?? []) {
    const national = terms[bound];
    const fault = national && faultAgainst(rule, length, national.length, CLOCKS[bound].article, calendars);
    if (fault) return fault;
  }
  return undefined;
}

/** A duty keeps its legal date and gets a second one beside it; any other clock takes the new length. */
function isPromise({ type, backward }: ClockRule): boolean {
  return !backward && (type === 'duty' || type === 'recurring' || type === 'conversion');
}

function clockOf(pack: NamedPack, id: string): ClockId {
  if (isClockId(id)) return id;
  throw new PackFault(pack.file, `clocks.${id}`, `没有编号为“${id}”的期限，请核对期限表。`);
}
