import { isIPv4 } from 'node:net';
import { Refusal } from '#kernel/refusal.ts';

/** How often somebody may try. Counted in this process: with several processes before one portal the sum is theirs together. */
export interface Attempts {
  /** @throws Refusal `TooMany` while this place has no try left */
  check(place: string): void;
  /** A try: counted before it is looked at, so that of a hundred at the same moment ten are made; what is found, or could not be looked for, costs nothing. */
  guess<Found>(place: string, find: () => Promise<Found | undefined>): Promise<Found | undefined>;
  left(place: string): number;
}

/** A pen-full of codes guessed from one place is stopped, however slowly or all at once they come. */
export function countAttempts(now: () => Date, most = 10, windowMs = 15 * 60_000, places = 50_000): Attempts {
  const tries = new Map<string, { count: number; until: number }>();

  const current = (place: string) => {
    const known = tries.get(place);
    const left = known ? known.until - now().getTime() : 0;
    return left > 0 && left <= windowMs ? known : undefined; // a clock that was set back bars nobody for longer
  };
  const count = (place: string, by: 1 | -1) => {
    const known = current(place) ?? { count: 0, until: now().getTime() + windowMs };
    tries.delete(place); // so that the map stays in order of the last try
    if (known.count + by > 0) tries.set(place, { ...known, count: known.count + by });
    const [oldest] = tries.keys();
    if (tries.size > places && oldest) tries.delete(oldest);
  };
  const check = (place: string) => {
    const known = current(place);
    if (!known || known.count < most) return;
    const minutes = Math.ceil((known.until - now().getTime()) / 60_000);
    throw new Refusal('TooMany', `输错的次数太多，为保护您的信息，请过${minutes}分钟再试，或者带身份证到窗口查询。`);
  };
  return {
    check,
    async guess(place, find) {
      check(place);
      count(place, 1);
      let wrong = false;
      try {
        const found = await find();
        wrong = found === undefined;
        return found;
      } finally {
        if (!wrong) count(place, -1);
      }
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
