import { describe, expect, it } from 'vitest';
import { countAttempts, placeOf } from './rate.ts';

describe('attempts', () => {
  const wrong = async () => undefined;

  it('stop one place after so many failures, tell it for how long, and leave the others alone', async () => {
    let now = new Date('2026-05-11T09:00:00+08:00');
    const attempts = countAttempts(() => now, 3, 15 * 60_000);
    for (let turn = 0; turn < 3; turn += 1) expect(await attempts.guess('a', wrong)).toBeUndefined();
    expect(attempts.left('a')).toBe(0);
    await expect(attempts.guess('a', wrong)).rejects.toThrow('请过15分钟再试');
    expect(() => attempts.check('b')).not.toThrow();

    now = new Date('2026-05-11T09:14:30+08:00');
    expect(() => attempts.check('a')).toThrow('请过1分钟再试');
    now = new Date('2026-05-11T09:15:00+08:00');
    expect(() => attempts.check('a')).not.toThrow();
    expect(attempts.left('a')).toBe(3);
  });

  it('are counted before they are looked at; what is found costs nothing, nor what could not be looked for', async () => {
    const attempts = countAttempts(() => new Date(0), 3);
    const outcomes = await Promise.allSettled(Array.from({ length: 9 }, () => attempts.guess('a', wrong)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await attempts.guess('b', async () => 'the page')).toBe('the page');
    await expect(attempts.guess('b', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(attempts.left('b')).toBe(3);
  });

  it('bar nobody for longer where the clock is set back', async () => {
    let now = new Date('2026-05-11T09:00:00+08:00');
    const attempts = countAttempts(() => now, 1);
    await attempts.guess('a', wrong);
    now = new Date('2026-05-10T09:00:00+08:00');
    expect(() => attempts.check('a')).not.toThrow();
  });

  it('do not grow without end, whoever sends them', async () => {
    const attempts = countAttempts(() => new Date(0), 1, 1_000, 100);
    for (let place = 0; place < 1_000; place += 1) await attempts.guess(String(place), wrong);
    expect(() => attempts.check('0')).not.toThrow(); // long gone by
    expect(() => attempts.check('999')).toThrow();
  });
});

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2::1', '2001:db8:1:0::/56'],
  ['2001:db8:1:2ff:a:b:c:d', '2001:db8:1:200::/56'],
  ['2001:db8:1:201::9', '2001:db8:1:200::/56'],
  ['fe80::1%eth0', 'fe80:0:0:0::/56'],
  ['::1', '0:0:0:0::/56'],
])('counts %s as %s', (ip, place) => expect(placeOf(ip)).toBe(place));
