import type { Log } from '#platform/log.ts';
import type { Settings } from '#platform/settings.ts';
import { DEMO_REGION } from '../demo-county.ts';
import { openCast } from './cast.ts';
import { demoCodeOf } from './codes.ts';
import { planCounty, type County } from './county.ts';
import type { Stage } from './deeds/index.ts';
import { SHOWN } from './first.ts';
import { openOffice, type Office } from './office.ts';
import { replay, type Asked, type Running } from './replay.ts';
import { openScene, type Scene } from './scene.ts';
import { finish } from './store.ts';

/** Tells the county's whole year, first what the desks need to be alive, then the rest; goes on where it was broken off. */
export interface Telling {
  readonly today: Date;
  readonly onRefusal: Asked['onRefusal'];
  readonly onFirst?: () => void;
  readonly onDay?: (done: number, steps: number) => void;
}

export async function replayAll(settings: Settings, log: Log, { today, onRefusal, onFirst, onDay }: Telling): Promise<void> {
  const office = await openOffice(settings, log);
  try {
    const { staff, db } = office;
    const directory = staff.directory.current();
    const county = await planCounty({ db, region: DEMO_REGION, directory, calendar: staff.calendars.current, today });
    const stage = stageOf(office, county);
    const stories = county.stories.map(({ plan, row }) => ({ part: row.part, running: { plan, done: row.done } }));
    const steps = stories.reduce((sum, { running }) => sum + running.plan.deeds.length, 0);
    const asked: Asked = {
      county: DEMO_REGION,
      until: county.startedAt,
      onRefusal,
      onDay: () =>
        onDay?.(
          stories.reduce((sum, { running }) => sum + running.done, 0),
          steps,
        ),
    };
    if (county.finished) return onFirst?.();
    await replay(stage, only(stories, 1), asked);
    onFirst?.();
    await replay(stage, only(stories, 2), asked);
    await finish(db, DEMO_REGION);
  } finally {
    await office.close();
  }
}

const only = (stories: readonly { part: number; running: Running }[], wanted: number) =>
  stories.flatMap(({ part, running }) => (part === wanted ? [running] : []));

function stageOf(office: Office, { stories }: County): Stage {
  const scenes = new Map<string, Scene>(
    stories.map(({ plan: { story }, row }) => {
      const code = story.id in SHOWN ? demoCodeOf(story) : undefined;
      return [story.id, openScene(office.db, story, { intake: row.intake, matters: row.matters, ...(code && { code }) })];
    }),
  );
  const scene = (id: string) => {
    const found = scenes.get(id);
    if (!found) throw new Error(`No story ${id}`);
    return found;
  };
  return { office, cast: openCast(), directory: () => office.staff.directory.current(), scene };
}
