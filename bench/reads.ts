import { loginOf, signIn, type Client } from './http.ts';
import { quantile, timed } from './meter.ts';
import { startOffice, type Place } from './stage.ts';
import { PETITION } from './story.ts';
import { dice, searchFor } from './texts.ts';

/** What people look at all day, over HTTP: the desk, the list with its filters, the search, on a large database and on a small one by turns. */
const LOOKS = 200;
/** Comes after the first rows and grows up to its four hundred: of a small desk it is another thing than of a large one. */
export const WHOLE_DESK = '案头的其余，至多四百条';

export interface ReadFigures {
  readonly [what: string]: { readonly small: number; readonly large: number }; // p95 in milliseconds
}

const STAGES = ['registered', 'triaged', 'awaitingAcceptance', 'inProgress', 'opinionDelivered', 'concluded', 'objectionPending'];
const CHANNELS = ['letter', 'web', 'visit', 'phone', 'email'];

/** Each look is another one: filters alone and together, common and rare, what hardly anything fits as well. */
const LOOK: Readonly<Record<string, (pick: (limit: number) => number, index: number) => string>> = {
  案头: () => '/api/casework/desk?rows=60', // what the page shows first
  [WHOLE_DESK]: () => '/api/casework/desk',
  等别人: () => '/api/casework/waiting',
  列表加筛选: (pick) => {
    const asked = new URLSearchParams();
    if (pick(2)) asked.set('stage', STAGES[pick(STAGES.length)]!);
    if (pick(3) === 0) asked.set('kind', pick(2) ? 'claim' : 'suggestion');
    if (pick(3) === 0) asked.set('channel', CHANNELS[pick(CHANNELS.length)]!);
    if (pick(3) === 0) asked.set('category', ['03', '0306', '17', '0102'][pick(4)]!);
    if (pick(3) === 0) {
      const year = 2020 + pick(6);
      asked.set('from', `${year}-0${1 + pick(9)}-01`);
      asked.set('until', `${year}-12-31`);
    }
    return `/api/casework/matters?${asked}`;
  },
  中文检索: (pick, index) => {
    const asked = new URLSearchParams({ q: searchFor(index) });
    if (pick(3) === 0) asked.set('stage', STAGES[pick(STAGES.length)]!);
    if (pick(4) === 0) asked.set('from', `${2020 + pick(6)}-01-01`);
    return `/api/insight/search?${asked}`;
  },
};

export async function measureReads(small: Place, large: Place): Promise<ReadFigures> {
  const offices = [await startOffice(small), await startOffice(large)];
  const clients = await Promise.all(offices.map(({ url }) => signIn(url, loginOf(PETITION, 'triageOfficer'))));
  const figures: Record<string, { small: number; large: number }> = {};
  for (const [what, look] of Object.entries(LOOK)) {
    const paths = Array.from({ length: LOOKS }, (_, index) => look(dice(index), index));
    for (const client of clients) for (const path of paths.slice(0, 20)) await client.get(path); // connections open, statements planned
    const times: [number[], number[]] = [[], []];
    for (const path of paths) for (const place of [0, 1] as const) times[place].push(await timed(() => (clients[place] as Client).get(path)));
    figures[what] = { small: quantile(times[0], 0.95), large: quantile(times[1], 0.95) };
    if (process.env['BENCH_SLOW']) tellSlow(what, paths, times[1]);
  }
  clients.forEach((client) => client.close());
  for (const office of offices) await office.stop();
  return figures;
}

function tellSlow(what: string, paths: readonly string[], times: readonly number[]): void {
  const slowest = paths.map((path, index) => ({ path: decodeURIComponent(path), ms: Math.round(times[index]!) })).sort((one, other) => other.ms - one.ms);
  console.error(what, slowest.slice(0, 12));
}
