import { beforeAll, describe, expect, it } from 'vitest';
import { recountTerms } from '#contexts/casework/index.ts';
import { openMatters, recountIntakes, loadIntake, registerIntake, type IntakeNeeds } from '#contexts/intake/index.ts';
import { caseworkRebuilder, loadPast } from '#contexts/casework/index.ts';
import { readNotice } from '#kernel/notice.ts';
import { addNotice } from '#platform/calendar-notices.ts';
import { keepLaws, lawNeeds } from '#platform/laws-kept.ts';
import { cloneDatabase } from './database.ts';
import { arrivedBy, deskNeeds } from './desk.ts';

/** A notice comes out while terms run: they are counted again, once, and everything that is over stays as it was. */
const NOW = new Date('2026-12-20T10:00:00+08:00');
const by = { person: '张明', unit: 'qinghe/petition' };

const NOTICE = `一、元旦：1月1日（周五）至4日（周一）放假调休，共4天。1月10日（周日）上班。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）上班。
三、清明节：4月5日（周一）放假。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假。
六、中秋节：9月15日（周三）放假。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;

let needs: IntakeNeeds & { refreshLaws(): Promise<void> };
beforeAll(async () => {
  const open = await cloneDatabase();
  const desk = deskNeeds(open(), () => NOW);
  const law = lawNeeds(await keepLaws(desk.db, {}));
  needs = {
    ...desk,
    calendar: law.calendar,
    lawOf: law.lawOf,
    refreshLaws: law.refreshLaws,
    get calendars() {
      return law.calendars;
    },
  };
});

async function arrived(text: string): Promise<string> {
  const { intake } = await registerIntake(needs, 'qinghe', { ...arrivedBy('letter', text), receivedAt: new Date('2026-12-18T09:00:00+08:00') }, { by });
  return intake.id;
}

const runningA03 = (subject: string) =>
  needs.db.sql.selectFrom('casework.running').select(['legal_on', 'light_on']).where('subject', '=', subject).where('clock', '=', 'A03').executeTakeFirst();

describe('放假通知公布', () => {
  it('不变量 11：只重算在走的期限，记一笔办理，已经了结的、告诉过人的不动；重建视图也一样', async () => {
    const waiting = await arrived('村口的路灯不亮了，等了一个月');
    const loaded = await loadIntake(needs, { region: 'qinghe', id: await arrived('水表换了以后水费翻倍') });
    const { matters } = await openMatters(
      needs,
      loaded,
      [{ title: '水费翻倍', text: '水表换了以后水费翻倍', claims: ['核对水费'] }],
      { by, at: NOW },
      loaded.past.length,
    );
    const matter = matters[0]!;
    expect(await runningA03(matter.id)).toMatchObject({ legal_on: '2027-01-04' }); // 1月2日是周六，暂按法定节日算

    const { year, days } = readNotice(NOTICE, 2027);
    await needs.db.send(addNotice(needs.db, { n: 1, year, version: '2027', document: '国办发明电〔2026〕1号', days }, by.person, NOW));
    await needs.refreshLaws();
    expect(needs.calendar()).toBe('2027');
    expect(await recountIntakes(needs, 'qinghe')).toBe(1);
    expect(await recountTerms(needs, 'qinghe')).toBe(1);

    expect(await runningA03(matter.id)).toMatchObject({ legal_on: '2027-01-05' });
    const desk = await needs.db.sql.selectFrom('intake.intake').select('legal_on').where('subject', '=', waiting).executeTakeFirst();
    const past = await loadPast(needs, { region: 'qinghe', id: matter.id });
    expect(past.at(-1)).toMatchObject({
      type: 'TermsRecounted',
      calendar: '2027',
      moved: expect.arrayContaining([{ key: 'A03', from: '2027-01-04', to: '2027-01-05' }]),
    });
    expect(desk).toBeDefined();

    const rebuilt = caseworkRebuilder.rowsOf(needs, { region: 'qinghe', id: matter.id }, past);
    await needs.db.sql.deleteFrom('casework.running').where('subject', '=', matter.id).execute();
    await needs.db.send(...rebuilt);
    expect(await runningA03(matter.id)).toMatchObject({ legal_on: '2027-01-05' });
  });

  it('同一版日历只重算一遍', async () => {
    const before = needs.db.state().trips;
    expect([await recountIntakes(needs, 'qinghe'), await recountTerms(needs, 'qinghe')]).toEqual([0, 0]);
    expect(needs.db.state().trips - before).toBe(2); // one look each, nothing is loaded
    const mark = await needs.db.sql.selectFrom('rules.recount').selectAll().where('region', '=', 'qinghe').executeTakeFirst();
    expect(mark).toMatchObject({ version: '2027', open: 1, moved: 1 });
    expect(mark?.['done_at']).toEqual(NOW);
  });
});
