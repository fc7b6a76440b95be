import type { FastifyInstance } from 'fastify';
import type { Database } from '#platform/database.ts';
import { serve } from '#platform/http.ts';
import { shownCodes } from './codes.ts';
import { getDemoProgress, type Progress } from './contract.ts';
import { countStories, findTold } from './store.ts';

type HowFar = Omit<Progress, 'codes'>;

const FINISHED: HowFar = { finished: true, ready: 0, all: 0, minutes: null };
const WINDOW = 30_000; // the speed of the last half minute tells how long it still takes
const FORESEEN = 3_600_000; // more than an hour only says that the machine is busy with something else

/** Looks how far the county is. Once it is finished nobody asks the database any more. */
export function openProgress(db: Database): () => Promise<HowFar> {
  const seen: { at: number; done: number }[] = [];
  let finished = false;

  return async () => {
    const told = finished || (await findTold(db));
    finished = told === true;
    if (told !== false) return FINISHED;
    const { all, ready, steps, done } = await countStories(db);
    const now = Date.now();
    while (seen[0] && now - seen[0].at > WINDOW) seen.shift();
    seen.push({ at: now, done });
    const [first] = seen;
    const passed = first ? done - first.done : 0;
    const left = first && passed > 0 ? ((steps - done) / passed) * (now - first.at) : Number.POSITIVE_INFINITY;
    return { finished: false, ready, all, minutes: left > FORESEEN ? null : Math.max(1, Math.ceil(left / 60_000)) };
  };
}

/** On both ports; where nothing is demonstrated it is finished from the start, and there is no code to try. */
export function serveProgress(app: FastifyInstance, progress: (() => Promise<HowFar>) | undefined): void {
  const codes = progress ? shownCodes() : [];
  serve(app, getDemoProgress, async () => ({ ...(progress ? await progress() : FINISHED), codes }));
}

const AGAIN = 3_000;

/** The line above the portal's pages, looked up now and then until there is nothing to say any more. */
export function keepNotice(progress: () => Promise<HowFar>, onTrouble: (error: unknown) => void) {
  let notice: ReturnType<typeof noticeOf>;
  const look = async () => {
    notice = noticeOf(await progress());
  };
  const looking = setInterval(() => void look().catch(onTrouble), AGAIN);
  void look().catch(onTrouble);
  return { now: () => notice, stop: () => clearInterval(looking) };
}

function noticeOf({ finished, ready, all, minutes }: HowFar): { readonly zh: string; readonly en: string } | undefined {
  if (finished) return undefined;
  return {
    zh: `演示数据正在准备：${ready}／${all} 件${minutes === null ? '' : `，约还要${minutes}分钟`}。`,
    en: `The demonstration is being prepared: ${ready} of ${all} petitions${minutes === null ? '' : `, about ${minutes} min left`}.`,
  };
}
