import { recalculate } from '#kernel/clocks/engine.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import type { Reading, Readings } from '#kernel/clocks/reading.ts';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import type { Law } from '#kernel/law.ts';
import { loadHistory, toAction } from '#platform/history.ts';
import { withNotices, type NoticeRow } from '#platform/calendar-notices.ts';
import { holderNow } from '../domain/clocks.ts';
import { matterOf, type CaseworkNeeds } from '../handle.ts';
import type { CaseworkDb } from '../store.ts';

/**
 * What a notice would change before it counts: which running terms, of whom, from
 * which day to which, and which stand because somebody was told. By term and
 * unit, with how many: whoever keeps the calendar reads no matter.
 */
export interface Preview {
  readonly running: number; // terms that were counted again, of open matters and beside them
  readonly more: boolean; // there are more than were looked at
  readonly told: number; // would have ended earlier, and stand
  readonly moved: readonly MovedHere[];
}

export interface MovedHere {
  readonly clock: string;
  readonly holder: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly count: number;
}

const MOST = 1_000; // matters
const NEAR = 30; // days before the first changed day: a term that ends there is not reached by the change

export async function previewMoves(needs: PreviewNeeds, region: string, notice: NoticeRow): Promise<Preview> {
  const { version } = notice;
  const calendars = withNotices(needs.calendars, [notice]);
  const subjects = await findNear(needs.db.sql as CaseworkDb, region, addDays(notice.days[0]!.date, -NEAR));
  const seen = subjects.slice(0, MOST);
  const rows = seen.length === 0 ? [] : await loadHistory(needs.db.sql, seen).execute();
  const matters = [...Map.groupBy(rows, ({ subject }) => subject).values()].map((acts) => matterOf(needs as CaseworkNeeds, acts.map(toAction)));
  const beside = (await needs.runningBeside?.(region, MOST)) ?? { all: [], more: false };
  const groups = new Map<string, MovedHere>();
  let [running, told] = [0, 0];
  for (const matter of matters) look(matter.clocks, matter.opening!.pack, (reading) => holderNow(reading, matter));
  for (const { clocks, pack } of beside.all) look(clocks, pack, ({ holder }) => holder);
  const moved = [...groups.values()].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : one.clock < other.clock ? -1 : 1));
  return { running, more: subjects.length > MOST || beside.more, told, moved };

  function look(clocks: Readings, pack: string, holderOf: (reading: Reading) => string): void {
    const law = { ...needs.lawOf(pack), calendars };
    const after = recalculate(clocks, version, law);
    for (const reading of Object.values(clocks)) {
      if (reading.stoppedOn) continue;
      running += 1;
      const { key, clock, legalOn: from } = reading;
      const to = after[key]!.legalOn;
      if (to === from) told += wouldEndEarlier(reading, version, law) ? 1 : 0;
      else count(groups, { clock: CLOCKS[clock].name, holder: holderName(needs, reading, holderOf(reading)), from, to, count: 1 });
    }
  }
}

export type PreviewNeeds = Pick<CaseworkNeeds, 'db' | 'calendars' | 'lawOf' | 'organs'> & {
  /** What runs beside the matters of a region: arrivals, other work, complaints. Not of the sealed line: it alone knows what runs there, and how few. */
  readonly runningBeside?: (region: string, most: number) => Promise<{ readonly all: readonly RunningBeside[]; readonly more: boolean }>;
};

interface RunningBeside {
  readonly clocks: Readings;
  readonly pack: string;
}

/** Somebody was told the later day, and it stands. */
function wouldEndEarlier({ toldOn, ...untold }: Reading, version: string, law: Law): boolean {
  if (!toldOn) return false;
  const readings: Readings = { [untold.key]: untold };
  return recalculate(readings, version, law)[untold.key]!.legalOn < untold.legalOn;
}

function holderName({ organs }: PreviewNeeds, reading: Reading, holder: string): string {
  const unit = reading.role === 'petitioner' || CLOCKS[reading.clock].type === 'right' ? '信访人' : holder;
  return unit.includes('/') ? organs().nameOf(unit) : unit;
}

function count(groups: Map<string, MovedHere>, one: MovedHere): void {
  const key = `${one.clock} ${one.holder} ${one.from} ${one.to}`;
  groups.set(key, { ...one, count: (groups.get(key)?.count ?? 0) + 1 });
}

/** Matters of this region with a term that runs into the days of the notice. */
async function findNear(db: CaseworkDb, region: string, from: PlainDate) {
  const rows = await db
    .selectFrom('casework.running')
    .select('subject')
    .distinct()
    .where('holder_region', '=', region)
    .where('region', '=', region)
    .where('legal_on', '>=', from)
    .orderBy('subject')
    .limit(MOST + 1)
    .execute();
  return rows.map(({ subject }) => ({ region, id: subject }));
}
