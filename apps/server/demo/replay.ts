import { addDays, dateInChina, instantInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { timeActs } from '#contexts/casework/index.ts';
import { renderPending } from '#contexts/documents/index.ts';
import { closeWindows } from '#contexts/evaluation/index.ts';
import { at } from './clock.ts';
import { DEEDS, type Stage } from './deeds/index.ts';
import { Refused } from './office.ts';
import type { Deed, Plan } from './plan.ts';
import { beat, markDone, setTrouble } from './store.ts';

/** A story on its way: how many of its deeds are done. */
export interface Running {
  readonly plan: Plan;
  done: number;
}

export interface Asked {
  readonly county: string;
  readonly until: Date;
  /** Told after every day of the replay. */
  readonly onDay?: () => void;
  /** A refusal ends everything (tests), or sets the story aside, because somebody was faster at the workbench. */
  readonly onRefusal: (story: string, sentence: string) => void;
}

const SIDE_BY_SIDE = 4; // stories; the acts of one stay in their order

/**
 * The year as one timeline: day by day what time alone brings, then what
 * people did on that day. Numbers rise with the days; within a day stories go
 * on side by side.
 */
export async function replay(stage: Stage, stories: readonly Running[], { county, until, onDay, onRefusal }: Asked): Promise<void> {
  const days = daysOf(stories);
  const first = days.keys().next().value;
  const regions = new Set(stories.filter(({ done }) => done > 0).map(({ plan }) => stage.scene(plan.story.id).region));
  const last = dateInChina(until);
  if (first !== undefined) for (const region of regions) await evening(stage, region, instantInChina(first, '08:00')); // signed just before the telling was broken off

  for (let day = first; day !== undefined && day <= last; day = addDays(day, 1)) {
    for (const region of regions) await nightly(stage, region, instantInChina(day, '00:05'));
    const today = days.get(day) ?? [];
    await sideBySide(today, (running) => tell(stage, running, day!, onRefusal));
    for (const { plan } of today) regions.add(stage.scene(plan.story.id).region);
    if (today.length > 0) for (const region of regions) await evening(stage, region, later(instantInChina(day, '18:00'), until));
    await beat(stage.office.db, county);
    onDay?.();
  }
}

const later = (moment: Date, until: Date) => (moment < until ? moment : until);

/** Which stories have something to do on which day, in order. */
function daysOf(stories: readonly Running[]) {
  const all = stories.flatMap((running) => running.plan.deeds.slice(running.done).map((deed) => ({ day: dateInChina(deed.at), running })));
  const days = new Map<ReturnType<typeof dateInChina>, Running[]>();
  for (const { day, running } of all.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))) {
    const list = days.get(day) ?? [];
    if (!list.includes(running)) list.push(running);
    days.set(day, list);
  }
  return days;
}

/** What the worker does at five past midnight. */
async function nightly({ office: { staff } }: Stage, region: string, moment: Date): Promise<void> {
  await at(moment, {}, async () => {
    await timeActs(staff, region);
    await closeWindows(staff, region);
  });
}

/** And every minute, here once a day: the bytes of letters between offices. */
async function evening({ office: { staff } }: Stage, region: string, moment: Date): Promise<void> {
  await at(moment, {}, () => renderPending(staff, region, 500));
}

/** The deeds of one story on one day, each in a transaction that also says that it is done. */
async function tell(stage: Stage, running: Running, day: string, onRefusal: Asked['onRefusal']): Promise<void> {
  const { plan } = running;
  const { story, deeds } = plan;
  for (let deed = deeds[running.done]; deed && dateInChina(deed.at) === day; deed = deeds[running.done]) {
    try {
      await doOne(stage, running, deed);
    } catch (error) {
      const sentence = refusalIn(error);
      if (sentence === undefined) throw Object.assign(error as Error, { message: `${story.id} ${nameOf(deed)}: ${(error as Error).message}` });
      onRefusal(story.id, `${nameOf(deed)}：${sentence}`);
      await setTrouble(stage.office.db, { region: stage.scene(story.id).region, story: story.id }, sentence);
      running.done = deeds.length;
    }
  }
}

async function doOne(stage: Stage, running: Running, deed: Deed): Promise<void> {
  const { story } = running.plan;
  const scene = stage.scene(story.id);
  const matter = story.matters[deed.matter]!;
  const mark = markDone(stage.office.db, { region: scene.region, story: story.id }, running.done + 1);
  const marked = await at(deed.at, { mark, numbers: scene.numbers }, () => DEEDS[deed.deed]({ stage, scene, deed, story, matter, at: deed.at }));
  if (!marked) await stage.office.db.send(mark); // the sealed line keeps its own history, in a role that may not write here
  running.done += 1;
}

const nameOf = ({ deed, step, paper }: Deed) => [step?.do, deed, paper].filter(Boolean).join(' ');

/** What the office said no with; anything else is a fault of ours. */
function refusalIn(error: unknown): string | undefined {
  return error instanceof Refused || error instanceof Refusal ? error.message : undefined;
}

async function sideBySide<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const one = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, one));
}
