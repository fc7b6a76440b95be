import type { Done } from '#kernel/decider.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { MatterAction } from '../../actions.ts';
import { newestOf } from '../../clocks.ts';
import { mustStillBe } from '../../decide/arriving.ts';
import { against } from '../../decide/sentences.ts';
import { assigneeOf, currentAssignment, type Matter } from '../../matter.ts';
import type { Organs } from '../../organs.ts';
import type { Asked, Conditions, Rules } from '../rule.ts';
import type { JointCommand } from './commands.ts';
import { coUnitsOf } from './state.ts';

const ARTICLE = '第二十四条第一款';

export const JOINT_CONDITIONS: Conditions<JointCommand> = {
  openJurisdictionTalks({ matter }) {
    if (matter.joint?.decided) return against('受理单位已经由上级或者联席会议决定，不再协商。请受理。', ARTICLE);
    return matter.joint?.talks ? against('协商已经开始，请商定牵头单位；商不成的，报请决定。', ARTICLE) : undefined;
  },
  agreeLead: ({ matter }) => mustTalk(matter),
  disputeJurisdiction: ({ matter }) => mustTalk(matter),

  submitCoUnitOpinion: ({ matter, unit }) =>
    coUnitsOf(matter).some((one) => one.unit === unit && one.answeredOn) ? against('本单位已经提出协办意见；有补充的，请用“补充材料”。', ARTICLE) : undefined,

  askLeadership({ matter, unit, organs }) {
    if (!organs.isPetitionDept(unit)) return against('只有信访部门报请党委、政府决定；请直接转送、交办或者受理。', '第二十二条第一款第一项');
    if (matter.joint?.named) return against('党委、政府已经决定了办理单位，请按决定转送、交办。', '第二十二条第一款第一项');
    return organs.superiorOf(unit) ? undefined : against('名录中没有本单位的上一级，不知道报请谁决定。请先在名录中补全。', '第二十二条第一款第一项');
  },
};

export const JOINT_RULES: Rules<JointCommand> = {
  openJurisdictionTalks({ units, grounds, by, at }, _, organs) {
    const all = [...new Set([by.unit, ...units])];
    for (const unit of all) mustBeUnit(unit, organs, at);
    if (all.length < 2) throw against('协商要有两个以上的单位，请选上其他涉及的单位。', ARTICLE);
    return [{ type: 'JurisdictionTalksOpened', units: all, grounds, by, at }];
  },

  agreeLead({ lead, coUnits = [], record, by, at }, matter) {
    mustBeOfThese([lead, ...coUnits], matter.joint?.talks ?? [], '参加协商的单位');
    return [{ type: 'LeadAgreed', lead, coUnits: others(coUnits, lead), record, by, at }, ...handedTo(lead, matter, { by, at })];
  },

  submitCoUnitOpinion: ({ opinion, by, at }) => [{ type: 'CoUnitOpinionSubmitted', opinion, by, at }],

  disputeJurisdiction({ views, by, at }, matter, organs) {
    const units = matter.joint?.talks ?? [];
    const superior = organs.commonSuperior(units);
    const decidingBody = superior ?? organs.jointConferenceOf(units);
    if (!decidingBody) throw against('这些单位没有共同的上一级机关，名录中也没有共同的联席会议办公室可以报请。请管理员先在名录中补全。', ARTICLE);
    return [{ type: 'JurisdictionDisputed', decidingBody, ...(!superior && { conference: true as const }), views, by, at }];
  },

  decideJurisdiction({ lead, coUnits = [], grounds, by, at }, matter, organs) {
    for (const unit of [lead, ...coUnits]) mustBeUnit(unit, organs, at);
    return [{ type: 'JurisdictionDecided', lead, coUnits: others(coUnits, lead), grounds, by, at }, ...handedTo(lead, matter, { by, at }, by.unit)];
  },

  askLeadership({ proposal, by, at }, _, organs) {
    return [{ type: 'LeadershipAsked', to: organs.superiorOf(by.unit)!, proposal, by, at }];
  },

  decideAsLeadership({ unit, instruction, by, at }, _, organs) {
    mustBeUnit(unit, organs, at);
    return [{ type: 'LeadershipDecided', unit, instruction, by, at }];
  },
};

/** The lead collects what the others say: one opinion, and nobody passed over (第二十四条；北京市信访条例第四十四条第一项). */
export function mustHaveHeardCoUnits({ matter, today, organs }: Asked): Refusal | undefined {
  const silent = coUnitsOf(matter).filter(({ unit, answeredOn }) => {
    if (answeredOn) return false;
    const term = newestOf(matter.clocks, 'A40', unit);
    return term !== undefined && !term.stoppedOn && today <= term.legalOn;
  });
  const [first] = silent;
  if (!first) return undefined;
  const until = newestOf(matter.clocks, 'A40', first.unit)?.legalOn;
  const names = silent.map(({ unit }) => organs.nameOf(unit)).join('、');
  return against(`${names}还没有提出协办意见（内部期限到${until}）。请催办；收到意见或者期限过后再作出处理意见。`, ARTICLE);
}

/** Whoever leads now has the matter: what another unit was sent goes to it, and its own notice runs from its own receipt. */
function handedTo(lead: string, matter: Matter, { by, at }: Done, from?: string): MatterAction[] {
  if (lead === assigneeOf(matter)) return [];
  const before = currentAssignment(matter);
  const due = before?.reportDuty ? newestOf(matter.clocks, 'A16', before.id)?.legalOn : undefined;
  return [
    {
      type: 'AssignmentReceived',
      assignment: `assignment/${matter.assignments.length + 1}`,
      from: from ?? before?.from ?? matter.desk ?? by.unit,
      to: lead,
      reportDuty: before?.reportDuty ?? false,
      ...(due && { dueOn: { A16: due } }),
      by,
      at,
    },
  ];
}

function mustBeUnit(unit: string, organs: Organs, at: Date): void {
  if (!organs.exists(unit)) throw against('名录中没有这个单位，请从单位列表中选择。');
  mustStillBe(unit, organs, at);
  if (organs.isPetitionDept(unit)) throw against('信访部门不受理具体事项，不能牵头或者协办。', '第二十二条');
  if (organs.isCongress(unit)) {
    throw against('人大常委会及其机构不直接受理、办理具体事项，不能牵头或者协办。请选有权处理的单位。', '《各级人民代表大会常务委员会监督法》');
  }
}

function mustBeOfThese(units: readonly string[], all: readonly string[], what: string): void {
  if (units.some((unit) => !all.includes(unit))) throw against(`只能在${what}中选择；还有别的单位的，请重新协商。`, ARTICLE);
}

function mustTalk({ joint }: Matter): Refusal | undefined {
  return joint?.talks && !joint.lead ? undefined : against('先由所涉及的单位协商受理。请先“协商受理”，写明涉及哪些单位。', ARTICLE);
}

const others = (units: readonly string[], lead: string) => [...new Set(units)].filter((unit) => unit !== lead);
