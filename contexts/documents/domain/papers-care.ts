import { choice, date, line, lines, OPTIONAL, text } from './field.ts';
import type { PaperKind } from './kind.ts';
import { NO_EFFECT } from './papers-common.ts';

/** Papers of help. What is given rests on need alone: no blank here asks for silence in return (R7, R15). */
export const CARE_PAPERS: readonly PaperKind[] = [
  {
    code: 'F46',
    name: '救助申请、审批、发放表',
    identifier: 'ReliefApplication',
    form: '表',
    addressee: 'petitioner',
    version: 1,
    effects: NO_EFFECT,
    fields: [
      line('applicant', '申请人', '谁需要'),
      line('reliefBody', '救助机关', '向谁申请'),
      text('need', '困难情况', '《信访工作条例》第三十七条：生活确有困难的，给予救助'),
      lines('documents', '证明材料', '据此核实困难'),
      date('appliedOn', '申请日期', '写明哪一天'),
      text('assessment', '核实情况', '按需要核定，与信访的结果、是否继续信访无关'),
      choice('decision', '决定', '同意与否都要告知理由', { granted: '同意', refused: '不同意' }),
      text('reasons', '理由', '同意与否都要说明理由'),
      line('amount', '金额或者实物（同意的必填）', '救助内容', OPTIONAL),
      line('source', '资金来源（同意的必填）', '钱从哪里来', OPTIONAL),
      line('firstApprover', '初审人', '两人审批'),
      line('secondApprover', '批准人', '两人审批'),
      date('paidOn', '发放日期', '发了没有', OPTIONAL),
      line('receivedBy', '领取人签名', '收到的凭据', OPTIONAL),
    ],
  },
];
