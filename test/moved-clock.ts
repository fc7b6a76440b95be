import { readFileSync, writeFileSync } from 'node:fs';

/**
 * A machine whose clock is wrong by as much as a file says. Loaded before the
 * real program (`node --import`), so that a journey can last for months: what it
 * does in spring is done in spring, and nothing in the program knows of it.
 */
const FILE = process.env['MOVED_CLOCK'];
const LOOK = 100;
if (FILE) wrong(FILE);

function wrong(file: string): void {
  const RealDate = Date;
  const read = () => Number(readFileSync(file, 'utf8')) || 0;
  let by = read();
  setInterval(() => {
    by = read();
  }, LOOK).unref();

  globalThis.Date = class extends RealDate {
    constructor(...given: [value?: never]) {
      super(...((given.length === 0 ? [RealDate.now() + by] : given) as [number]));
    }
    static override now = () => RealDate.now() + by;
  } as DateConstructor;
}

/** What the program is started with, and how its clock is moved afterwards. */
export function clockIn(file: string) {
  let by = 0;
  const move = (to: number) => {
    by = to;
    writeFileSync(file, String(by));
  };
  move(0);
  return {
    env: { MOVED_CLOCK: file, NODE_OPTIONS: `--import=${import.meta.filename}` },
    now: () => new Date(Date.now() + by),
    offset: () => by,
    /** So many days before or after the real today. Every process has seen it when this returns. */
    async set(days: number): Promise<void> {
      move(days * 86_400_000);
      await new Promise((resolve) => setTimeout(resolve, 5 * LOOK));
    },
  };
}
