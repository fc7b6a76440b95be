import type { CommandType } from './commands.ts';
import { REVIEW_NAMES } from './ways/review/table.ts';
import { HEARING_NAMES } from './ways/hearing/table.ts';
import { SIMPLE_NAMES } from './ways/simple/table.ts';
import { JOINT_NAMES } from './ways/joint/table.ts';
import { WITHDRAWAL_NAMES } from './ways/withdrawal/table.ts';
import { AGREEMENT_NAMES } from './ways/agreement/table.ts';
import { PROMISES_NAMES } from './ways/promises/table.ts';
import { CARE_NAMES } from './ways/care/table.ts';
import { SEALING_NAMES } from './ways/sealing/table.ts';
import { REPEATS_NAMES } from './ways/repeats/table.ts';
import { COLLECTIVE_NAMES } from './ways/collective/table.ts';
import { PROCEDURES_NAMES } from './ways/procedures/table.ts';
import { CONGRESS_NAMES } from './ways/congress/table.ts';

/** What each command is called where people read it: a verb, as on a button. */
export const COMMAND_NAMES: Readonly<Record<CommandType, string>> = {
  open: '立件',
  classify: '甄别',
  attachDuplicate: '并入另一件',
  detachDuplicate: '拆出单办',
  guideElsewhere: '引导到政法部门',
  refer: '转送',
  assign: '交办',
  passDown: '转下级信访部门',
  raiseObjection: '提出异议',
  decideObjection: '核实异议',
  reassign: '改派',
  accept: '受理',
  routeToProcedure: '导入其他程序',
  decline: '不予受理',
  reopen: '重新办理',
  checkOtherProcedure: '跟踪其他程序',
  startHandling: '开始办理',
  recordInvestigation: '记录调查',
  hearPetitioner: '听取陈述',
  extend: '延期',
  issueOpinion: '出具处理意见',
  replySuggestion: '答复建议',
  performDuty: '记录履行职责',
  replyDuty: '出具履行职责答复',
  decideReward: '决定奖励',
  dispatch: '发出文书',
  recordDelivery: '登记送达',
  reportDeliveryFailed: '登记未送达',
  postPublicNotice: '公告送达',
  deemDelivered: '公告期满',
  lapseDelivery: '到期没有送达凭证',
  postStatus: '凭查询码公布',
  recordToldLater: '记明不能当场告知',
  reportCompletion: '报送办结报告',
  checkReport: '审核办结报告',
  reportPerformance: '报告落实情况',
  verifyPerformance: '核实落实情况',
  lapseTerm: '复查期限届满',
  conclude: '办结',
  archive: '归档',
  correct: '更正处理意见',
  consentElectronic: '登记电子送达意愿',
  changeContact: '更新联系方式',
  takeNote: '记一笔',
  addMaterial: '补充材料',
  ...REVIEW_NAMES,
  ...HEARING_NAMES,
  ...SIMPLE_NAMES,
  ...JOINT_NAMES,
  ...WITHDRAWAL_NAMES,
  ...AGREEMENT_NAMES,
  ...PROMISES_NAMES,
  ...CARE_NAMES,
  ...CONGRESS_NAMES,
  ...PROCEDURES_NAMES,
  ...SEALING_NAMES,
  ...COLLECTIVE_NAMES,
  ...REPEATS_NAMES,
};
