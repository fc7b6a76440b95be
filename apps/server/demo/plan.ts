import { workingDayFrom } from '#kernel/calendar.ts';
import { addDays, dateInChina, instantInChina, type PlainDate, yearOf } from '#kernel/dates.ts';
import type { Story, StoryMatter } from '../../../data/demo/schema.ts';
import type { Step } from '../../../data/demo/steps.ts';
import { arrivalOf, inOfficeHours, later, workdayOf, type Year } from './days.ts';
import { AT_ANY_TIME, PARTS, type Part } from './parts.ts';
import { standingsOf, type Standing } from './standing.ts';

/** One act of a story, at its moment. */
export interface Deed extends Part {
  readonly at: Date;
  readonly matter: number; // of the story; 0 for what concerns the whole arrival
  readonly step?: Step;
  readonly index: number; // of the step in its path
  readonly standing: Standing;
  readonly arrivedAt: Date;
}

export interface Plan {
  readonly story: Story;
  readonly arrivedAt: Date;
  readonly deeds: readonly Deed[]; // in the order of their moments; none later than now
}

type SuperiorOf = (unit: string) => string | undefined;

/** Everything that happened to a story until now. */
export function planOf(story: Story, year: Year, superiorOf: SuperiorOf): Plan {
  const arrivedAt = arrivalOf(story, year);
  const arrival = arrivalDeeds(story, arrivedAt, year);
  const opened = arrival.at(-1)?.at ?? arrivedAt;
  const deeds = [...arrival, ...story.matters.flatMap((matter, index) => matterDeeds(story, matter, index, { arrivedAt, opened, year, superiorOf }))];
  const past = numbered(deeds).filter(({ at }) => at <= year.until);
  return { story, arrivedAt, deeds: past.toSorted((one, other) => one.at.getTime() - other.at.getTime()) };
}

/** A matter may have two papers of a kind, as when it was sent on twice: each deed says which one it is about. */
function numbered(deeds: readonly Deed[]): Deed[] {
  const drafted = new Map<string, number>();
  return deeds.map((deed) => {
    if (!deed.paper) return deed;
    const key = `${deed.matter} ${deed.paper}`;
    const nth = (drafted.get(key) ?? 0) + (deed.deed === 'draft' ? 1 : 0);
    drafted.set(key, nth);
    return { ...deed, nth };
  });
}

const HIMSELF: readonly Story['channel'][] = ['web', 'mobile', 'kiosk']; // registered as it comes, by nobody
const PRESENT: readonly Story['channel'][] = ['visit', 'phone'];

function arrivalDeeds(story: Story, arrivedAt: Date, year: Year): Deed[] {
  const { channel, receivedBy, answer, converted, purpose, matters, unregistered, offlineHours } = story;
  const standing = { desk: receivedBy, from: receivedBy, unit: receivedBy };
  const deed = (name: Deed['deed'], at: Date): Deed => ({
    deed: name,
    at: earliest(at, year.until),
    by: receivedBy,
    after: 0,
    matter: 0,
    index: -1,
    standing,
    arrivedAt,
  });
  const soon = (minutes: number) => inOfficeHours(later(arrivedAt, minutes), year);
  const on = (day: number, minutes: number) => (day === 0 ? soon(minutes) : later(morningOf(story, workdayOf(dateInChina(arrivedAt), day, year)), minutes));

  const atDesk = PRESENT.includes(channel) ? later(arrivedAt, 5) : soon(35);
  const registered = HIMSELF.includes(channel) ? arrivedAt : offlineHours ? soon(offlineHours * 60) : atDesk;
  const deeds = [deed('register', registered)];
  if (unregistered) return deeds;
  if (purpose) {
    deeds.push(deed('keep', inOrder(deeds, PRESENT.includes(channel) ? later(arrivedAt, 8) : soon(50))));
    if (answer) deeds.push(deed('answer', inOrder(deeds, answer.day === 0 ? later(arrivedAt, answer.minutes) : on(answer.day, 30))));
  }
  const days = matters.map(({ classifiedOn = 0 }) => classifiedOn);
  if (matters.length > 0) deeds.push(deed('open', inOrder(deeds, on(converted?.day ?? Math.min(...days), 60))));
  return deeds;
}

interface When {
  readonly arrivedAt: Date;
  readonly opened: Date;
  readonly year: Year;
  readonly superiorOf: SuperiorOf;
}

function matterDeeds(story: Story, matter: StoryMatter, index: number, { arrivedAt, opened, year, superiorOf }: When): Deed[] {
  const start = dateInChina(arrivedAt);
  const standings = standingsOf(matter, story.receivedBy, superiorOf);
  const deeds: Deed[] = [];
  let free = later(opened, 10); // the matter is at hand again

  if (matter.kind !== 'accusation' && isClassifiedLater(matter, story)) {
    free = earliest(latest(free, morningOf(story, workdayOf(start, matter.classifiedOn ?? 0, year))), year.until);
    const standing = { desk: story.receivedBy, from: story.receivedBy, unit: story.receivedBy };
    deeds.push({ deed: 'classify', at: free, by: story.receivedBy, after: 0, matter: index, index: -1, standing, arrivedAt });
  }
  matter.path.forEach((step, nth) => {
    const standing = standings[nth]!;
    const parts = (PARTS[step.do] as (step: Step, context: object) => readonly Part[])(step, { story, matter, index: nth, standing });
    const morning = AT_ANY_TIME.has(step.do)
      ? later(instantInChina(addDays(start, step.day)), 19 * 60 + spread(story, 120))
      : morningOf(story, workdayOf(start, step.day, year));
    const begun = earliest(latest(later(free, 5), morning), year.until);
    for (const part of parts) {
      const sameDay = earliest(later(begun, part.after), year.until); // what was begun today is done by now
      const at = part.days ? later(morningOf(story, workingDayFrom(year.calendar, addDays(dateInChina(begun), part.days))), part.after) : sameDay; // what is still in the post has not arrived
      deeds.push({ ...part, at, matter: index, step, index: nth, standing, arrivedAt });
      if (!part.days) free = latest(free, sameDay);
    }
  });
  return deeds;
}

/** Set at once where the whole arrival was read on that day; the others of it are looked at later. */
export function isClassifiedLater({ classifiedOn }: StoryMatter, { matters, converted }: Story): boolean {
  const first = converted?.day ?? Math.min(...matters.map((one) => one.classifiedOn ?? 0));
  return classifiedOn !== undefined && classifiedOn > first;
}

/** Offices do not all begin at the same minute: 9 o'clock and a little, always the same for a story. */
const morningOf = (story: Story, day: PlainDate): Date => instantInChina(day, `09:${String(spread(story, 55)).padStart(2, '0')}`);
const spread = ({ id }: Story, most: number) => [...id].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 9973, 7) % most;

const inOrder = (before: readonly Deed[], moment: Date) => latest(before.at(-1)?.at ?? moment, moment);
const latest = (one: Date, other: Date) => (one > other ? one : other);
const earliest = (one: Date, other: Date) => (one < other ? one : other);

/** How many numbers of each series a story takes, by the year of its registration and of its opening. */
export function seriesYearsOf({ deeds, story }: Plan): { readonly intake: number; readonly matters: readonly number[] } {
  const yearFor = (name: Deed['deed']) => yearOf(dateInChina(deeds.find(({ deed }) => deed === name)?.at ?? deeds[0]!.at));
  const ordinary = deeds.some(({ deed }) => deed === 'open') ? story.matters.filter(({ kind }) => kind !== 'accusation') : [];
  return { intake: yearFor('register'), matters: ordinary.map(() => yearFor('open')) };
}
