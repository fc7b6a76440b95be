import type { Directory } from '#contexts/directory/index.ts';
import { regionOf } from '#kernel/subject.ts';
import type { Database } from '#platform/database.ts';
import { openNumbers } from '#platform/numbers.ts';
import { seriesOf, writeNumber, type NumberKind } from '#platform/numbers-format.ts';
import { loadStories } from '../../../data/demo/load.ts';
import type { Year } from './days.ts';
import { chooseFirst } from './first.ts';
import { planOf, seriesYearsOf, type Plan } from './plan.ts';
import { numberCodeOf } from '../organs.ts';
import { findCounty, insertPlan, loadStoryRows, type StoryRow } from './store.ts';

/** The plan of the whole year: made once and kept, so that a replay that was broken off goes on with the same days and numbers. */
export interface County {
  readonly startedAt: Date;
  readonly finished: boolean;
  readonly stories: readonly Planned[];
}

export interface Planned {
  readonly plan: Plan;
  readonly row: StoryRow;
}

interface From {
  readonly db: Database;
  readonly region: string;
  readonly directory: Directory;
  readonly calendar: Year['calendar'];
  readonly today: Date;
}

export async function planCounty({ db, region, directory, calendar, today }: From): Promise<County> {
  const known = await findCounty(db, region);
  const startedAt = known?.started_at ?? today;
  const plans = plansOf(directory, { calendar, until: startedAt });
  if (!known) await insertPlan(db, region, startedAt, await rowsOf(db, directory, plans));
  const rows = new Map((await loadStoryRows(db)).map((row) => [row.story, row]));
  const stories = plans.flatMap((plan) => {
    const row = rows.get(plan.story.id);
    return row ? [{ plan, row }] : []; // a story that a later version added is not told in a county that is there already
  });
  return { startedAt, finished: known?.finished_at != null, stories };
}

export const plansOf = (directory: Directory, year: Year): Plan[] =>
  loadStories()
    .map((story) => planOf(story, year, (unit) => directory.superiorOf(unit)))
    .filter(({ deeds }) => deeds.length > 0);

/** Each story with the numbers that it would have got, had the year been lived: in the order of receipt, whatever is replayed first. */
async function rowsOf(db: Database, directory: Directory, plans: readonly Plan[]): Promise<StoryRow[]> {
  const first = chooseFirst(plans);
  const given = await numbersFor(db, directory, plans);
  return plans.map((plan) => ({
    region: regionOf(plan.story.receivedBy),
    story: plan.story.id,
    part: first.has(plan.story.id) ? 1 : 2,
    ...given.get(plan.story.id)!,
    steps: plan.deeds.length,
    done: 0,
    trouble: null,
  }));
}

interface Given {
  readonly intake: string;
  readonly matters: readonly string[];
}

async function numbersFor(db: Database, directory: Directory, plans: readonly Plan[]): Promise<Map<string, Given>> {
  const asked = plans.flatMap((plan) => {
    const region = regionOf(plan.story.receivedBy);
    const { intake, matters } = seriesYearsOf(plan);
    const openedAt = plan.deeds.find(({ deed }) => deed === 'open')?.at ?? plan.arrivedAt;
    const region6 = numberCodeOf(directory, region);
    const ask = (kind: NumberKind, year: number, at: Date) => ({ story: plan.story.id, region6, kind, year, at });
    return [ask('S', intake, plan.deeds[0]!.at), ...matters.map((year) => ask('X', year, openedAt))];
  });
  const bySeries = Map.groupBy(asked, ({ region6, kind, year }) => `${region6} ${seriesOf(kind, year)}`);
  const numbers = openNumbers(db.sql, { leasedTo: 'demo', now: () => new Date() });
  const given = new Map<string, { intake: string; matters: string[] }>(plans.map(({ story }) => [story.id, { intake: '', matters: [] }]));
  for (const series of bySeries.values()) {
    const { region6, kind, year } = series[0]!;
    const start = await numbers.take(region6, seriesOf(kind, year), series.length);
    series
      .toSorted((one, other) => one.at.getTime() - other.at.getTime())
      .forEach(({ story }, nth) => {
        const no = writeNumber({ region6, kind, year, sequence: start + nth });
        const mine = given.get(story)!;
        if (kind === 'S') mine.intake = no;
        else mine.matters.push(no);
      });
  }
  return given;
}
