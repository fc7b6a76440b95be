import pino, { type DestinationStream, type Logger } from 'pino';

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

export function createLog(role: string, level = 'info', into?: DestinationStream): Log {
  const settings = {
    level,
    base: { role },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describe, error: describe, req: () => undefined, res: () => undefined },
    redact: { paths: PERSONAL, remove: true },
    hooks: {
      logMethod(this: Logger, given: unknown[], write: (...given: any[]) => void) {
        write.apply(this, withoutMessage(given));
      },
    },
  };
  return into ? pino(settings, into) : pino(settings);
}

/** An error handed over whole would bring its message along as the text of the line: pino takes it from there, Fastify says it twice. */
function withoutMessage([first, ...rest]: unknown[]): unknown[] {
  const error = first instanceof Error ? first : (first as { err?: unknown } | null)?.err;
  if (!(error instanceof Error)) return [first, ...rest];
  const said = typeof rest[0] === 'string' && rest[0] !== error.message ? rest[0] : 'error';
  return [first === error ? describe(error) : first, said];
}

/** Should somebody log such a field all the same, it is left out. */
const NAMES = ['body', 'headers', 'query', 'url', 'name', 'phone', 'text', 'summary', 'title', 'detail', 'parameters', 'cookie', 'password', 'ip', 'message'];
const PERSONAL = NAMES.flatMap((name) => [name, `*.${name}`]);

/** Of an error only what it is and where it was thrown. */
export function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, table, constraint, routine } = error as Error & Record<string, unknown>;
  return { type: word(error.name), code: word(code), table: word(table), constraint: word(constraint), routine: word(routine), places: placesOf(error) };
}

/** Names and codes of programs; anything else may be what somebody wrote. */
const word = (text: unknown) => (typeof text === 'string' && /^[\w.:-]{1,80}$/.test(text) ? text : undefined);

const PLACE = /^at (async )?([\w.<>$#[\] ]+ \()?(file:\/\/|node:|\/)[\w./@%+-]+:\d+:\d+\)?$/;

/** The stack begins with the message, which may hold lines that look like places: those of V8 come behind it, and in no other letters. */
function placesOf({ message, stack = '' }: Error): string[] {
  const end = message ? stack.indexOf(message) : -1;
  const lines = (end < 0 ? stack : stack.slice(end + message.length)).split('\n').map((line) => line.trim());
  return lines.filter((line) => PLACE.test(line)).slice(0, 12);
}
