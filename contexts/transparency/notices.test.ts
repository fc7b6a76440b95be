import { beforeAll, describe, expect, it } from 'vitest';
import { asSystem, handleWork, type WorkNeeds } from '#contexts/coordination/index.ts';
import type { WorkValues } from '#kernel/work/kind.ts';
import { sequence } from '#platform/feed.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { WORK_KINDS } from '../../apps/server/work-kinds.ts';
import { arrivalNeeds } from '../../test/arrivals.ts';
import { countyDirectory } from '../../test/directory.ts';
import { startPortalServer, type PortalServer } from '../../test/portal-server.ts';
import { at } from '../../test/stories.ts';
import { visit } from '../../test/visitor.ts';
import { publishNotices } from './index.ts';

const REGION = 'qinghe';
const GOVERNMENT = 'qinghe/government';
const call = { region: REGION, id: '6f9619ff-8b86-4011-b42d-00c04fc964aa' };
const meeting = { region: REGION, id: '6f9619ff-8b86-4011-b42d-00c04fc964ab' };
let portal: PortalServer;
let staff: WorkNeeds;

beforeAll(async () => {
  portal = await startPortalServer();
  const directory = countyDirectory();
  const source = { current: () => directory, refresh: async () => directory };
  staff = { ...arrivalNeeds(portal.as('huiyin_office'), () => portal.time), directory: source, workKinds: WORK_KINDS };
  portal.time = at('2026-05-11');
});

async function does(subject: typeof call, kind: string, step: string, values: WorkValues, notes: readonly Note[] = [], unit = GOVERNMENT) {
  const by = step === 'begin' ? asSystem : { person: '韩敬川', unit, roles: ['leader', 'unitHead'] as const };
  const lengths = Object.fromEntries(Object.keys(values).map((name) => [name, 40]));
  await handleWork(staff, subject, { kind, step, values, notes, lengths, by, ...(step === 'begin' && { owner: GOVERNMENT }) });
}

async function look(): Promise<string> {
  const worker = portal.as('huiyin_worker');
  await sequence(worker.sql, REGION);
  await publishNotices({ staff, worker }, REGION, 'notices');
  return visit(portal.origin).open('/notices');
}

describe('征集、接访和公示（A45、W13）', () => {
  it('还没有发布的不公开；发布了，谁都看得到，还能去提建议', async () => {
    await does(call, 'suggestionCall', 'begin', { period: '2026' });
    expect(await look()).toContain('现在没有正在征集的');
    const [title, text] = [takeNote('城区公交线路怎么调整'), takeNote('欢迎就站点、班次、换乘提出建议。')];
    await does(call, 'suggestionCall', 'publish', { title: title.words, text: text.words, untilOn: '2026-06-30' }, [title, text]);
    const page = await look();
    for (const said of ['城区公交线路怎么调整', '欢迎就站点', '征集到2026年6月30日', '清和县人民政府', 'href="/file"']) expect(page, said).toContain(said);
  });

  it('征集结束，采用情况写在同一处', async () => {
    portal.time = at('2026-07-02');
    const summary = takeNote('新开环线一条；夜班车因客流不足暂不开，理由已逐条答复。');
    await does(call, 'suggestionCall', 'summarise', { received: 12, adopted: 3, summary: summary.words }, [summary]);
    expect(await look()).toContain('新开环线一条');
  });

  it('会议、督办这些内部的工作，一个字也不公开', async () => {
    const notes = ['内部协调会', '三楼', '议程内容'].map((text) => takeNote(text));
    const [title, place, agenda] = notes.map(({ words }) => words);
    await does(
      meeting,
      'meeting',
      'convene',
      { meetingKind: 'coordination', title: title!, place: place!, agenda: agenda!, meetOn: '2026-07-10', invited: ['qinghe/water'] },
      notes,
    );
    const page = await look();
    expect(page).not.toContain('内部协调会');
    expect(page).not.toContain('议程内容');
  });
});
