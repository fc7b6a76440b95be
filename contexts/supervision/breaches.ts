/**
 * What is overdue, found by the timetable from the running clocks: nobody types
 * it and nobody can leave it out (28, A24). A breach of the regulations stands
 * as found; a promise or a local term that escalates is put before a person,
 * who orders or says why not. A second run does nothing, and what was done
 * meanwhile ends it.
 */
import { findLate, type CaseworkDb } from '#contexts/casework/index.ts';
import { asSystem, findLateDecisions, findOwned, handleWork, type CoordinationDb, type WorkNeeds } from '#contexts/coordination/index.ts';
import type { Directory } from '#contexts/directory/index.ts';
import { CLOCK_IDS, CLOCKS } from '#kernel/clocks/index.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { regionOf } from '#kernel/subject.ts';
import { fixedId } from './fixed-id.ts';

/** Duties of the regulations and of the rules beside them; local promises and defaults of this system are no breach. */
export const WATCHED = CLOCK_IDS.filter(
  (id) => /^[AB]/.test(id) && ['duty', 'recurring', 'conversion'].includes(CLOCKS[id].type) && CLOCKS[id].holder !== 'petitioner',
);

/** Terms whose passing escalates without being a breach of the regulations (statutes: D03, D04, D11, D12, D15; E04 asks for 督办): proposed, never decided, by the system. */
export const PROPOSED = ['D03', 'D04', 'D11', 'D12', 'D15', 'E04'] as const satisfies readonly (typeof CLOCK_IDS)[number][];

/** The petition department watches over its region; over itself that of the level above does. */
export function supervisorOf(directory: Directory, unit: string): string | undefined {
  const own = directory.petitionDeptOf(regionOf(unit));
  return own && directory.organOf(own) !== directory.organOf(unit) ? own : directory.petitionDeptAbove(regionOf(unit));
}

/** @returns how many breaches were found or ended */
export async function watchClocks(needs: WorkNeeds, region: string, limit = 300): Promise<number> {
  const directory = needs.directory.current();
  const sql = needs.db.sql;
  const today = dateInChina(needs.now());
  const late = await findLate(sql as CaseworkDb, region, [...WATCHED, ...PROPOSED], today);
  const above = directory.petitionDeptAbove(region);
  const owners = [...new Set([region, ...(above ? [regionOf(above)] : [])])]; // of orders about this region: its own petition department, or that above
  const known = (await Promise.all(owners.map((each) => findOwned(sql as CoordinationDb, each, 'order', 20_000))))
    .flat()
    .filter((row) => row.region === region);
  const stages = new Map(known.map(({ subject, stage }) => [subject, stage]));
  const ofMatters = late.map(({ region: home, subject, key, unit, clock, legal_on: legalOn, no: matter }) => {
    return { id: fixedId(home, subject, key), values: { unit, clock, key, legalOn, matter, matterId: `${home}/${subject}` } };
  });
  const now = new Map([...ofMatters, ...(await ofMeetings(needs, region, today))].map(({ id, values }) => [id, values]));
  let done = 0;
  for (const [id, values] of now) {
    const owner = supervisorOf(directory, values.unit);
    const stage = stages.get(id);
    if (!owner || (stage !== undefined && stage !== 'ended')) continue;
    if (done >= limit) break;
    const step = (PROPOSED as readonly string[]).includes(values.clock) ? 'propose' : 'detect';
    const made = await handleWork(needs, { region, id }, { kind: 'order', step, values, by: asSystem, owner });
    done += made.length > 0 ? 1 : 0;
  }
  for (const { subject, stage, region: home } of known) {
    if (!['detected', 'proposed'].includes(stage) || now.has(subject)) continue;
    const made = await handleWork(needs, { region: home, id: subject }, { kind: 'order', step: 'end', values: {}, by: asSystem });
    done += made.length > 0 ? 1 : 0;
  }
  return done;
}

/** What a meeting decided and nobody has reported by its day: proposed like the others, to whoever supervises the unit that was charged (D12). */
async function ofMeetings(needs: WorkNeeds, region: string, today: PlainDate) {
  const late = await findLateDecisions(needs, region, today);
  return late.map(({ region: home, subject, key, unit, host, item, legalOn, matter }) => {
    return { id: fixedId(home, subject, key), values: { unit, clock: 'D12', key, legalOn, ...(matter && { matter }), host, item } };
  });
}

/** 危险表述过了半小时没有人跟进 (E01): whoever heads the duty is told, once, around the clock; what to do stays with people. @returns how many alarms */
export async function raiseAlarms(needs: WorkNeeds, region: string): Promise<number> {
  const directory = needs.directory.current();
  const open = (await findOwned(needs.db.sql as CoordinationDb, region, 'danger', 2_000)).filter(({ stage }) => stage === 'found');
  let raised = 0;
  for (const { subject, opened_at: openedAt, owner } of open) {
    if (needs.now().getTime() - openedAt.getTime() < HALF_AN_HOUR) continue;
    const head = directory.petitionDeptOf(region) ?? directory.organOf(owner);
    raised += (await handleWork(needs, { region, id: subject }, { kind: 'danger', step: 'alarm', values: { head }, by: asSystem })).length;
  }
  return raised;
}

const HALF_AN_HOUR = 30 * 60_000;
