import type { Field, Form } from '../../forms/form.ts';
import type { Permission } from '../../permission.ts';
import { grounds, long } from '../fields.ts';
import type { JointCommand } from './commands.ts';

type Name = JointCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. */
export const JOINT_NAMES = {
  openJurisdictionTalks: '协商受理',
  agreeLead: '商定牵头单位',
  submitCoUnitOpinion: '提出协办意见',
  disputeJurisdiction: '报请决定受理单位',
  decideJurisdiction: '决定受理单位',
  askLeadership: '报请党委政府决定',
  decideAsLeadership: '决定办理单位',
} as const satisfies Record<Name, string>;

const CLERKS = ['unitClerk', 'unitHead'] as const;

export const JOINT_PERMISSIONS = {
  openJurisdictionTalks: { relations: ['assignee'], roles: CLERKS, stages: ['awaitingAcceptance'] },
  agreeLead: { relations: ['assignee'], roles: ['unitHead'], stages: ['awaitingAcceptance'] },
  submitCoUnitOpinion: { relations: ['coUnit'], roles: CLERKS, stages: ['accepted', 'inProgress', 'studying'] },
  disputeJurisdiction: { relations: ['assignee'], roles: ['unitHead'], stages: ['awaitingAcceptance'] },
  decideJurisdiction: { relations: ['decidingBody'], roles: ['unitHead', 'jointConferenceOffice', 'petitionDeptHead'], stages: ['jurisdictionPending'] },
  askLeadership: { relations: ['desk'], roles: ['petitionDeptHead', 'triageOfficer'], stages: ['triaged'] },
  decideAsLeadership: { relations: ['leadership'], roles: ['leader', 'unitHead'], stages: ['awaitingLeadership'] },
} as const satisfies Record<Name, Permission>;

const lead: Field = { name: 'lead', label: '由谁牵头（受理、出具意见）', kind: 'unit', required: true };
const coUnits: Field = { name: 'coUnits', label: '协办单位（可不选）', kind: 'units', hint: '受理后在办结期限前五个工作日提出意见，责任仍在牵头单位' };

export const JOINT_FORMS: Readonly<Partial<Record<Name, Form>>> = {
  openJurisdictionTalks: {
    label: '协商受理',
    ask: '协商期间十五日的书面告知期限不停，最先收到的单位继续负责。确定吗？',
    article: '第二十四条第一款',
    fields: [{ name: 'units', label: '还涉及哪些单位', kind: 'units', required: true }, grounds('各涉及哪些职责')],
  },
  agreeLead: {
    label: '商定牵头单位',
    ask: '牵头单位受理并出具一份意见；不再牵头的单位，书面告知的责任随之移交。确定吗？',
    article: '第二十四条第一款',
    fields: [lead, coUnits, long('record', '协商记录', '哪天、谁参加、各单位的意见')],
  },
  submitCoUnitOpinion: {
    label: '提出协办意见',
    ask: '意见交给牵头单位，由牵头单位统一答复信访人。确定吗？',
    article: '第二十四条第一款',
    fields: [long('opinion', '本单位职责内的事实和意见')],
  },
  disputeJurisdiction: {
    label: '报请决定受理单位',
    ask: '由共同的上一级机关决定；没有共同上级的，由联席会议协调。其间书面告知期限不停。确定吗？',
    article: '第二十四条第一款',
    fields: [long('views', '各单位的意见和理由')],
  },
  decideJurisdiction: {
    label: '决定受理单位',
    ask: '决定后由该单位受理，不能再提异议。确定吗？',
    article: '第二十四条第一款',
    fields: [lead, coUnits, grounds('理由')],
  },
  askLeadership: {
    label: '报请党委政府决定',
    ask: '只用于重大、紧急的事项。决定之前由本级党委、政府负责；决定后，转送交办期限按原日期接着算。确定吗？',
    article: '第二十二条第一款第一项',
    fields: [long('proposal', '情况和建议', '建议由谁办、为什么')],
  },
  decideAsLeadership: {
    label: '决定办理单位',
    ask: '只决定由谁办，不决定怎样处理；处理意见由有权的单位依法作出。确定吗？',
    article: '第二十二条第一款第一项',
    fields: [{ name: 'unit', label: '由哪个单位办理', kind: 'unit', required: true }, long('instruction', '批示')],
  },
};
