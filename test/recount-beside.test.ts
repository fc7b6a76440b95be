import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { handleWork, loadWork, workRebuilder, type WorkNeeds } from '#contexts/coordination/index.ts';
import { recountSealed, sealedDatabase, sealedRebuilder } from '#contexts/sealed/index.ts';
import { classified, opened, transferred } from '#contexts/sealed/testing-line.ts';
import { complaintRebuilder, receiveComplaint, type SupervisionNeeds } from '#contexts/supervision/index.ts';
import { previewMoves } from '#contexts/casework/rules/preview.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { readNotice } from '#kernel/notice.ts';
import type { Subject } from '#kernel/subject.ts';
import { act, type Given } from '#platform/act.ts';
import { addNotice } from '#platform/calendar-notices.ts';
import type { Database } from '#platform/database.ts';
import { keepLaws, lawNeeds } from '#platform/laws-kept.ts';
import { rebuildViews } from '#platform/views-rebuild.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { recountRegion, runningBeside } from '../apps/server/recount.ts';
import type { StaffNeeds } from '../apps/server/needs.ts';
import { WORK_KINDS } from '../apps/server/work-kinds.ts';
import { cloneDatabase } from './database.ts';
import { deskNeeds } from './desk.ts';
import { countyDirectory } from './directory.ts';
import { rebuilt } from './rebuilt.ts';
import { at, laws, organs } from './stories.ts';

/** A notice comes out while work beside matters runs: meetings, orders, complaints, requests about one's own data, and accusations in their own place. */
const REGION = 'qinghe';
const PETITION = 'qinghe/petition';
let now = at('2026-12-11');

const NOTICE = `一、元旦：1月1日（周五）至4日（周一）放假调休，共4天。1月10日（周日）上班。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）上班。
三、清明节：4月5日（周一）放假。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假。
六、中秋节：9月15日（周三）放假。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;

let needs: StaffNeeds & WorkNeeds & SupervisionNeeds;
let root: Database;
let line: Database;

beforeAll(async () => {
  const open = await cloneDatabase();
  root = open('postgres');
  line = sealedDatabase(open('huiyin_sealed'));
  const desk = deskNeeds(open(), () => now);
  const law = lawNeeds(await keepLaws(desk.db, {}));
  const directory = countyDirectory();
  const source = { current: () => directory, refresh: async () => directory };
  const inForce = {
    calendar: law.calendar,
    lawOf: law.lawOf,
    refreshLaws: law.refreshLaws,
    get calendars() {
      return law.calendars;
    },
  };
  const packFor = (region: string, on: PlainDate) => laws.inForce(on, region).version;
  needs = Object.defineProperties(
    { ...desk, directory: source, workKinds: WORK_KINDS, packFor, organs: () => organs },
    Object.getOwnPropertyDescriptors(inForce),
  ) as unknown as typeof needs;
});

const notice = () => {
  const { year, days } = readNotice(NOTICE, 2027);
  return { n: 1, year, version: '2027', document: '国办发明电〔2026〕1号', days };
};

async function work(kind: string, step: string, given: Record<string, unknown>, subject: Subject = { region: REGION, id: randomUUID() }, unit = PETITION) {
  const notes: Note[] = [];
  const lengths: Record<string, number> = {};
  const values = Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      if (typeof value !== 'string' || !/\p{Script=Han}/u.test(value)) return [name, value];
      const note = takeNote(value);
      notes.push(note);
      lengths[name] = value.length;
      return [name, note.words];
    }),
  ) as Parameters<typeof handleWork>[2]['values'];
  const roles = ['petitionDeptHead', 'supervisor', 'privacyOfficer', 'intakeOfficer'] as const;
  await handleWork(needs, subject, { kind, step, values, notes, lengths, by: { person: '严维舟', unit, roles } });
  return subject;
}

const inspect = () => work('inspection', 'end', { title: '冬季供暖督查', units: ['qinghe/housing'], problems: '两个小区的供暖投诉没有人接听。' });

const dueOf = async (table: 'coordination.work' | 'supervision.complaint', { id }: Subject): Promise<string> =>
  (await root.sql.selectFrom(table).select('legal_on').where('subject', '=', id).executeTakeFirstOrThrow())['legal_on'];

const lastOf = async ({ id }: Subject, schema: 'history' | 'sealed' = 'history') =>
  root.sql.selectFrom(`${schema}.action`).selectAll().where('subject', '=', id).orderBy('n', 'desc').executeTakeFirstOrThrow();

describe('放假通知公布，事项以外在走的期限', () => {
  const there: Record<'inspection' | 'over' | 'advice' | 'asked' | 'complaint', Subject> = {} as never;
  let before: Record<string, string>;

  it('不变量 11：预览时也数得到：督查反馈、个人信息请求、监督投诉', async () => {
    there.advice = await work('recommendation', 'send', {
      advice: 'improve',
      unit: 'qinghe/housing',
      facts: '供暖期前没有检修，十一月里停了三次。',
      basis: '《条例》第四十条',
      text: '建议入冬以前把管网检修一遍。',
      number: '清信建〔2026〕3号',
    });
    now = at('2026-12-14');
    there.inspection = await inspect();
    there.over = await work(
      'inspection',
      'feedBack',
      { feedback: '已经把问题逐一反馈给住建局。', evidence: '清信督〔2026〕9号', important: 'no' },
      await inspect(),
    );
    there.asked = await work('privacy', 'receive', { wish: 'copy', text: '要一份我的材料副本' });
    const complaint = {
      id: randomUUID(),
      unit: 'qinghe/housing',
      about: 'manner',
      text: '窗口三次让我下周再来。',
      by: { person: '信访人', unit: '信访人' },
    } as const;
    there.complaint = await receiveComplaint(needs, complaint);
    now = at('2026-12-20');

    const beside = { ...needs, runningBeside: (region: string, most: number) => runningBeside(needs, region, most) };
    const preview = await previewMoves(beside, REGION, notice());
    expect(preview).toMatchObject({ running: 4, told: 1, more: false });
    expect(preview.moved.map(({ clock }) => clock).sort()).toEqual(['个人信息请求答复', '监督投诉答复', '督查发现问题反馈'].sort());
  });

  it('不变量 11：导入以后，在走的重新计算，在自己的办理经过里记一笔；已经结束的一笔不记', async () => {
    before = { inspection: await dueOf('coordination.work', there.inspection), complaint: await dueOf('supervision.complaint', there.complaint) };
    const told = await dueOf('coordination.work', there.advice);
    const over = await lastOf(there.over);
    await needs.db.send(addNotice(needs.db, notice(), '凌键', now));
    await needs.refreshLaws();
    expect(await recountRegion(needs, REGION)).toBe(3);

    for (const [subject, table, clock] of [
      [there.inspection, 'coordination.work', 'A42'],
      [there.asked, 'coordination.work', 'E03'],
      [there.complaint, 'supervision.complaint', 'E05'],
    ] as const) {
      const to = await dueOf(table, subject);
      expect(to > before['inspection']!, clock).toBe(true); // 1月4日放假，往后一个工作日
      expect(await lastOf(subject), clock).toMatchObject({
        type: 'TermsRecounted',
        calendar: '2027',
        person: '系统',
        data: { moved: [{ key: clock, from: before['inspection'], to }] },
      });
    }
    expect(await lastOf(there.over)).toEqual(over);
    expect([told, await dueOf('coordination.work', there.advice)]).toEqual(['2027-01-11', '2027-01-11']); // 1月10日改为上班，建议书上写的日子不提前
    expect(await lastOf(there.advice)).toMatchObject({ type: 'RecommendationSent' });
  });

  it('不变量 11：同一版日历只算一遍；重建视图，日子一样；以后的步骤照办', async () => {
    expect(await recountRegion(needs, REGION)).toBe(0);
    await root.sql.updateTable('rules.recount').set({ done_at: null }).execute(); // 算到一半停下来的，再算一遍也不多记
    expect(await recountRegion(needs, REGION)).toBe(0);
    expect(await rebuilt(root, needs, [workRebuilder, complaintRebuilder])).toMatchObject({ 'coordination.work': 6, 'supervision.complaint': 1 });
    await work('inspection', 'feedBack', { feedback: '已经把问题逐一反馈给住建局。', evidence: '清信督〔2026〕8号', important: 'no' }, there.inspection);
    expect((await loadWork(needs, there.inspection)).work).toMatchObject({ stage: 'fedBack', entries: [{ step: 'end' }, { step: 'feedBack' }] });
  });
});

describe('密件', () => {
  it('不变量 11：由密件一侧用自己的角色重新计算，记在自己的经过里；告诉过接收机关的日子不动', async () => {
    const moment = at('2026-12-18', '10:00');
    const opening = { receivedAt: at('2026-12-18', '09:00').toISOString() };
    const then = { db: line, keys: needs.keys, now: () => moment, calendar: () => laws.calendars.current.version, followed: false };
    const [waiting, sent]: [Subject, Subject] = [
      { region: REGION, id: randomUUID() },
      { region: REGION, id: randomUUID() },
    ];
    const began = (subject: Subject, ...actions: readonly object[]) => ({
      subject,
      isNew: true,
      take: () => ({ stream: 'sealed', actions: actions.map((action) => ({ ...action, at: moment })) as unknown as Given[] }),
    });
    const told = { ...transferred, told: { A35: '2027-01-02' } };
    const from = { ...opened, ...opening };
    await act(then, [began(waiting, from), began(sent, from, classified, told)]);
    const since = { ...then, now: () => now, calendar: needs.calendar, lawOf: needs.lawOf };
    await rebuildViews(line, { ...since, calendar: then.calendar }, [sealedRebuilder]);

    expect(await recountSealed(since)).toBe(1);
    expect(await lastOf(waiting, 'sealed')).toMatchObject({
      type: 'TermsRecounted',
      calendar: '2027',
      data: { moved: [{ key: 'A03', from: '2027-01-04', to: '2027-01-05' }] },
    });
    expect(await lastOf(sent, 'sealed')).toMatchObject({ type: 'AccusationTransferred' });
    expect(await recountSealed(since)).toBe(0);
    expect(await rebuilt(line, since, [sealedRebuilder])).toMatchObject({ 'sealed.file': 3 });
    const { rows } = await sql`select 1 from history.action where subject in (${waiting.id}, ${sent.id})`.execute(root.sql);
    expect(rows).toEqual([]); // 普通一侧什么也没有记
  });
});
