import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { takeNote } from '#platform/words.ts';
import { cloneDatabase } from '../../../test/database.ts';
import { newMatter, paperNeeds } from '../../../test/papers.ts';
import { by, claim, opening, UNITS } from '../../../test/stories.ts';
import type { MatterCommand } from '../domain/commands.ts';
import { matterOf, actOnMatters, matterStep } from '../handle.ts';
import { loadPast } from '../page/load.ts';
import { isConcerned } from '../domain/permissions.ts';
import { commandFrom } from './resolve.ts';
import { findByTypedNo, type NumberNeeds } from './by-number.ts';

/** An old database has doubles: a county and its congress once gave the same number. Each hears of its own alone. */
const NO = '990421-X-2026-0000009-8';
const CONGRESS = 'qinghe-npc/petition';
let needs: Awaited<ReturnType<typeof paperNeeds>> & NumberNeeds;
const concerned = (unit: string) => findByTypedNo(needs, ` ${NO.toLowerCase()} `, unit, (matter) => isConcerned(matter, unit));

beforeAll(async () => {
  needs = { ...(await paperNeeds((await cloneDatabase())())), regionsOfNo: () => ['qinghe', 'qinghe-npc'] };
  await newMatter(needs, 'triaged', { no: NO });
  const [title, text, parties, asked] = [takeNote('人大收到的另一件'), takeNote('另一件事'), takeNote('[]'), takeNote('办另一件事')];
  const words = { title: title.words, text: text.words, parties: parties.words, claims: [{ no: 1, text: asked.words }] };
  const subject = { region: 'qinghe-npc', id: randomUUID() };
  const given = { ...words, no: NO, receivedBy: CONGRESS, petitionDept: CONGRESS };
  const open = { type: 'open', opening: opening('2026-07-20', given), ...by(CONGRESS, '2026-07-20') } as unknown as MatterCommand;
  await actOnMatters(needs, [matterStep(needs, subject, open, { notes: [title, text, parties, asked], isNew: true })], [subject]);
});

describe('按编号找：一个代码下的各租户都找，只给看得到的', () => {
  it('同一个旧号有两件：县信访局、县人大各找到自己的；都不经手的单位一件也找不到', async () => {
    expect((await concerned(UNITS.petition))?.row.region).toBe('qinghe');
    expect((await concerned(CONGRESS))?.row.region).toBe('qinghe-npc');
    expect(await concerned(UNITS.water)).toBeUndefined();
  });

  it('没有哪个租户用这个代码，就不找；没有名录，只找本单位所在的租户', async () => {
    expect(await findByTypedNo({ ...needs, regionsOfNo: () => [] }, NO, UNITS.petition, () => true)).toBeUndefined();
    const { regionsOfNo: _, ...plain } = needs;
    expect((await findByTypedNo(plain, NO, CONGRESS, () => true))?.row.region).toBe('qinghe-npc');
  });

  it('并入另一件：填的编号不是本单位经手的，只听到没有，听不到它办到哪一步', async () => {
    const mine = await newMatter(needs, 'referred');
    const fields = { target: NO, ground: 'sameText', grounds: takeNote('同一封信').words };
    const ask = async (unit: string) => {
      const matter = matterOf(needs, await loadPast(needs, mine));
      return commandFrom(needs, mine, 'attachDuplicate', { ...claim, ...fields }, matter, by(unit, '2026-07-25'));
    };
    await expect(ask(UNITS.housing)).rejects.toMatchObject({ code: 'NotFound' });
    expect(await ask(UNITS.petition)).toMatchObject({ target: { no: NO } });
  });

  it('不变量 7：有别的件并在本件上的，本件不能再并走：并进来的人会跟着一件没有人办的', async () => {
    const [main, second] = [await newMatter(needs, 'triaged'), await newMatter(needs, 'triaged')];
    const at = { ...by(UNITS.petition, '2026-07-20'), at: needs.now() };
    const [grounds, mine] = [takeNote('同一封信'), matterOf(needs, await loadPast(needs, main))];
    const target = { id: main.id, no: mine.opening!.no, kind: 'claim', open: true } as const;
    const attach: MatterCommand = { type: 'attachDuplicate', target, ground: 'sameText', grounds: grounds.words, ...at };
    await actOnMatters(needs, [matterStep(needs, second, attach, { notes: [grounds] })], [second]);
    const fields = { target: NO, ground: 'sameText', grounds: takeNote('同一封信').words };
    await expect(commandFrom(needs, main, 'attachDuplicate', fields, mine, at)).rejects.toThrow('请先逐件拆出，并入同一个主件，再并本件');
  });
});
