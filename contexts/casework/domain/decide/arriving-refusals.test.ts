import { describe, expect, it } from 'vitest';
import { answer } from '../../../../test/answer.ts';
import { also, state } from '../../../../test/ways.ts';
import { by, claim, government, housing, opening, petition, STORY, suggestion, UNITS, water, words } from '../../../../test/stories.ts';
import type { MatterAction } from '../actions.ts';
import { newestOf } from '../clocks.ts';

/** From the desk to the unit: each "no" with its sentence, beside the nearest "yes". */
const grounds = words('理由');
const classify = (more: object) => ({ type: 'classify', ...claim, ...more, ...petition('2026-07-21') }) as Parameters<typeof answer>[1];

describe('甄别（第二十九条至第三十一条）', () => {
  it('目的与种类要一致；没有固定种类的目的，种类由人判断', () => {
    const opened = STORY.opened();
    expect(answer(opened, classify({}))).toBe('MatterClassified');
    expect(answer(opened, classify({ purpose: 'suggestion' }))).toContain('信访目的与种类不一致，请核对后重选。第二十九至三十一条');
    expect(answer(opened, classify({ ...suggestion }))).toBe('MatterClassified');
  });

  it('不变量 51：立了件的不会变回咨询、感谢', () => {
    for (const purpose of ['inquiry', 'thanks']) expect(answer(STORY.opened(), classify({ purpose }))).toContain('咨询和感谢不立为信访事项');
  });

  it('第三十条：检举控告、纪检监察类都在密件里办', () => {
    expect(answer(STORY.opened(), classify({ kind: 'accusation', purpose: 'accusation' }))).toContain('检举控告不在一般事项中办理');
    expect(answer(STORY.opened(), classify({ category: '1101' }))).toContain('纪检监察类属于检举控告');
    expect(answer(STORY.opened(), classify({ category: '0111' }))).toBe('MatterClassified');
  });
});

describe('并入、引导、转下级（第十九条、第二十二条）', () => {
  const attach = (target: object, ground = 'sameText', past = STORY.classified()) =>
    answer(past, {
      type: 'attachDuplicate',
      target: { id: 'm2', no: '990421-X-2026-0000002-B', kind: 'claim', open: true, ...target },
      ground,
      grounds,
      ...petition('2026-07-21'),
    } as Parameters<typeof answer>[1]);

  it('种类相同才能并；还不知道种类的可以先并；只有正在办理的一件能说“正在办理”', () => {
    expect(attach({})).toBe('DuplicateAttached');
    expect(attach({ kind: 'suggestion' })).toContain('两件的种类不同，不能合并');
    expect(attach({ kind: undefined })).toBe('DuplicateAttached');
    expect(attach({ kind: 'suggestion' }, 'sameText', STORY.opened())).toBe('DuplicateAttached');
    expect(attach({ open: false }, 'insideTerm')).toContain('先前的一件已经办结，不能以“正在办理”为由合并。第十九条第三款');
    expect(attach({ open: true }, 'insideTerm')).toBe('DuplicateAttached');
    expect(attach({ open: false }, 'sameText')).toBe('DuplicateAttached');
  });

  const visit = (litigation: boolean, channel: 'visit' | 'letter'): MatterAction[] => [
    { type: 'MatterOpened', ...opening('2026-07-20', { channel }), ...petition('2026-07-20') },
    { type: 'MatterClassified', ...claim, category: '1001', litigation, ...petition('2026-07-20') },
  ];
  const guide = (past: MatterAction[], reason = 'litigationVisitor') =>
    answer(past, { type: 'guideElsewhere', reason, place: words('县法院'), grounds, ...petition('2026-07-21') } as Parameters<typeof answer>[1]);

  it('不变量 52：信访部门只引导来访的、涉法涉诉的，两样都要有', () => {
    expect(guide(visit(true, 'visit'))).toBe('VisitorGuided');
    for (const [litigation, channel] of [
      [false, 'visit'],
      [true, 'letter'],
      [false, 'letter'],
    ] as const)
      expect(guide(visit(litigation, channel)), `${litigation} ${channel}`).toContain('信访部门只能引导来访反映涉法涉诉事项的群众；其他事项应当转送、交办');
    expect(guide(visit(true, 'visit'), 'outsideOwnAndSystem')).toContain('信访部门只能以涉法涉诉来访为由引导');
  });

  it('不变量 52：单位直接收到、不归自己管的，不用这一步，用引导告知单', () => {
    const direct: MatterAction[] = [
      { type: 'MatterOpened', ...opening('2026-07-20', { channel: 'visit', receivedBy: UNITS.housing, isPetitionDept: false }), ...housing('2026-07-20') },
      { type: 'MatterClassified', ...claim, category: '1001', litigation: true, ...housing('2026-07-20') },
    ];
    const command = { type: 'guideElsewhere', reason: 'litigationVisitor', place: words('县法院'), grounds, ...housing('2026-07-21') } as const;
    expect(answer(direct, command)).toContain('请制作引导告知单并登记发出凭证。第二十三条第一款');
    const down = { type: 'passDown', to: UNITS.petition, level: 'county', grounds, ...housing('2026-07-21') } as const;
    expect(answer(direct, down)).toContain('只能在信访部门之间转交');
  });

  it('转下级：接的要是信访部门，又不是自己；接到的由原来的人登记在接的单位', () => {
    const down = (to: string) => ({ type: 'passDown', to, level: 'county', grounds, ...petition('2026-07-21') }) as const;
    expect(answer(STORY.classified(), down(UNITS.housing))).toContain('只能转给信访部门；交给有权处理的单位请用转送或者交办。');
    expect(answer(STORY.classified(), down(UNITS.petition))).toContain('不能转给本单位。');
    const received = also(STORY.classified(), down(UNITS.city)).at(-1);
    expect(received).toMatchObject({ type: 'PetitionDeptReceived', level: 'county', by: { person: '张明', unit: UNITS.city } });
  });
});

describe('转送、交办（第二十二条）', () => {
  const refer = (to: string) => ({ type: 'refer', to, ...petition('2026-07-24') }) as const;
  const assign = (dueOn: `${number}-${number}-${number}`) => ({ type: 'assign', to: UNITS.housing, dueOn, ...petition('2026-07-24') }) as const;

  it('转给名录里有权处理的、别的单位', () => {
    expect(answer(STORY.classified(), refer(UNITS.housing))).toBe('MatterReferred AssignmentReceived');
    expect(answer(STORY.classified(), refer('qinghe/nowhere'))).toContain('名录中没有这个单位');
    expect(answer(STORY.classified(), refer(UNITS.petition))).toContain('不能转给本单位；由本单位办理的，请直接受理。');
    expect(answer(STORY.classified(), refer(UNITS.city))).toContain('信访部门不是有权处理的单位');
  });

  it('第二次转送是第二份材料，附言和责任条目照写', () => {
    const again: MatterAction[] = [
      ...STORY.referred(),
      { type: 'ObjectionRaised', assignment: 'assignment/1', grounds, ...housing('2026-07-27') },
      { type: 'ObjectionUpheld', assignment: 'assignment/1', grounds, ...petition('2026-07-28') },
    ];
    const note = words('请尽快');
    const [referred, received] = also(again, { type: 'refer', to: UNITS.water, dutyItem: '3.2', note, ...petition('2026-07-29') }).slice(-2);
    expect(referred).toMatchObject({ assignment: 'assignment/2', dutyItem: '3.2', note });
    expect(received).toMatchObject({ assignment: 'assignment/2', reportDuty: false });
    const [plain] = also(again, { type: 'refer', to: UNITS.water, ...petition('2026-07-29') }).slice(-2);
    for (const said of ['dutyItem', 'note']) expect(plain).not.toHaveProperty(said);
  });

  it('第二十二条第一款第三项：交办的期限从明天到第七十五日', () => {
    expect(answer(STORY.classified(), assign('2026-07-24'))).toContain('办理期限应当晚于今天');
    expect(answer(STORY.classified(), assign('2026-07-25'))).toBe('MatterAssigned AssignmentReceived');
    expect(answer(STORY.classified(), assign('2026-10-07'))).toBe('MatterAssigned AssignmentReceived');
    expect(answer(STORY.classified(), assign('2026-10-08'))).toContain('办结期限（2026-10-07），请提前');
  });

  it('交办带着报告期限和来源；信访部门交办没有人大的书面反馈期限', () => {
    const more = { source: 'meeting', dutyItem: '3.2', note: words('请尽快') } as const;
    const [assigned, received] = also(STORY.classified(), { ...assign('2026-09-30'), ...more } as Parameters<typeof answer>[1]).slice(-2);
    expect(assigned).toMatchObject({ ...more, dueOn: { A16: '2026-09-30' } });
    expect(assigned).not.toHaveProperty('dueOn.D15');
    expect(received).toMatchObject({ reportDuty: true, dueOn: { A16: '2026-09-30' } });
    expect(received).not.toHaveProperty('byCongress');
  });
});

describe('异议、改派（第二十三条第三款、第二十四条）', () => {
  const raise = (date: string) => ({ type: 'raiseObjection', grounds, ...housing(date) }) as const;
  const objected = () => also(STORY.referred(), raise('2026-07-27'));
  const reassign = (to: string, date = '2026-07-28') => ({ type: 'reassign', to, ground: 'superior', grounds, ...government(date) }) as const;

  it('不变量 5：异议写明建议的单位；第五个工作日当天可以，次日说清哪天届满', () => {
    expect(also(STORY.referred(), { ...raise('2026-07-31'), proposed: UNITS.water }).at(-1)).toMatchObject({ proposed: UNITS.water });
    expect(also(STORY.referred(), raise('2026-07-31')).at(-1)).not.toHaveProperty('proposed');
    expect(answer(STORY.referred(), raise('2026-08-01'))).toContain('TooLate 提出异议的期限是收到之日起五个工作日，已于2026-07-31届满。');
  });

  it('一个单位对一件只提一次；不同意的还由它受理', () => {
    const rejected = also(objected(), { type: 'decideObjection', upheld: false, grounds, ...petition('2026-07-28') });
    expect(rejected.at(-1)).toMatchObject({ type: 'ObjectionRejected', assignment: 'assignment/1' });
    expect(answer(rejected, raise('2026-07-29'))).toContain('本单位对本件已经提过一次异议');
  });

  it('上级改派来的，原转送的信访部门不能再同意异议退回', () => {
    const moved = also(STORY.referred(), reassign(UNITS.water));
    const second = also(moved, { type: 'raiseObjection', grounds, ...water('2026-07-29') });
    const decide = (upheld: boolean) => answer(second, { type: 'decideObjection', upheld, grounds, ...government('2026-07-30') });
    expect(decide(true)).toContain('本件是上级改派的。同意异议的，请直接改派');
    expect(decide(false)).toBe('ObjectionRejected');
    expect(answer(objected(), { type: 'decideObjection', upheld: true, grounds, ...petition('2026-07-30') })).toBe('ObjectionUpheld');
  });

  it('改派给别的单位；有异议没有决定的，改派就是同意', () => {
    expect(answer(STORY.referred(), reassign(UNITS.housing))).toContain('本件就在这个单位，不必改派');
    expect(answer(STORY.handling(), reassign(UNITS.housing, '2026-08-10'))).toContain('本件就在这个单位，不必改派');
    expect(answer(STORY.referred(), reassign(UNITS.water))).toBe('MatterReassigned AssignmentReceived');
    const agreed = also(objected(), reassign(UNITS.water)).slice(-3);
    expect(agreed).toMatchObject([
      { type: 'ObjectionUpheld', assignment: 'assignment/1' },
      { type: 'MatterReassigned', from: UNITS.housing, to: UNITS.water },
      { type: 'AssignmentReceived', assignment: 'assignment/2', reportDuty: false },
    ]);
  });

  it('改派不推迟报告办结情况的日期', () => {
    const assigned = also(STORY.classified(), { type: 'assign', to: UNITS.housing, dueOn: '2026-09-30', ...petition('2026-07-24') });
    const moved = also(assigned, reassign(UNITS.water));
    expect(moved.at(-1)).toMatchObject({ reportDuty: true, dueOn: { A16: '2026-09-30' } });
    expect(newestOf(state(moved).clocks, 'A16')).toMatchObject({ legalOn: '2026-09-30' });
    expect(also(STORY.referred(), reassign(UNITS.water)).at(-1)).not.toHaveProperty('dueOn');
  });
});

describe('不受理的机关：信访部门、人大', () => {
  const congress = (date: string) => by('qinghe-npc/office', date, '人大的人');
  const at = (unit: 'petition' | 'congress', isPetitionDept: boolean): MatterAction[] => {
    const receivedBy = unit === 'petition' ? UNITS.petition : 'qinghe-npc/office';
    const who = unit === 'petition' ? petition : congress;
    return [
      { type: 'MatterOpened', ...opening('2026-07-20', { receivedBy, isPetitionDept }), ...who('2026-07-20') },
      { type: 'MatterClassified', ...claim, ...who('2026-07-20') },
    ];
  };
  const route = { type: 'routeToProcedure', route: 'litigation', organ: grounds, term: grounds, reviewer: '法制员', grounds } as const;

  it('不变量 52：信访部门不受理、不拒收、不导入', () => {
    const past = at('petition', true);
    expect(answer(past, { type: 'accept', route: 'petitionProcedure', ...petition('2026-07-21') })).toContain('信访部门不受理具体事项');
    expect(answer(past, { type: 'decline', reason: 'alreadyAcceptedBelow', remedy: grounds, grounds, ...petition('2026-07-21') })).toContain(
      '信访部门不得拒收',
    );
    expect(answer(past, { ...route, ...petition('2026-07-21') })).toContain('信访部门不能导入其他程序');
  });

  it('人大登记、交办、督促，不替有权机关作决定', () => {
    const past = at('congress', false);
    expect(answer(past, { type: 'accept', route: 'petitionProcedure', ...congress('2026-07-21') })).toContain('人大常委会及其机构不直接受理');
    expect(answer(past, { ...route, ...congress('2026-07-21') })).toContain('人大常委会及其机构不直接受理');
    const assigned = also(past, { type: 'assign', to: UNITS.housing, dueOn: '2026-09-30', ...congress('2026-07-24') });
    expect(assigned.slice(-2)).toMatchObject([{ dueOn: { A16: '2026-09-30', D15: '2026-09-30' } }, { byCongress: true }]);
  });
});

describe('机关撤销、合并（第二十四条第二款）', () => {
  it('已经撤销、合并的单位不再接收，请转给承接的；没有写明承接的，报党委、政府决定', () => {
    const to = (unit: string, type: 'refer' | 'assign' = 'refer', asked = petition('2026-07-24')) =>
      answer(STORY.classified(), { type, to: unit, ...(type === 'assign' && { dueOn: '2026-08-30' }), ...asked } as Parameters<typeof answer>[1]);
    for (const type of ['refer', 'assign'] as const)
      expect(to('qinghe/planning', type)).toContain('清和县规划局已经撤销或者合并，不能再接收。请转给继续行使其职权的清和县住房和城乡建设局。第二十四条第二款');
    expect(to('qinghe/oldtown')).toContain('名录里没有写明由谁承接，请报本级党委、政府决定或者指定');
    const past = STORY.referred();
    const command = { type: 'reassign', to: 'qinghe/planning', ground: 'superior', grounds, ...government('2026-07-28') } as const;
    expect(answer(past, command)).toContain('已经撤销或者合并');
    const talks = { type: 'openJurisdictionTalks', units: ['qinghe/oldtown'], grounds, ...housing('2026-07-28') } as const;
    expect(answer(past, talks)).toContain('已经撤销或者合并');
  });
});
