import { choice, date, legalDate, line, lines, OPTIONAL, rows, text } from './field.ts';
import type { PaperKind } from './kind.ts';
import { BASIS, CONTACT, HANDLER, NO_EFFECT, notice, RECEIVED, TO, yesNo } from './papers-common.ts';

/** §32: three answers to a claim, and no fourth. */
export const CLAIM_RESULTS = { supported: '支持', explained: '解释说明', notSupported: '不支持' } as const;

/** Papers of handling: what was found, what was decided, what was told. */
export const OUTCOME_PAPERS: readonly PaperKind[] = [
  {
    code: 'F15', name: '延期审批表', identifier: 'ExtensionApproval', form: '表', addressee: 'internal', version: 1, effects: NO_EFFECT,
    fields: [
      line('subject', '信访事项', '批的是哪一件'),
      date('acceptedOn', '受理日期', '办理期限从此起算'),
      legalDate('dueOn', '原来的最后日期', '须在这一天以前批准并发出告知书'),
      text('progress', '已做的工作', '说明办到哪里'),
      text('complexity', '情况复杂在哪里', '《信访工作条例》第三十四条：情况复杂的才能延长'),
      line('days', '延长的日数', '不得超过30日，只能一次'),
      legalDate('newDueOn', '新的最后日期', '批到哪一天'),
      line('applicant', '承办人', '谁申请'),
      line('approvedBy', '批准的负责人', '《信访工作条例》第三十四条：经负责人批准'),
    ],
  },
  {
    code: 'F17', name: '调查（谈话）笔录', identifier: 'InvestigationRecord', form: '笔录', addressee: 'internal', version: 1, effects: NO_EFFECT,
    fields: [
      line('subject', '信访事项', '调查的是哪一件'),
      line('startedAt', '开始时间', '笔录要素'),
      line('endedAt', '结束时间', '笔录要素'),
      line('place', '地点', '笔录要素'),
      lines('staff', '调查人（两人以上）', '调查事实须有两名以上工作人员', { atLeast: 2 }),
      line('recorder', '记录人', '笔录要素'),
      line('interviewee', '被调查人（谈话对象）', '笔录要素'),
      text('rights', '告知的权利', '先告知身份、事由和申请回避的权利'),
      rows('answers', '问答', '如实记录', [text('question', '问', '问了什么'), text('answer', '答', '答了什么')]),
    ],
  },
  {
    code: 'F23', name: '信访处理意见书', identifier: 'HandlingOpinion', form: '函', addressee: 'petitioner', typeWord: '信意', version: 1,
    effects: { signed: 'OpinionIssued', dispatched: 'OpinionDispatched', delivered: 'OpinionDelivered', failed: 'DeliveryFailed' },
    remedy: { organ: 'reviewOrgan', days: 30, article: '《信访工作条例》第三十五条' },
    fields: [
      TO,
      RECEIVED,
      line('source', '来源（直接提出，或者由谁何时转来）', '说明来源'),
      date('acceptedOn', '受理日期', '办理期限从此起算'),
      text('statement', '信访人陈述的事实和理由', '《信访工作条例》第三十二条'),
      rows('claims', '逐项答复', '《信访工作条例》第三十二条：每一项请求都要答复', [
        line('no', '第几项', '与受理的请求一一对应'),
        text('claim', '请求', '信访人要求什么'),
        text('facts', '查明的事实', '凭什么这样答'),
        choice('result', '处理意见', '支持、解释说明、不支持，只能选一', CLAIM_RESULTS),
        text('opinion', '意见的内容', '怎么办，或者为什么'),
        line('basis', '法律法规依据', '《信访工作条例》第三十二条：载明依据'),
        line('performer', '落实单位（支持的必填）', '《信访工作条例》第三十二条：支持的应当督促执行', OPTIONAL),
        date('performBy', '落实期限（支持的必填）', '《信访工作条例》第三十二条：支持的应当督促执行', OPTIONAL),
      ]),
      line('reviewOrgan', '复查机关', '《信访工作条例》第三十五条：没有复查途径的意见书不能编号'),
      line('reviewAddress', '复查机关的地址、电话', '让对方找得到'),
      ...HANDLER,
      ...CONTACT,
    ],
  },
  {
    code: 'F25', name: '建议意见答复函', identifier: 'SuggestionReply', form: '函', addressee: 'petitioner', typeWord: '信建', version: 1,
    effects: { signed: 'SuggestionReplyIssued', dispatched: 'SuggestionReplyDispatched', delivered: 'SuggestionReplyDelivered', failed: 'DeliveryFailed' },
    fields: [
      TO,
      RECEIVED,
      text('suggestion', '建议的内容', '答复的是哪一条'),
      choice('result', '采纳情况', '《信访工作条例》第二十九条', { adopted: '采纳', partly: '部分采纳', not: '未采纳' }),
      text('reasons', '理由', '采纳与否都要说明理由'),
      text('measures', '采纳后的做法', '采纳的要落到实处', OPTIONAL),
      yesNo('contribution', '有贡献，将给予奖励', '《信访工作条例》第二十九条：有贡献的给予奖励'),
      ...CONTACT,
    ],
  },
  {
    code: 'F32', name: '办结报告', identifier: 'CompletionReport', form: '函', addressee: 'unit', typeWord: '信报', version: 1,
    effects: { signed: 'CompletionReported' },
    fields: [
      TO,
      line('petitioner', '信访人', '报告的是哪一件'),
      line('subject', '反映的问题（用于标题）', '报告的是哪一件'),
      line('assignmentNo', '交办文号', '回的是哪一次交办'),
      text('basics', '信访人基本情况', '办结报告内容'),
      text('problem', '反映的问题和请求', '办结报告内容'),
      text('investigation', '调查情况', '办结报告内容'),
      text('handling', '处理情况', '办结报告内容'),
      line('reply', '答复信访人的文号和送达日期', '办结要有书面答复'),
      lines('annexes', '附件', '附信访人签收的答复'),
      line('signedBy', '签发人', '报告由负责人签发'),
      ...CONTACT,
    ],
  },
  {
    code: 'F59', name: '更正（撤销、重新处理）决定书', identifier: 'CorrectionDecision', form: '函', addressee: 'petitioner', typeWord: '信更', version: 1,
    effects: notice('DocumentCorrected'),
    fields: [
      TO,
      choice('act', '怎样改', '改什么要写明', { correct: '更正', revoke: '撤销', redo: '撤销并重新处理' }),
      line('wrongNo', '原文书文号', '原文书不改不删，另发新文书'),
      line('wrongName', '原文书名称', '改的是哪一份'),
      date('wrongOn', '原文书日期', '改的是哪一份'),
      text('wrong', '错在哪里', '改正要说明理由'),
      BASIS,
      text('follows', '改成什么、接下来怎样', '告诉对方怎样继续'),
      legalDate('newDueOn', '重新作出的最后日期', '重新处理的要有期限', OPTIONAL),
      ...CONTACT,
    ],
  },
];
