/**
 * Where a matter stands, and which organ is answerable there (lifecycle 3 and
 * 3.0). 件件有着落: in every open stage exactly one organ is. Which commands a
 * stage allows stands in the table of commands.
 */
export type Stage =
  | 'unknown'
  | 'registered'
  | 'triaged'
  | 'awaitingLeadership'
  | 'awaitingAcceptance'
  | 'objectionPending'
  | 'jurisdictionPending'
  | 'accepted'
  | 'inProgress'
  | 'studying'
  | 'agreed'
  | 'withdrawn'
  | 'opinionIssued'
  | 'opinionDispatched'
  | 'opinionDelivered'
  | 'reviewRequested'
  | 'underReview'
  | 'reviewIssued'
  | 'reviewDispatched'
  | 'reviewDelivered'
  | 'recheckRequested'
  | 'underRecheck'
  | 'recheckIssued'
  | 'recheckDispatched'
  | 'performing'
  | 'replied'
  | 'routed'
  | 'merged'
  | 'guided'
  | 'notAccepted'
  | 'furtherRefused'
  | 'concluded'
  | 'archived'
  | 'sealed';

/** Who answers: whoever holds the matter, the unit that it was sent to, the unit that took it on, or the organ before which its opinion is. */
export type Answerable = 'desk' | 'assignee' | 'handlingUnit' | 'reviewOrgan' | 'recheckOrgan' | 'leadership' | 'before';

interface StageRule {
  readonly name: string;
  readonly answerable: Answerable | null;
  readonly said: string; // to the petitioner, in a few words
}

export const STAGES: Readonly<Record<Stage, StageRule>> = {
  unknown: { name: '未登记', answerable: null, said: '没有这件事项' },
  registered: { name: '待甄别', answerable: 'desk', said: '已经登记' },
  triaged: { name: '待转送交办', answerable: 'desk', said: '正在确定由谁办理' },
  awaitingLeadership: { name: '报请决定', answerable: 'leadership', said: '已报请党委、政府决定由谁办理' },
  awaitingAcceptance: { name: '待受理', answerable: 'assignee', said: '等待受理' },
  objectionPending: { name: '异议待核实', answerable: 'assignee', said: '收到的单位认为不该由它办，正在核实' },
  jurisdictionPending: { name: '受理争议待决定', answerable: 'assignee', said: '涉及几个单位，正在决定由谁受理' },
  accepted: { name: '已受理', answerable: 'handlingUnit', said: '已经受理' },
  inProgress: { name: '办理中', answerable: 'handlingUnit', said: '正在办理' },
  studying: { name: '研究论证', answerable: 'handlingUnit', said: '正在研究您的建议' },
  agreed: { name: '履行协议', answerable: 'handlingUnit', said: '双方已经签订协议，正在履行' },
  withdrawn: { name: '已撤回', answerable: 'before', said: '您已撤回，三十日内可以反悔' },
  opinionIssued: { name: '意见已出待发', answerable: 'handlingUnit', said: '处理意见已经作出，还没有发出' },
  opinionDispatched: { name: '已发出待送达', answerable: 'handlingUnit', said: '处理意见书已经发出' },
  opinionDelivered: { name: '意见已送达', answerable: 'handlingUnit', said: '处理意见书已经送达' },
  reviewRequested: { name: '已请求复查', answerable: 'reviewOrgan', said: '您的复查申请已经收到' },
  underReview: { name: '复查中', answerable: 'reviewOrgan', said: '正在复查' },
  reviewIssued: { name: '复查意见已出待发', answerable: 'reviewOrgan', said: '复查意见已经作出，还没有发出' },
  reviewDispatched: { name: '复查意见待送达', answerable: 'reviewOrgan', said: '复查意见书已经发出' },
  reviewDelivered: { name: '复查意见已送达', answerable: 'reviewOrgan', said: '复查意见书已经送达' },
  recheckRequested: { name: '已请求复核', answerable: 'recheckOrgan', said: '您的复核申请已经收到' },
  underRecheck: { name: '复核中', answerable: 'recheckOrgan', said: '正在复核' },
  recheckIssued: { name: '复核意见已出待发', answerable: 'recheckOrgan', said: '复核意见已经作出，还没有发出' },
  recheckDispatched: { name: '复核意见待送达', answerable: 'recheckOrgan', said: '复核意见书已经发出' },
  performing: { name: '落实意见', answerable: 'handlingUnit', said: '正在落实处理意见' },
  replied: { name: '已答复待送达', answerable: 'handlingUnit', said: '答复已经作出' },
  routed: { name: '已导入其他程序', answerable: 'handlingUnit', said: '已经导入其他法定程序' },
  merged: { name: '已并入另一件', answerable: null, said: '与先前的一件合并办理' },
  guided: { name: '已引导', answerable: null, said: '已经告知应向谁提出' },
  notAccepted: { name: '不予受理', answerable: null, said: '不予受理，理由和救济途径已经书面告知' },
  furtherRefused: { name: '不再受理', answerable: null, said: '同一事实和理由已经复核过，不再受理；有新的事实或者理由，随时可以再提' },
  concluded: { name: '已办结', answerable: null, said: '已经办结' },
  archived: { name: '已归档', answerable: null, said: '已经归档' },
  sealed: { name: '已移入密件', answerable: null, said: '已经移交密封办理' },
};

export const AFTER_OPINION = ['opinionIssued', 'opinionDispatched', 'opinionDelivered', 'performing'] as const satisfies readonly Stage[];

/** Performing does not wait for a review, and a review does not wait for performing. */
export const BESIDE_REVIEW = [
  ...AFTER_OPINION,
  'reviewRequested',
  'underReview',
  'reviewIssued',
  'reviewDispatched',
  'reviewDelivered',
  'recheckRequested',
  'underRecheck',
  'recheckIssued',
  'recheckDispatched',
] as const satisfies readonly Stage[];

/** A unit took it on, and it goes on or went to its end. */
export const SINCE_ACCEPTANCE = ['accepted', 'inProgress', 'studying', 'agreed', ...BESIDE_REVIEW, 'replied', 'concluded'] as const satisfies readonly Stage[];

export const isOpen = (stage: Stage) => STAGES[stage].answerable !== null;
export const STAGE_NAMES = Object.keys(STAGES) as Stage[];
