import { dateInChina } from '#kernel/dates.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { newestOf } from '../../clocks.ts';
import { against, tooLate } from '../../decide/sentences.ts';
import { ROUTES } from '../../kinds.ts';
import type { Matter } from '../../matter.ts';
import type { Conditions, Rules } from '../rule.ts';
import type { ProceduresCommand } from './commands.ts';
import { MILESTONES, type MilestoneType } from './milestones.ts';

const ARTICLE = '第三十一条';

export const PROCEDURES_CONDITIONS: Conditions<ProceduresCommand> = {
  recordMilestone: ({ matter }) =>
    matter.route === 'litigation' || matter.route === 'administrativeProcedure'
      ? undefined
      : against('仲裁、党员申诉没有单列的环节，请用“跟踪其他程序”登记进展。', ARTICLE),
  disputeRoute: ({ matter }) => (isDisputed(matter) ? against('已经提出异议，导入的单位十五日内答复。', ARTICLE) : undefined),
  confirmRoute: ({ matter }) => (isDisputed(matter) ? undefined : against('信访人没有对途径提出异议，不需要答复。', ARTICLE)),
};

export const PROCEDURES_RULES: Rules<ProceduresCommand> = {
  recordMilestone({ milestone, on, state, by, at }, matter) {
    const { name, of } = MILESTONES[milestone];
    if (matter.route && !(of as readonly string[]).includes(matter.route)) throw against(`“${name}”不是${ROUTES[matter.route].name}的环节，请核对。`, ARTICLE);
    if (on > dateInChina(at)) throw against('日期晚于今天，请核对。');
    const refusal = mustFollow(milestone, matter);
    if (refusal) throw refusal;
    return [{ type: milestone, on, state, by, at }];
  },

  disputeRoute: ({ grounds, by, at }) => [{ type: 'PetitionerDisputedRoute', grounds, by, at }],
  confirmRoute: ({ grounds, by, at }) => [{ type: 'RouteConfirmed', grounds, by, at }],
};

/** Which milestone has to be there before: an answer without a beginning is a slip. */
function mustFollow(milestone: MilestoneType, { clocks }: Matter): Refusal | undefined {
  const missing = (clock: 'B11' | 'B12' | 'B14') => !newestOf(clocks, clock) || newestOf(clocks, clock)?.stoppedOn !== undefined;
  switch (milestone) {
    case 'ReconsiderationAccepted':
    case 'ReconsiderationRejected':
      return missing('B14') ? against('还没有登记申请行政复议，请先登记。', '行政复议法第三十条') : undefined;
    case 'JudicialProceduralReply':
      return missing('B11') ? against('还没有登记法院、检察院收到，请先登记。', ARTICLE) : undefined;
    case 'JudicialResultReply':
      return missing('B12') ? against('还没有登记法院、检察院收到，请先登记。', ARTICLE) : undefined;
    case 'AdministrativeActKnown':
      return newestOf(clocks, 'B13') ? tooLate('知道行政行为的日期已经登记；有误的，请“记一笔”说明。', '行政复议法第二十条') : undefined;
    default:
      return undefined;
  }
}

function isDisputed({ clocks }: Matter): boolean {
  const answer = newestOf(clocks, 'A47');
  return answer !== undefined && !answer.stoppedOn;
}
