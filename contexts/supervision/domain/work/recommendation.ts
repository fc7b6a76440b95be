/** 三项建议 (29, W10; 第四十条): improve work, complete policy, hold to account. The answer is in writing (A23, F41); Beijing also wants reasons (C06). */
import { textOfValue, type WorkKind } from '#kernel/work/kind.ts';

export const RECOMMENDATIONS = {
  improve: '改进工作的建议（第四十条第一款）',
  policy: '完善政策的建议（第四十条第二款）',
  accountability: '追究责任的建议（第四十条第三款）',
} as const satisfies Record<string, string>;

const isSender = (unit: string, { owner }: { owner: string }) => unit === owner;

export const RECOMMENDATION: WorkKind = {
  name: '三项建议',
  article: '信访工作条例第四十条',
  topics: ['advice'],
  stages: {
    sent: { name: '等书面反馈', open: true },
    adopted: { name: '已采纳，看落实', open: true },
    notAdopted: { name: '未采纳，待说明理由', open: true },
    explained: { name: '未采纳，已说明理由', open: true },
    closed: { name: '已结', open: false },
  },
  steps: {
    send: {
      label: '提出建议',
      ask: '建议书送给有关机关、单位，对方应当书面反馈采纳情况。确定吗？',
      from: ['none'],
      to: 'sent',
      roles: ['petitionDeptHead', 'supervisor'],
      may: (unit, _, places) => places.isPetitionDept(unit),
      fields: [
        {
          name: 'advice',
          label: '哪一种',
          kind: 'choice',
          required: true,
          options: Object.entries(RECOMMENDATIONS).map(([value, label]) => ({ value, label })),
        },
        { name: 'unit', label: '向哪个机关、单位提出', kind: 'unit', required: true },
        { name: 'facts', label: '事实和数据', kind: 'longText', required: true, minLength: 10, hint: '写问题和办理情况；信访件数的多少不是问题，也不写信访人' },
        { name: 'basis', label: '依据', kind: 'text', required: true, minLength: 4 },
        { name: 'text', label: '建议', kind: 'longText', required: true, minLength: 10 },
        { name: 'number', label: '建议书文号', kind: 'text', required: true, orPaper: true, hint: '系统取号、制发建议书；已经在别处编了号的才填' },
      ],
      acts: 'RecommendationSent',
      refuse: ({ values, unit, places }) =>
        places.organOf(textOfValue(values.unit)) === places.organOf(unit) ? '不能向自己提建议。请选有关机关、单位。' : undefined,
    },
    feedback: {
      label: '书面反馈采纳情况',
      ask: '反馈送给信访部门，不能再改。确定吗？',
      article: '信访工作条例第四十条第四款',
      from: ['sent'],
      to: ({ values }) => (values.adopted === 'not' ? 'notAdopted' : 'adopted'),
      roles: ['unitHead', 'leader'],
      may: (unit, { values }) => unit === values.unit,
      fields: [
        {
          name: 'adopted',
          label: '采纳情况',
          kind: 'choice',
          required: true,
          options: [
            { value: 'adopted', label: '采纳' },
            { value: 'partly', label: '部分采纳' },
            { value: 'not', label: '未采纳' },
          ],
        },
        { name: 'measures', label: '措施；没有采纳的写理由', kind: 'longText', required: true, minLength: 10 },
        {
          name: 'evidence',
          label: '反馈函文号',
          kind: 'text',
          required: true,
          orPaper: true,
          minLength: 2,
          hint: '系统取号、制发反馈函；已经在别处编了号的才填',
        },
      ],
      acts: ({ values }) => [{ type: 'RecommendationFeedbackReceived' }, ...(values.adopted === 'not' ? [{ type: 'RecommendationNotAdopted' }] : [])],
    },
    explain: {
      label: '说明未采纳的理由',
      ask: '理由书面送给信访部门。确定吗？',
      from: ['notAdopted'],
      to: 'explained',
      roles: ['unitHead', 'leader'],
      may: (unit, { values }) => unit === values.unit,
      fields: [
        { name: 'reason', label: '理由', kind: 'longText', required: true, minLength: 10 },
        { name: 'evidence', label: '函件文号', kind: 'text', required: true, minLength: 2 },
      ],
      acts: 'NonAdoptionReasonSent',
    },
    close: {
      label: '结束',
      ask: '确定结束吗？',
      from: ['adopted', 'explained'],
      to: 'closed',
      roles: ['petitionDeptHead', 'supervisor'],
      may: isSender,
      fields: [{ name: 'closing', label: '落实得怎样', kind: 'longText', required: true, minLength: 4 }],
      acts: 'RecommendationClosed',
    },
  },
  tells: ['A23'], // 建议书上写明的反馈日
  holders: ({ values }) => ({ recommendedUnit: textOfValue(values.unit) }),
  concerned: ({ owner, values }) => [owner, textOfValue(values.unit)],
};
