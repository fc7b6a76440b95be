import { expect, it } from 'vitest';
import { createLog, describe } from './log.ts';

/** What a person wrote comes into an error's message by many ways; none of them leads into the log. */
const WRITTEN = '石榴树下的张三丰';
const BODIES = {
  'a parser that quotes': () => JSON.parse(`{"text": ${WRITTEN}\n    at ${WRITTEN} (file:///srv/huiyin/a.ts:1:1)`),
  'a validator that quotes, in lines that look like places': () => {
    throw new Error(`must be string, is\n    at Zhang.Sanfeng (file:///srv/huiyin/${WRITTEN}.ts:1:1)\n    at Shiliu (/srv/huiyin/pomegranate.ts:2:2)`);
  },
  'a message that was changed afterwards': () => {
    throw Object.assign(new Error(`one\n    at ${WRITTEN} (file:///a.ts:1:1)`), { message: WRITTEN });
  },
  'a database that quotes the value': () => {
    throw Object.assign(new Error(`Key (name)=(${WRITTEN}) already exists`), { code: '23505', table: 'intake', detail: WRITTEN, constraint: `${WRITTEN}` });
  },
};

function thrownBy(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('It threw nothing');
}

it.each(Object.entries(BODIES))('of %s only kind, code and places are left', (_, work) => {
  const described = describe(thrownBy(work));
  expect(JSON.stringify(described)).not.toMatch(/石榴|张三丰|Sanfeng|pomegranate/);
  expect(described['places']).toEqual(expect.arrayContaining([expect.stringContaining('log.test.ts')]));
});

it('keeps what leads to a bug: its code, its table, and where it was thrown', () => {
  const error = thrownBy(() => {
    throw Object.assign(new Error('x'), { code: '23505', table: 'intake' });
  });
  expect(describe(error)).toMatchObject({ type: 'Error', code: '23505', table: 'intake' });
  expect((describe(error)['places'] as string[])[0]).toContain('log.test.ts');
});

it.each(Object.entries(BODIES))('an error of %s that is logged whole, as Fastify and libraries do, says no more', (_, work) => {
  const lines: string[] = [];
  const log = createLog('test', 'trace', { write: (line) => void lines.push(line) });
  const error = thrownBy(work);
  log.error(error);
  log.error(error, error.message);
  log.error({ err: error }, error.message);
  log.warn({ err: error }, 'Reply was already sent');
  log.child({ id: 'r1' }).error({ error, message: error.message });
  expect(lines).toHaveLength(5);
  expect(lines.join('')).not.toMatch(/石榴|张三丰|Sanfeng|pomegranate/);
  expect(lines[3]).toContain('Reply was already sent');
});
