import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLaws } from '#platform/rules.ts';
import { signedText, timeThatCounts } from './offline.ts';

const HOURS = readLaws().inForce('2026-07-24', 'qinghe').limits.offline.hours; // 72
const syncedAt = new Date('2026-07-24T10:00:00+08:00');
const ago = (minutes: number) => new Date(syncedAt.getTime() - minutes * 60_000);

describe('不变量 46：离线登记的两个时间', () => {
  it('72小时以内，早的那个（设备上的）算数；满72小时还算，多一分钟就要由人决定', () => {
    expect(timeThatCounts({ madeAt: ago(1), syncedAt }, HOURS)).toBe('device');
    expect(timeThatCounts({ madeAt: ago(72 * 60), syncedAt }, HOURS)).toBe('device');
    expect(timeThatCounts({ madeAt: ago(72 * 60 + 1), syncedAt }, HOURS)).toBeUndefined();
  });

  it('设备的钟快了，早的是系统的时间', () => {
    expect(timeThatCounts({ madeAt: ago(-1), syncedAt }, HOURS)).toBe('server');
    expect(timeThatCounts({ madeAt: ago(-1), syncedAt }, HOURS, 'device')).toBe('server');
  });

  it('人的决定只在超过72小时才用得上，从不让算数的时间比较早的那个晚', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 20_000 }), fc.constantFrom('device' as const, 'server' as const, undefined), (minutes, decided) => {
        const madeAt = ago(minutes);
        const counts = timeThatCounts({ madeAt, syncedAt }, HOURS, decided);
        if (minutes > HOURS * 60) expect(counts).toBe(decided);
        else expect(counts).toBe(minutes > 0 ? 'device' : 'server');
      }),
    );
  });

  it('签名签的是全部内容：键的先后不影响，改一个字就不同', () => {
    const entry = { device: 'd', sequence: 1, madeAt: 'x', registration: { b: 1, a: '路灯' } };
    expect(signedText({ ...entry, registration: { a: '路灯', b: 1 } })).toBe(signedText(entry));
    expect(signedText({ ...entry, registration: { b: 1, a: '路灯坏' } })).not.toBe(signedText(entry));
    expect(signedText({ ...entry, sequence: 2 })).not.toBe(signedText(entry));
  });
});
