/**
 * Where a matter stands, and which organ is answerable there (lifecycle 3 and
 * 3.0). 件件有着落: in every open stage exactly one organ is. Which commands a
 * stage allows stands in the table of commands.
 */
export type Stage =
  | 'unknown'
  | 'registered'
  | 'triaged'
  | 'awaitingAcceptance'
  | 'objectionPending'
  | 'accepted'
  | 'inProgress'
  | 'studying'
  | 'opinionIssued'
  | 'opinionDispatched'
  | 'opinionDelivered'
  | 'performing'
  | 'replied'
  | 'routed'
  | 'merged'
  | 'guided'
  | 'notAccepted'
  | 'concluded'
  | 'archived'
  | 'sealed';

/** Who answers: whoever holds the matter, the unit that it was sent to, or the unit that took it on. */
export type Answerable = 'desk' | 'assignee' | 'handlingUnit';

interface StageRule {
  readonly name: string;
  readonly answerable: Answerable | null;
  readonly said: string; // to the petitioner, in a few words
}

export const STAGES: Readonly<Record<Stage, StageRule>> = {
  unknown: { name: '未登记', answerable: null, said: '没有这件事项' },
  registered: { name: '待甄别', answerable: 'desk', said: '已经登记' },
  triaged: { name: '待转送交办', answerable: 'desk', said: '正在确定由谁办理' },
  awaitingAcceptance: { name: '待受理', answerable: 'assignee', said: '等待受理' },
  objectionPending: { name: '异议待核实', answerable: 'assignee', said: '收到的单位认为不该由它办，正在核实' },
  accepted: { name: '已受理', answerable: 'handlingUnit', said: '已经受理' },
  inProgress: { name: '办理中', answerable: 'handlingUnit', said: '正在办理' },
  studying: { name: '研究论证', answerable: 'handlingUnit', said: '正在研究您的建议' },
  opinionIssued: { name: '意见已出待发', answerable: 'handlingUnit', said: '处理意见已经作出，还没有发出' },
  opinionDispatched: { name: '已发出待送达', answerable: 'handlingUnit', said: '处理意见书已经发出' },
  opinionDelivered: { name: '意见已送达', answerable: 'handlingUnit', said: '处理意见书已经送达' },
  performing: { name: '落实意见', answerable: 'handlingUnit', said: '正在落实处理意见' },
  replied: { name: '已答复待送达', answerable: 'handlingUnit', said: '答复已经作出' },
  routed: { name: '已导入其他程序', answerable: 'handlingUnit', said: '已经导入其他法定程序' },
  merged: { name: '已并入另一件', answerable: null, said: '与先前的一件合并办理' },
  guided: { name: '已引导', answerable: null, said: '已经告知应向谁提出' },
  notAccepted: { name: '不予受理', answerable: null, said: '不予受理，理由和救济途径已经书面告知' },
  concluded: { name: '已办结', answerable: null, said: '已经办结' },
  archived: { name: '已归档', answerable: null, said: '已经归档' },
};

export const isOpen = (stage: Stage) => STAGES[stage].answerable !== null;
export const STAGE_NAMES = Object.keys(STAGES) as Stage[];
  sealed: { name: '已移入密件', answerable: null, said: '已经移交密封办理' },
