/** What a running clock asks of the unit, as a colleague would put it: what is owed, and the one verb for it. */
import type { CommandType } from '#contexts/casework/domain/commands.ts';
import { PERFORMING } from '#contexts/casework/domain/performing.ts';
import { SINCE_ACCEPTANCE, type Stage } from '#contexts/casework/domain/stages.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';

export interface Duty {
  readonly owed: string; // 决定是否受理并书面告知
  readonly verb: string; // 受理
  readonly opens: { readonly act: CommandType } | PaperOwed | 'papers' | 'page';
}

/** `from` the page where other steps come before the paper: there stands which is next. */
interface PaperOwed {
  readonly paper: string;
  readonly from?: 'page';
}

/** Where on the desk somebody came from. Who came to act is back afterwards in the same list, at the row that is there now; who came to look stays. */
export interface FromDesk {
  readonly from: 'desk';
  readonly to: 'act' | 'look';
  readonly at: number;
  readonly search: string;
}

const paper = (code: string) => ({ paper: code });
const act = (command: CommandType) => ({ act: command });
const send = (name: string, code: string): Duty => ({ owed: `发出${name}`, verb: '发出', opens: paper(code) });

const BEGIN: Duty = { owed: '指定承办人，开始办理', verb: '办理', opens: act('startHandling') };
const STUDY: Duty = { owed: '指定承办人，研究建议', verb: '办理', opens: act('startHandling') };
const OPINION: Duty = { owed: '出具处理意见书', verb: '办理', opens: { paper: 'F23', from: 'page' } };
const REPLY: Duty = { owed: '答复建议', verb: '答复', opens: paper('F25') };
const OBJECTED: Duty = { owed: '等异议核实的结果', verb: '查看', opens: 'page' };
const DISPUTED: Duty = { owed: '等定下由谁受理', verb: '查看', opens: 'page' };
const PASS_ON: Duty = { owed: '转送或者交办', verb: '转办', opens: 'page' };
const TRIAGE: Duty = { owed: '甄别后转送或者交办', verb: '甄别', opens: act('classify') };

/** The shorter terms for passing on: until it is told what the thing is, all of them ask for the same. */
const PASSING_ON: readonly ClockId[] = ['B01', 'B05a', 'B05b', 'B05c', 'B05d', 'C04'];

const DUTIES: Readonly<Partial<Record<ClockId, Duty>>> = {
  ...Object.fromEntries(PASSING_ON.map((clock) => [clock, PASS_ON])),
  A10: { owed: '甄别，检举控告移送', verb: '甄别', opens: 'page' },
  A03: PASS_ON,
  A04: { owed: '当场书面告知', verb: '告知', opens: 'papers' },
  A05: { owed: '决定去向并书面告知', verb: '告知', opens: 'page' },
  A06: { owed: '决定是否受理并书面告知', verb: '受理', opens: act('accept') },
  A08: { owed: '核实异议', verb: '核实', opens: act('decideObjection') },
  A09: { owed: '转送政法部门', verb: '转送', opens: act('refer') },
  A14: { owed: '出具处理意见书', verb: '起草', opens: paper('F23') },
  A15: { owed: '出具处理意见书（已延期）', verb: '起草', opens: paper('F23') },
  A16: { owed: '报送办结报告', verb: '报送', opens: act('reportCompletion') },
  A18: { owed: '出具复查意见书', verb: '起草', opens: paper('F35') },
  A20: { owed: '出具复核意见书', verb: '起草', opens: paper('F36') },
  A22: { owed: '答复建议', verb: '答复', opens: paper('F25') },
  A27: { owed: '落实处理意见', verb: '落实', opens: act('reportPerformance') },
  A30: { owed: '在本系统内转送、交办', verb: '转办', opens: 'page' },
  A33: { owed: '履行职责并答复', verb: '答复', opens: 'page' },
  A34: { owed: '取得送达的证明', verb: '送达', opens: 'papers' },
  A36: { owed: '跟踪所导入的程序', verb: '跟踪', opens: act('checkOtherProcedure') },
  A37: { owed: '重新作出处理意见', verb: '起草', opens: paper('F23') },
  C01: { owed: '决定是否受理复查（复核）申请', verb: '受理', opens: act('admitReview') },
  E06: { owed: '发出听证通知书', verb: '通知', opens: paper('F19') },
  A44: { owed: '决定是否奖励', verb: '决定', opens: act('decideReward') },
  A48: { owed: '凭查询码公布进展', verb: '公布', opens: act('postStatus') },
  A11: { owed: '决定由哪个单位受理', verb: '决定', opens: act('decideJurisdiction') },
  A12: { owed: '报告本级党委、政府', verb: '报告', opens: act('reportUrgent') },
  A13: { owed: '向上一级信访部门报告', verb: '报告', opens: act('reportUrgent') },
  A31: { owed: '与相关单位协商由谁受理', verb: '商定', opens: act('agreeLead') },
  A32: { owed: '答复信访部门的请示', verb: '答复', opens: act('decideAsLeadership') },
  A38: { owed: '督促履行协议并核实', verb: '核实', opens: act('performAgreement') },
  A40: { owed: '向牵头单位提出协办意见', verb: '协办', opens: act('submitCoUnitOpinion') },
  A41: { owed: '告知可以申请的帮扶', verb: '告知', opens: act('offerHelp') },
  A47: { owed: '答复对办理途径的异议', verb: '答复', opens: act('confirmRoute') },
  B03: { owed: '作出简易办理意见', verb: '起草', opens: paper('F24') },
  D01: { owed: '决定是否受理并书面告知', verb: '受理', opens: act('accept') },
  D02: { owed: '出具处理意见书', verb: '起草', opens: paper('F23') },
  D04: { owed: '出具处理意见书', verb: '起草', opens: paper('F23') },
  D10: { owed: '当面告知承办人是谁', verb: '告知', opens: 'page' },
  D12: { owed: '按督办会定的日期报送结果', verb: '报送', opens: act('reportCompletion') },
  B02: { owed: '决定是否受理并书面告知', verb: '受理', opens: act('accept') },
  D03: { owed: '报送初步办理情况', verb: '报送', opens: act('submitPreliminaryReport') },
  D05: { owed: '与来信人见面沟通', verb: '登记', opens: act('meetPetitioner') },
  D06a: { owed: '主要负责人签批办理意见', verb: '签批', opens: paper('F29') },
  D06b: { owed: '成立工作专班', verb: '登记', opens: act('formTaskForce') },
  D07: { owed: '与信访人见面沟通', verb: '登记', opens: act('meetPetitioner') },
  D11: { owed: '兑现承诺，等核实', verb: '查看', opens: 'page' },
  D15: { owed: '书面反馈人大', verb: '报送', opens: act('reportCompletion') },
  E04: { owed: '决定是否回避', verb: '决定', opens: act('decideRecusal') },
};

const from = (stages: readonly Stage[], duty: Duty) => Object.fromEntries(stages.map((stage) => [stage, duty]));

/** Where the paper is written but not yet sent, sending is what is owed. A local promise asks for what the law asks for at that stage: one row, two days. */
const BY_STAGE: Readonly<Partial<Record<ClockId, Partial<Record<Stage, Duty>>>>> = {
  A05: {
    // a notice that counts as not delivered is owed again, however far the matter has come
    ...from(SINCE_ACCEPTANCE, { owed: '书面告知去向或者受理情况', verb: '告知', opens: 'papers' }), // of who passed it on, or of who took it at once
    notAccepted: send('不予受理告知书', 'F08'),
    routed: send('程序告知书', 'F10'),
    guided: send('引导告知单', 'F11'),
    awaitingAcceptance: send('去向告知书', 'F06'),
  },
  A06: {
    ...from(SINCE_ACCEPTANCE, send('受理告知书', 'F07')),
    notAccepted: send('不予受理告知书', 'F08'),
    routed: send('程序告知书', 'F10'),
    objectionPending: OBJECTED,
    jurisdictionPending: DISPUTED,
  },
  A14: { accepted: BEGIN, inProgress: OPINION, opinionIssued: send('处理意见书', 'F23') },
  A15: { inProgress: { ...OPINION, owed: '出具处理意见书（已延期）' }, opinionIssued: send('处理意见书（已延期）', 'F23') },
  A18: { reviewRequested: { owed: '指定复查人员', verb: '受理', opens: act('admitReview') }, reviewIssued: send('复查意见书', 'F35') },
  A20: { recheckRequested: { owed: '指定复核人员', verb: '受理', opens: act('admitReview') }, recheckIssued: send('复核意见书', 'F36') },
  A37: { inProgress: { ...OPINION, owed: '重新作出处理意见' }, opinionIssued: send('重新作出的处理意见书', 'F23') },
  A22: {
    accepted: STUDY,
    awaitingAcceptance: { owed: '接收并研究建议', verb: '受理', opens: act('accept') },
  },
  ...Object.fromEntries([...PASSING_ON, 'A03', 'A10'].map((clock) => [clock, { registered: TRIAGE }])),
  D01: {
    registered: TRIAGE,
    triaged: PASS_ON,
    ...from(SINCE_ACCEPTANCE, send('受理告知书', 'F07')),
    notAccepted: send('不予受理告知书', 'F08'),
    objectionPending: OBJECTED,
    jurisdictionPending: DISPUTED,
  },
  D02: { accepted: BEGIN, inProgress: OPINION, studying: REPLY, opinionIssued: send('处理意见书', 'F23') },
  D04: { accepted: BEGIN, inProgress: OPINION, studying: REPLY, opinionIssued: send('处理意见书', 'F23') },
};

/** Whoever carries out what another unit decided: the row beside that unit's own (casework, `PERFORMING`). */
const PERFORM: Duty = { owed: '落实由本单位做的，报告落实情况', verb: '落实', opens: act('reportPerformance') };

export function dutyOf(clock: ClockId, stage: Stage, key = ''): Duty {
  if (key.endsWith(PERFORMING)) return PERFORM;
  return BY_STAGE[clock]?.[stage] ?? DUTIES[clock] ?? { owed: CLOCKS[clock].name, verb: '办理', opens: 'page' };
}

interface Key {
  readonly region: string;
  readonly matter: string;
}

/** Where the verb leads. */
export function addressOf(key: Key, { opens }: Duty): string {
  const page = `/matters/${key.region}/${key.matter}`;
  if (opens === 'papers') return `${page}?at=papers`;
  if (opens === 'page' || ('paper' in opens && opens.from === 'page')) return page;
  return 'act' in opens ? `${page}?do=${opens.act}` : draftOf(key, opens.paper);
}

/** Where a paper is written, begun or gone on with. */
export const draftOf = ({ region, matter }: Key, paper: string) => `/matters/${region}/${matter}/draft/${paper}`;
