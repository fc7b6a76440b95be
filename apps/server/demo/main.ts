import { getPriority, setPriority } from 'node:os';
import { createLog, describe } from '#platform/log.ts';
import { readSettings } from '#platform/settings.ts';
import { replayAll } from './run.ts';

/**
 * The process that tells the county's year, started in demonstration mode and
 * gone when it is done. It may be ended at any moment: the next one goes on.
 */
export type Telling = { readonly first: true } | { readonly done: number; readonly steps: number } | { readonly finished: true };

const [, , day] = process.argv; // a moment to take for today, in tests
const settings = readSettings(process.env);
const log = createLog('demo', settings.logLevel);
const tell = (what: Telling) => void (process.connected && process.send?.(what));
const POLITE = 5; // whoever tries the pages meanwhile comes first

process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {}); // Ctrl-C reaches the watcher too, and it says in which order
process.on('SIGTERM', () => process.exit(0));

try {
  await replayAll(settings, log, {
    today: day ? new Date(day) : new Date(),
    onRefusal: (story, sentence) => log.warn({ story, sentence }, 'story left as it is'),
    onFirst: () => {
      tell({ first: true });
      setPriority(Math.max(getPriority(), POLITE)); // never more than it was started with
    },
    onDay: (done, steps) => tell({ done, steps }),
  });
  tell({ finished: true });
  process.disconnect?.();
} catch (error) {
  log.error(describe(error), 'replay broke off');
  process.exit(1);
}
