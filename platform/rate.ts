import { isIPv4 } from 'node:net';
import { Refusal } from '#kernel/refusal.ts';

/** How often somebody may try. Counted in this process: with several processes before one portal the sum is theirs together. */
export interface Attempts {
  /** @throws Refusal `TooMany` while this place has no try left */
  check(place: string): void;
  failed(place: string): void;
  left(place: string): number;
}

/** A pen-full of codes guessed from one place is stopped, however slowly they come; a right code costs nothing. */
export function countAttempts(now: () => Date, most = 10, windowMs = 15 * 60_000, places = 50_000): Attempts {
  const failures = new Map<string, { count: number; until: number }>();

  const current = (place: string) => {
    const known = failures.get(place);
    return known && known.until > now().getTime() ? known : undefined;
  };
  return {
    check(place) {
      const known = current(place);
      if (!known || known.count < most) return;
      const minutes = Math.ceil((known.until - now().getTime()) / 60_000);
      throw new Refusal('TooMany', `输错的次数太多，为保护您的信息，请过${minutes}分钟再试，或者带身份证到窗口查询。`);
    },
    failed(place) {
      const known = current(place) ?? { count: 0, until: now().getTime() + windowMs };
      failures.delete(place); // so that the map stays in order of the last failure
      failures.set(place, { ...known, count: known.count + 1 });
      const [oldest] = failures.keys();
      if (failures.size > places && oldest) failures.delete(oldest);
    },
    left: (place) => Math.max(0, most - (current(place)?.count ?? 0)),
  };
}

/** Addresses of one household or office count as one: an IPv4 address, or the /56 that a provider hands out. */
export function placeOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/, '');
  if (isIPv4(plain)) return plain;
  const [head = '', tail = ''] = plain.split('%')[0]!.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const groups = plain.includes('::') ? [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right] : left;
  const [a = '0', b = '0', c = '0', d = '0'] = groups as string[];
  return `${a}:${b}:${c}:${(parseInt(d, 16) & 0xff00).toString(16)}::/56`;
}
