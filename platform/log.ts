import pino, { type Logger } from 'pino';

/**
 * The log: one JSON line an event, for those who run the machine.
 *
 * It may hold ids, codes, durations, route patterns and counts. It never holds
 * what a person wrote or is called, an address with its query, a body or a
 * header: nobody who reads a log learns who petitioned about what. So errors
 * are written by `describe`, never whole, since a database or a parser quotes
 * in its message the value that it did not like.
 */
export type Log = Logger;

export function createLog(role: string, level = 'info'): Log {
  return pino({
    level,
    base: { role },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describe, error: describe, req: () => undefined, res: () => undefined },
    redact: { paths: PERSONAL, remove: true },
  });
}

/** Should somebody log such a field all the same, it is left out. */
const NAMES = ['body', 'headers', 'query', 'url', 'name', 'phone', 'text', 'summary', 'title', 'detail', 'parameters', 'cookie', 'password', 'ip', 'message'];
const PERSONAL = NAMES.flatMap((name) => [name, `*.${name}`]);

/** Of an error only what it is and where it was thrown. */
export function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, table, constraint, routine } = error as Error & Record<string, unknown>;
  const places = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  return { type: error.name, code, table, constraint, routine, places };
}
