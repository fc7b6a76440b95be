import { describe, expect, it } from 'vitest';
import type { ClockShown, MatterPage } from '#contexts/casework/contract.ts';
import type { Stage } from '#contexts/casework/domain/stages.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { asShown, bandOf, rowsOf } from '../desk/bands.ts';
import { leadOf, mostPressing } from './lead.ts';

/** The desk and the page of a matter name one and the same thing first. */
const TODAY = '2026-11-20';
const HOUSING = '清和县住房和城乡建设局';
const BUREAU = '清和县信访局';
const clock = (id: ClockId, legalOn: string, more: Partial<ClockShown> = {}): ClockShown => ({
  clock: id,
  key: id,
  name: CLOCKS[id].name,
  type: CLOCKS[id].type,
  holder: HOUSING,
  startedOn: '2026-09-21',
  targetOn: legalOn,
  legalOn,
  lightOn: legalOn,
  targetAt: null,
  stoppedOn: null,
  outcome: null,
  provisional: false,
  evidence: 'T',
  lines: [],
  ...more,
});
const act = (command: string, primary = false) => ({ command, label: command, primary });
const HEARD = ['PetitionerHeard', 'InvestigationRecorded'];

const page = (stage: Stage, clocks: readonly ClockShown[], can: MatterPage['can'], happened: readonly string[] = []) => ({
  region: 'qinghe',
  matter: '00000000-0000-4000-8000-000000000001',
  today: TODAY as MatterPage['today'],
  stage,
  clocks: [...clocks],
  can,
  timeline: happened.map((type) => ({ type })) as MatterPage['timeline'],
});
const shown = ({ way, beside }: ReturnType<typeof leadOf>) => [way?.label, beside?.label];

describe('事项页和案头说的是同一件事', () => {
  it('报送过了期：先报送，办理的下一步在旁边；听过、查过以后不再叫人去听', () => {
    const clocks = [clock('A14', '2026-12-25'), clock('A16', '2026-11-14')];
    const can = [act('hearPetitioner', true), act('reportCompletion')];
    expect(shown(leadOf(page('inProgress', clocks, can), HOUSING))).toEqual(['reportCompletion', 'hearPetitioner']);
    expect(shown(leadOf(page('inProgress', clocks, [act('hearPetitioner'), act('reportCompletion')], HEARD), HOUSING))).toEqual([
      'reportCompletion',
      '起草信访处理意见书',
    ]);
    expect(mostPressing(page('inProgress', clocks, can), HOUSING)?.clock).toBe('A16');
  });

  it('案头的次序就是这里的次序，条条都在', () => {
    const clocks = [clock('A14', '2026-12-09'), clock('D07', '2026-11-16'), clock('A06', '2026-11-28'), clock('A16', '2026-11-21')];
    const given = page('inProgress', clocks, []);
    const desk = asShown(
      rowsOf(
        clocks.map((each) => ({ ...each, matter: given.matter, stage: given.stage })),
        given,
      ),
    );
    expect(leadOf(given, HOUSING).rows.map(({ item, duty }) => [item.clock, duty.owed])).toEqual(desk.map(({ item, duty }) => [item.clock, duty.owed]));
    expect(desk.map(({ item }) => item.clock)).toEqual(['A16', 'D07', 'A06', 'A14']);
  });

  it('同一天到期的，法定的在前，谁先列出来都一样', () => {
    const same = [clock('D15', '2026-12-07'), clock('A14', '2026-12-07'), clock('A16', '2026-12-07')];
    for (const clocks of [same, same.toReversed()])
      expect(leadOf(page('inProgress', clocks, []), HOUSING).rows.map(({ item }) => item.clock)).toEqual(['A14', 'A16']);
  });

  it('一份办结报告答两个期限：一行，先到的领头，另一个日子在旁边，叫它自己的名字', () => {
    const rowsFor = (report: string, congress: string) =>
      leadOf(page('inProgress', [clock('D15', congress), clock('A16', report)], []), HOUSING).rows.map(({ item, hints }) => [item.clock, ...hints]);
    expect(rowsFor('2026-12-07', '2026-12-10')).toEqual([['A16', '书面反馈人大：本地承诺 12月10日（周四）']]);
    expect(rowsFor('2026-12-10', '2026-12-07')).toEqual([['D15', '报送办结报告：法定 12月10日（周四）']]);
    expect(rowsFor('2026-11-22', '2026-11-16')).toEqual([['A16', '书面反馈人大：本地承诺 11月16日，已过']]); // what the place has set is missed, and hides no law that presses
  });

  it('以小时计的：不论还有几个小时，今天的在今天，明天的在三天内；过了一刻也是超期，旁边说到几点', () => {
    const at = (id: ClockId, legalOn: string, time: string) => clock(id, legalOn, { targetAt: `${legalOn}T${time}:00+08:00` });
    const given = { ...page('registered', [at('A13', '2026-11-21', '09:00'), at('A12', TODAY, '09:30')], []), now: `${TODAY}T10:00:00+08:00` };
    expect(leadOf(given, HOUSING).rows.map(({ item, clock: reading }) => [item.clock, bandOf(reading), reading.minutes])).toEqual([
      ['A12', 'overdue', -30],
      ['A13', 'three', 23 * 60],
    ]);
    const both = { ...given, ...page('registered', [clock('A03', TODAY), at('A13', TODAY, '11:00')], []) };
    expect(leadOf(both, HOUSING).rows.map(({ item }) => item.clock)).toEqual(['A13', 'A03']); // within the hour, before what has until midnight
    const congress = { ...given, ...page('inProgress', [at('D15', TODAY, '18:00'), clock('A16', TODAY)], []) };
    expect(leadOf(congress, HOUSING).rows.map(({ item, hints }) => [item.clock, ...hints])).toEqual([['D15', '报送办结报告：法定 11月20日（周五）']]);
  });

  it('同一个按钮要按两次的，还是两行：向本级报告、向上一级报告', () => {
    const urgent = [clock('A12', '2026-11-20'), clock('A13', '2026-11-20')];
    expect(leadOf(page('registered', urgent, []), HOUSING).rows.map(({ duty }) => duty.owed)).toEqual(['报告本级党委、政府', '向上一级信访部门报告']);
  });

  it('意见书还没有可以依据的：先听取陈述，说出还差什么；齐了就起草', () => {
    const clocks = [clock('A14', '2026-12-25')];
    const before = leadOf(page('inProgress', clocks, [act('hearPetitioner', true)]), HOUSING);
    expect([before.way?.label, before.before]).toEqual(['hearPetitioner', '听取信访人陈述、调查核实']);
    const after = leadOf(page('inProgress', clocks, [act('hearPetitioner')], HEARD), HOUSING);
    expect([after.way?.label, after.before]).toEqual(['起草信访处理意见书', undefined]);
  });

  it('案头写着要办、这里还不能办的：说是哪一项，由办理的下一步顶上', () => {
    const lead = leadOf(page('objectionPending', [clock('A08', '2026-11-08', { holder: BUREAU })], [act('takeNote')]), BUREAU);
    expect([lead.way, lead.blocked]).toEqual([undefined, 'decideObjection']);
  });

  it('告知书写着发出，这里也写发出；要取得送达证明的，到文书那里', () => {
    expect(leadOf(page('inProgress', [clock('A06', '2026-11-17')], []), HOUSING).way).toMatchObject({ label: '发出受理告知书' });
    expect(leadOf(page('opinionDispatched', [clock('A34', '2026-11-21')], []), HOUSING).way).toEqual({ label: '取得送达的证明', at: 'papers' });
  });

  it('自己没有欠的，看别人欠着的；自己过了内部时限的，先说自己的', () => {
    const others = clock('A06', '2026-11-14');
    expect(mostPressing(page('awaitingAcceptance', [others], []), BUREAU)?.clock).toBe('A06');
    const own = clock('A08', '2026-11-08', { holder: BUREAU, evidence: 'P' });
    expect(mostPressing(page('objectionPending', [others, own], []), BUREAU)?.clock).toBe('A08');
  });
});
