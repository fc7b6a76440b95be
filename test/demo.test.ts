import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { replayAll } from '#apps/server/demo/run.ts';
import { ordinaryIndex } from '#apps/server/demo/scene.ts';
import { demoRegions } from '#apps/server/demo-county.ts';
import { openStaffNeeds, type StaffNeeds } from '#apps/server/needs.ts';
import { prepareData } from '#apps/server/prepare-data.ts';
import { hasRunning } from '#contexts/casework/domain/clocks.ts';
import { answerableOrgan, filesOfMatter, findByNo, isOpen, loadMatter, STAGES, type Stage } from '#contexts/casework/index.ts';
import { sealedDatabase } from '#contexts/sealed/index.ts';
import { regionOf } from '#kernel/subject.ts';
import { findHistoryBreaks } from '#platform/chain-verify.ts';
import { openDatabase, type Database } from '#platform/database.ts';
import { createLog } from '#platform/log.ts';
import { readSettings, type Settings } from '#platform/settings.ts';
import { addressFor } from '#platform/storage.ts';
import { readWords } from '#platform/words.ts';
import { eraseDue } from '#platform/words-erasure.ts';
import { loadStories } from '../data/demo/load.ts';
import { ANCHOR, CHANNELS, type StoryMatter } from '../data/demo/schema.ts';
import { REBUILDERS, SEALED_REBUILDERS } from '../scripts/rebuild-views-known.ts';
import { afterFile } from './closing.ts';
import { cloneAddress } from './database.ts';
import { rebuilt } from './rebuilt.ts';

/** The whole year on the day for which the stories were written, killed once on the way. */
const TODAY = new Date(`${ANCHOR}T16:30:00+08:00`);
const LONG = 600_000; // a minute of work; other tests run beside it

let settings: Settings;
let owner: Database;
let needs: StaffNeeds;
const refusals: string[] = [];

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'huiyin-demo-'));
  const address = await cloneAddress();
  settings = readSettings({ HUIYIN_DATA: data, DATABASE_URL: address('postgres'), HUIYIN_DEMO: '1', HUIYIN_LOG_LEVEL: 'warn' });
  await prepareData(settings, { ownerUrl: address('postgres'), stop: async () => {} });
  owner = openDatabase(address('postgres'), { max: 2 });
  needs = await openStaffNeeds(settings, createLog('demo', 'warn'), 'office');
  afterFile(async () => {
    await needs.close();
    await owner.close();
    rmSync(data, { recursive: true });
  });

  await tellAndKill();
  await replayAll(settings, createLog('demo', 'warn'), { today: new Date(), onRefusal: (story, sentence) => refusals.push(`${story} ${sentence}`) });
}, LONG);

/** The process of the replay, ended with no word of warning when it is somewhere in the middle of the first stories. */
async function tellAndKill(): Promise<void> {
  const environment = {
    ...process.env,
    HUIYIN_DATA: settings.dataFolder,
    DATABASE_URL: addressFor(settings, 'huiyin_office'),
    HUIYIN_DEMO: '1',
    HUIYIN_LOG_LEVEL: 'error',
  };
  const program = new URL('../apps/server/demo/main.ts', import.meta.url);
  const child = fork(program, [TODAY.toISOString()], { env: environment, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const done = async () =>
    Number(
      (
        await owner.sql
          .selectFrom('demo.story')
          .select(({ fn }) => fn.sum<string>('done').as('done'))
          .executeTakeFirstOrThrow()
      ).done ?? 0,
    );
  while ((await done()) < 40) await sleep(100);
  child.kill('SIGKILL');
  await gone;
}

describe('the demonstration county', () => {
  it('is told to its end without one refusal, although the telling was killed on the way', async () => {
    expect(refusals).toEqual([]);
    const left = await owner.sql.selectFrom('demo.story').select(['story', 'trouble']).whereRef('done', '<', 'steps').execute();
    expect(left).toEqual([]);
  });

  it('has every arrival once', async () => {
    const intakes = await owner.sql.selectFrom('intake.intake').select(['region', 'no']).execute();
    expect(intakes).toHaveLength(loadStories().length);
    const received = await owner.sql.selectFrom('history.action').select('subject').where('type', '=', 'IntakeReceived').execute();
    expect(received).toHaveLength(intakes.length);
  });

  it('stands where the stories say, in every stage that this version has', async () => {
    const standing = await stages();
    const told = loadStories().flatMap((story) => ordinary(story.matters).map(({ matter, index }) => [`${story.id}#${index + 1}`, matter.stage] as const));
    expect(told.map(([name]) => [name, standing.get(name)])).toEqual(told);
    const reached = new Set(standing.values());
    expect((Object.keys(STAGES) as Stage[]).filter((stage) => stage !== 'unknown' && !reached.has(stage))).toEqual([]);
  });

  it('holds at least 300 matters of every kind, over twelve months and on every channel', async () => {
    const rows = await owner.sql.selectFrom('casework.matter').select(['channel', 'kind', 'received_at']).execute();
    const sealed = await owner.sql.selectFrom('sealed.file').select('stage').distinct().where('side', '=', 'triage').execute();
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['claim', 'suggestion', null]));
    expect(new Set(rows.map((row) => (row['received_at'] as Date).toISOString().slice(0, 7))).size).toBeGreaterThanOrEqual(12);
    expect(sealed.map(({ stage }) => stage).sort()).toEqual(['concluded', 'received', 'transferred']);
    const arrived = await owner.sql.selectFrom('intake.intake').select('channel').distinct().execute();
    expect(CHANNELS.filter((channel) => !arrived.some((row) => row['channel'] === channel))).toEqual([]);
  });

  it('has some matters overdue, and some just saved by an extension', async () => {
    const running = (await owner.sql.selectFrom('casework.running').select(['clock', 'legal_on']).execute()) as { clock: string; legal_on: string }[];
    const late = new Set(running.filter(({ legal_on }) => legal_on < ANCHOR).map(({ clock }) => clock));
    expect(['A03', 'A06', 'A08', 'A14', 'A27'].filter((clock) => !late.has(clock))).toEqual([]);
    expect(running.filter(({ clock, legal_on }) => clock === 'A15' && legal_on >= ANCHOR).length).toBeGreaterThanOrEqual(2);
  });

  it('不变量 7：每件未了结的都有一个负责的机关和在走的期限', async () => {
    const rows = await owner.sql.selectFrom('casework.matter').select(['region', 'subject', 'no']).execute();
    const loaded = await Promise.all(
      rows.map(async (row) => ({ no: row['no'], ...(await loadMatter(needs, { region: String(row['region']), id: String(row['subject']) })) })),
    );
    const bare = loaded.filter(({ matter }) => isOpen(matter.stage) && (answerableOrgan(matter) === null || !hasRunning(matter)));
    expect(bare.map(({ no, matter }) => [no, matter.stage])).toEqual([]);
  });

  it('不变量 36：全部办理留痕核对得上', async () => {
    const breaks = await Promise.all(demoRegions().map((region) => findHistoryBreaks(owner.sql, region)));
    expect(breaks.flat()).toEqual([]);
  });

  it('不变量 34：文号一单位一种一年连续不断', async () => {
    const rows = (await owner.sql.selectFrom('documents.register').select(['organ', 'word', 'year', 'n']).execute()) as {
      organ: string;
      word: string;
      year: number;
      n: number;
    }[];
    const series = Map.groupBy(rows, ({ organ, word, year }) => `${organ} ${word} ${year}`);
    const broken = [...series].filter(([, list]) =>
      list
        .map(({ n }) => n)
        .sort((one, other) => one - other)
        .some((n, index) => n !== index + 1),
    );
    expect(broken.map(([name]) => name)).toEqual([]);
    expect(rows.length).toBeGreaterThan(500);
  });

  it('不变量 28：检举控告的话一句也不在普通一侧', async () => {
    for (const region of demoRegions()) await eraseDue(owner.sql, region, new Date()); // the worker's round; here no worker runs
    const rows = (await owner.sql.selectFrom('words.text').select(['region', 'id']).execute()) as { region: string; id: string }[];
    const texts = [...(await readWords(owner.sql, needs.keys, rows)).values()].join('\n');
    const said = loadStories().flatMap(({ matters }) =>
      matters
        .filter(({ kind, stage }) => kind === 'accusation' || stage === 'sealed')
        .flatMap(({ claims, title }) => [title, ...claims.map(({ quote }) => quote)]),
    );
    expect(texts.length).toBeGreaterThan(100_000);
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter((words) => texts.includes(words))).toEqual([]);
  });

  it('keeps what was handed in with its matter; of a mixed letter here only what a person released (不变量 28)', async () => {
    const numbers = new Map(
      (await owner.sql.selectFrom('demo.story').select(['story', 'matters']).execute()).map((row) => [row['story'], row['matters'] as string[]]),
    );
    const stories = loadStories().filter(({ files, matters }) => files && matters.some(({ kind }) => kind !== 'accusation'));
    const kept = await Promise.all(
      stories.map(async ({ id, receivedBy }) => {
        const region = regionOf(receivedBy);
        const { subject } = (await findByNo(owner.sql as never, region, numbers.get(id)![0]!))!;
        const loaded = await loadMatter(needs, { region, id: subject });
        return [id, filesOfMatter(loaded).flatMap(({ file, later }) => (later ? [] : [file.name]))];
      }),
    );
    const seen = stories.map(({ id, files = [], released }) => [id, files.filter((_, nth) => released?.includes(nth) ?? true).map(({ name }) => name)]);
    expect(kept).toEqual(seen);
    expect(stories.length).toBeGreaterThan(8);
  });

  it('has views that are the same when they are made anew from history', async () => {
    const kept = REBUILDERS.filter(({ followers }) => !followers); // here no worker follows
    const counted = await rebuilt(owner, needs, kept);
    for (const table of ['casework.running', 'documents.paper', 'evaluation.rating', 'intake.intake']) expect(counted[table]).toBeGreaterThan(5);
    const line = openDatabase(addressFor(settings, 'huiyin_sealed'), { max: 2 });
    const sealed = { ...needs, db: sealedDatabase(line) };
    expect((await rebuilt(sealed.db, sealed, SEALED_REBUILDERS).finally(() => line.close()))['sealed.file']).toBeGreaterThan(5);
  });

  it('is left alone by a second start', async () => {
    const before = await owner.sql
      .selectFrom('history.action')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    await replayAll(settings, createLog('demo', 'warn'), { today: new Date(), onRefusal: (story, sentence) => refusals.push(`${story} ${sentence}`) });
    const after = await owner.sql
      .selectFrom('history.action')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    expect(after).toEqual(before);
  });
});

const ordinary = (matters: readonly StoryMatter[]) => matters.map((matter, index) => ({ matter, index })).filter(({ matter }) => matter.kind !== 'accusation');

/** Each matter of a story by 'story#2', with the stage in which it stands. */
async function stages(): Promise<Map<string, string>> {
  const rows = await owner.sql.selectFrom('casework.matter').select(['region', 'no', 'stage']).execute();
  const byNumber = new Map(rows.map((row) => [`${row['region']} ${row['no']}`, String(row['stage'])]));
  const told = await owner.sql.selectFrom('demo.story').select(['region', 'story', 'matters']).execute();
  const stories = new Map(loadStories().map((story) => [story.id, story]));
  return new Map(
    told.flatMap((row) => {
      const story = stories.get(String(row['story']))!;
      return ordinary(story.matters).map(
        ({ index }) => [`${story.id}#${index + 1}`, byNumber.get(`${row['region']} ${row['matters'][ordinaryIndex(story, index)]}`) ?? '—'] as const,
      );
    }),
  );
}
