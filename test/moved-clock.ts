import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * A machine whose clock is wrong by as much as a file says. Loaded before the
 * real program (`node --import`), so that a journey can last for months: what it
 * does in spring is done in spring, and nothing in the program knows of it.
 */
const FILE = process.env['MOVED_CLOCK'];
const LOOK = 20; // milliseconds for which what was read holds
if (FILE) wrong(FILE);

/** Looked up when the time is asked for, not by a timer: a process that was busy does not go on with yesterday. */
function wrong(file: string): void {
  const RealDate = Date;
  let [by, readAt] = [0, -LOOK];
  const offset = () => {
    const now = performance.now();
    if (now - readAt < LOOK) return by;
    [by, readAt] = [Number(readFileSync(file, 'utf8')) || 0, now];
    return by;
  };

  globalThis.Date = class extends RealDate {
    constructor(...given: [value?: never]) {
      super(...((given.length === 0 ? [RealDate.now() + offset()] : given) as [number]));
    }
    static override now = () => RealDate.now() + offset();
  } as DateConstructor;
}

/** What the program is started with, and how its clock is moved afterwards. */
export function clockIn(file: string) {
  let by = 0;
  const move = (to: number) => {
    by = to;
    writeFileSync(`${file}.next`, String(by));
    renameSync(`${file}.next`, file); // whole or not at all: half a number is another day
  };
  move(0);
  return {
    env: { MOVED_CLOCK: file, NODE_OPTIONS: `--import=${import.meta.filename}` },
    now: () => new Date(Date.now() + by),
    offset: () => by,
    /** So many days before or after the real today. It is that day in every process when this returns. */
    async set(days: number): Promise<void> {
      move(days * 86_400_000);
      await new Promise((resolve) => setTimeout(resolve, 2 * LOOK));
    },
  };
}
