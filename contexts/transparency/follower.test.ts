import { beforeAll, describe, expect, it } from 'vitest';
import { loadMatter } from '#contexts/casework/index.ts';
import { loadIntake, openMatters, registerIntake, type IntakeNeeds } from '#contexts/intake/index.ts';
import type { Subject } from '#kernel/subject.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { letter } from '../../test/arrivals.ts';
import { followedCounty, type Followed } from '../../test/followed.ts';
import type { PortalServer } from '../../test/portal-server.ts';
import { at, claim, UNITS } from '../../test/stories.ts';

let county: Followed;
let portal: PortalServer;
let desk: IntakeNeeds;
beforeAll(async () => {
  county = await followedCounty();
  ({ portal, staff: desk } = county);
});

const follow = () => county.follow();
const look = async (code: string): Promise<string> => (await county.seenBy(code)).page.html;

let letters = 0;
async function register(more: Parameters<typeof letter>[0] = {}): Promise<{ intake: Subject; code: string }> {
  portal.time = at('2026-07-20', '09:42');
  letters += 1; // the same words on the same day would be the same intake
  const arrived = letter({ text: `第${letters}封：翠屏小区3号楼屋面去年起漏水，一下雨卧室顶就滴水，物业说没有维修资金，找了三次没有结果。`, ...more });
  const { intake, code } = await registerIntake(desk, 'qinghe', arrived, { by: { person: '张明', unit: UNITS.petition } });
  return { intake, code: code! };
}

async function divide(intake: Subject, titles: readonly string[]): Promise<Subject[]> {
  const loaded = await loadIntake(desk, intake);
  const parts = titles.map((title) => ({ title, text: title, claims: [`${title}，请解决`] }));
  const { matters } = await openMatters(desk, loaded, parts, { by: { person: '张明', unit: UNITS.petition }, at: portal.time }, loaded.past.length);
  return matters.map(({ region, id }) => ({ region, id }));
}

const on = (day: string, unit: string, subject: Subject, command: object, notes: readonly Note[] = []) => county.does(subject, day, unit, command, notes);

describe('公开进度', () => {
  it('不变量 7 登记后还没有人甄别，也看得到由谁负责、最迟哪天', async () => {
    const { code } = await register();
    await follow();
    const page = await look(code);
    for (const text of ['翠屏小区3号楼屋面漏水', '已经登记。', '8月4日（周二）', '清和县信访局', '第二十二条']) expect(page, text).toContain(text);
  });

  it('不变量 21 每办一步，跟进一次，页上就有：转到哪家、谁在办、期限怎么算', async () => {
    const { intake, code } = await register();
    const [matter] = await divide(intake, ['翠屏小区3号楼屋面漏水']);
    await on('2026-07-21', UNITS.petition, matter!, { type: 'classify', ...claim });
    await on('2026-07-24', UNITS.petition, matter!, { type: 'refer', to: UNITS.housing });
    await follow();
    const sent = await look(code);
    for (const text of ['已转到县住建局。它最迟 ', '8月10日（周一）', '转到县住建局', '期限8月4日', 'tel:00006220121']) expect(sent, text).toContain(text);

    const card = takeNote(JSON.stringify({ name: '李兰', post: '物业科科长', phone: '0000-622 0132' }));
    await on('2026-08-03', UNITS.housing, matter!, { type: 'accept', route: 'petitionProcedure' });
    await on('2026-08-04', UNITS.housing, matter!, { type: 'startHandling', handler: { person: '李兰', card: card.words } }, [card]);
    await follow();
    const handled = await look(code);
    for (const text of [
      '正在办理。县住建局最迟 ',
      '10月8日（周四）',
      '李兰，物业科科长',
      '0000-622 0132',
      '8月3日（周一）受理',
      '国庆节放假',
      '翠屏小区3号楼屋面漏水，请解决',
      '30日内，请上一级复查',
    ]) {
      expect(handled, text).toContain(text);
    }
    expect(handled).not.toContain('张𬭚');
    expect(handled).toContain('张某');
  });

  it('单位之间的话、收到的人记的笔记，不公开', async () => {
    const { intake, code } = await register();
    const [matter] = await divide(intake, ['翠屏小区3号楼屋面漏水']);
    const inner = takeNote('内部：注意方式方法');
    const note = takeNote('此件请你局阅处，勿外传');
    await on('2026-07-21', UNITS.petition, matter!, { type: 'classify', ...claim });
    await on('2026-07-22', UNITS.petition, matter!, { type: 'takeNote', text: inner.words, shown: false }, [inner]);
    await on('2026-07-24', UNITS.petition, matter!, { type: 'refer', to: UNITS.housing, note: note.words }, [note]);
    await follow();
    const page = await look(code);
    expect(page).not.toContain('注意方式方法');
    expect(page).not.toContain('勿外传');
  });

  it('一信多诉，一个码看全部；别人的码看不到', async () => {
    const { intake, code } = await register();
    await divide(intake, ['屋面漏水', '小区路灯不亮']);
    const other = await register({ parties: [{ role: 'principal', name: '王兰', phone: '13900007777' }] });
    await follow();
    const page = await look(code);
    for (const text of ['您说的事分成2件办', '屋面漏水', '小区路灯不亮']) expect(page).toContain(text);
    expect(await look(other.code)).not.toContain('小区路灯不亮');
  });

  it('并入另一件的，页上说合到哪一件、那一件由谁负责；那一件往前走，这一页跟着走', async () => {
    const [first, second] = [await register(), await register()];
    const [main] = await divide(first.intake, ['屋面漏水']);
    const [same] = await divide(second.intake, ['屋面漏水，再说一次']);
    await on('2026-07-21', UNITS.petition, main!, { type: 'classify', ...claim });
    const target = await loadMatter(desk, main!);
    const { no } = target.matter.opening!;
    const grounds = takeNote('两封信说的是同一处屋面漏水。');
    const about = { ...target.matter, id: main!.id, no, open: true };
    await on('2026-07-22', UNITS.petition, same!, { type: 'attachDuplicate', target: about, ground: 'insideTerm', grounds: grounds.words }, [grounds]);
    await follow();
    for (const text of ['合在一起办', no, '清和县信访局']) expect(await look(second.code), text).toContain(text);

    await on('2026-07-24', UNITS.petition, main!, { type: 'refer', to: UNITS.housing });
    await follow();
    for (const text of ['已转到县住建局。', '8月10日（周一）', '0000-622 0121']) expect(await look(second.code), text).toContain(text);
  });

  it('期限过了，不用谁动手，页上当天就说超期', async () => {
    const { intake, code } = await register();
    const [matter] = await divide(intake, ['翠屏小区3号楼屋面漏水']);
    await on('2026-07-21', UNITS.petition, matter!, { type: 'classify', ...claim });
    await on('2026-07-24', UNITS.petition, matter!, { type: 'refer', to: UNITS.housing });
    await follow();
    portal.time = at('2026-08-12');
    const page = await look(code);
    for (const text of ['超期了。县住建局应当在 ', '8月10日（周一）', '2<span>天</span>']) expect(page, text).toContain(text);
  });

  it('说过的事只办一次：同一批再跟进一遍，页面一样', async () => {
    const { code } = await register();
    await follow();
    const once = await look(code);
    await county.publishing.worker.sql.updateTable('history.follower').set({ position: 0 }).where('name', '=', 'progress').execute();
    await follow();
    const strip = (html: string) => html.replaceAll(/value="[^"]+"/g, '');
    expect(strip(await look(code))).toBe(strip(once));
  });
});
