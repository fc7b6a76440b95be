import { sql } from 'kysely';
import { startOffice as startOfficeHere } from '#apps/server/office.ts';
import { newId } from '#platform/numbers-id.ts';
import { createLog } from '#platform/log.ts';
import { addressFor } from '#platform/storage.ts';
import { loginOf, signIn, signInAll, type Client } from './http.ts';
import { cpuOf, fsyncsOf, median, timed, together } from './meter.ts';
import { openDriver, record, type Batch } from './straight.ts';
import { startOffice, type Place, type Stage } from './stage.ts';
import { lifeOf, PETITION } from './story.ts';

/** Registering and opening over HTTP, beside the same statements sent by the driver alone and beside single rows. */
const CLIENTS = 8;
const ROUNDS = 5;
const SERIAL = 100;
const WARM = 600;

export interface CallFigures {
  readonly register: { http: number; straight: number; rows: number; trips: number; fsyncs: number; cpu: number };
  readonly page: { http: number; straight: number; trips: number; cpu: number };
}

export async function measureCalls(stage: Stage, port: number, acts: number): Promise<CallFigures> {
  const [served, recorded, replayed] = await Promise.all(['served', 'recorded', 'replayed'].map((name, index) => stage.openPlace(name, port + index * 2)));
  const bodies = Array.from({ length: acts * ROUNDS }, (_, index) => bodyOf(index));
  const { acts: kept, pages } = await recordAll(recorded!, bodies);
  await sql`create table public.bench_row (id uuid primary key, words text not null); grant insert on public.bench_row to huiyin_office`
    .execute(replayed!.owner.sql)
    .catch(() => {});

  const office = await startOffice(served!);
  const driver = await openDriver(addressFor(replayed!.settings, 'huiyin_office'), CLIENTS);
  const clients = await signInAll(office.url, loginOf(PETITION, 'intakeOfficer'), CLIENTS);
  const cpu = () => cpuOf(office.pid) + cpuOf(stage.storage.pid!);
  // An office runs for weeks: what it does in its first minute, before the engine has compiled anything, says nothing about it.
  const warm = Array.from({ length: WARM }, (_, index) => bodyOf(10_000_000 + index));
  const known: { region: string; matter: string }[] = [];
  await together(CLIENTS, warm, async (body, client) => known.push((await clients[client]!.post(REGISTER, body)).matters[0]));
  await together(CLIENTS, known, ({ region, matter }, client) => clients[client]!.get(pageOf(region, matter)));
  await together(CLIENTS, Array.from({ length: 200 }), (_, client) => driver.send([single()], client));

  const rates = { http: [] as number[], straight: [] as number[], rows: [] as number[], pages: [] as number[], pagesStraight: [] as number[] };
  const spent = { register: 0, page: 0 };
  const registered: { region: string; matter: string }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const own = <Item>(list: readonly Item[]) => list.slice(round * acts, (round + 1) * acts);
    const before = cpu();
    rates.http.push(
      await rate(acts, () => together(CLIENTS, own(bodies), async (body, client) => registered.push((await clients[client]!.post(REGISTER, body)).matters[0]))),
    );
    spent.register += cpu() - before;
    rates.straight.push(await rate(acts, () => together(CLIENTS, own(kept), (batches, client) => driver.send(batches, client))));
    rates.rows.push(await rate(acts, () => together(CLIENTS, own(kept), (_, client) => driver.send([single()], client))));
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const own = <Item>(list: readonly Item[]) => list.slice(round * acts, (round + 1) * acts);
    const before = cpu();
    rates.pages.push(await rate(acts, () => together(CLIENTS, own(registered), ({ region, matter }, client) => clients[client]!.get(pageOf(region, matter)))));
    spent.page += cpu() - before;
    rates.pagesStraight.push(await rate(acts, () => together(CLIENTS, own(pages), (batches, client) => driver.send(batches, client))));
  }

  const trips = await tripsOf(office.url, clients[0]!, registered);
  const fsyncsBefore = await fsyncsOf(served!.owner);
  for (let index = 0; index < SERIAL; index += 1) await clients[0]!.post(REGISTER, bodyOf(30_000_000 + index));
  const fsyncs = (await fsyncsOf(served!.owner)) - fsyncsBefore;

  clients.forEach((client) => client.close());
  await driver.close();
  await office.stop();
  await Promise.all([served!, recorded!, replayed!].map((place) => place.close()));
  return {
    register: {
      http: median(rates.http),
      straight: median(rates.straight),
      rows: median(rates.rows),
      trips: trips.register,
      fsyncs: fsyncs / SERIAL,
      cpu: spent.register / (acts * ROUNDS),
    },
    page: { http: median(rates.pages), straight: median(rates.pagesStraight), trips: trips.page, cpu: spent.page / (acts * ROUNDS) },
  };
}

export const REGISTER = '/api/intake/register';
export const pageOf = (region: string, matter: string) => `/api/casework/matters/${region}/${matter}`;
const rate = async (count: number, work: () => Promise<unknown>) => count / ((await timed(work)) / 1_000);
const single = (): Batch => [{ name: 'row', text: 'insert into public.bench_row (id, words) values ($1, $2)', values: [newId(), '一行'.repeat(100)] }];

/** What the screen of the desk sends: everything that came, and the one matter that it is. */
export function bodyOf(index: number) {
  const { arrived, part } = lifeOf(index, '2026-07-20');
  const { channel, title, text, claims, parties } = arrived;
  const { evaluation: _, ...classify } = part.classify;
  return {
    channel,
    receivedAt: arrived.receivedAt.toISOString(),
    title,
    text,
    claims,
    parties,
    anonymous: false,
    electronic: false,
    people: 1,
    parts: [{ title, text, claims, accusation: false, classify }],
  };
}

/** The same calls to an office in this process, so that what it sends can be kept. */
async function recordAll(place: Place, bodies: readonly object[]): Promise<{ acts: Batch[][]; pages: Batch[][] }> {
  const live = await startOfficeHere(place.settings, createLog('bench', 'error'));
  const client = await signIn(`http://127.0.0.1:${place.settings.officePort}`, loginOf(PETITION, 'intakeOfficer'));
  const acts: Batch[][] = [];
  const pages: Batch[][] = [];
  const matters: { region: string; matter: string }[] = [];
  for (const body of bodies) acts.push(await record(async () => matters.push((await client.post(REGISTER, body)).matters[0])));
  for (const { region, matter } of matters) pages.push(await record(() => client.get(pageOf(region, matter))));
  client.close();
  await live.stop();
  return { acts, pages };
}

/** Round trips of a call, by the office's own count. */
async function tripsOf(url: string, client: Client, registered: readonly { region: string; matter: string }[]) {
  const count = async () => Number(/^huiyin_database_round_trips_total (\d+)/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1]);
  const start = await count();
  for (let index = 0; index < SERIAL; index += 1) await client.post(REGISTER, bodyOf(20_000_000 + index));
  const between = await count();
  for (const { region, matter } of registered.slice(0, SERIAL)) await client.get(pageOf(region, matter));
  return { register: (between - start) / SERIAL, page: ((await count()) - between) / SERIAL };
}
