/**
 * 约谈、通报、挂牌督办、责令限期整改 (56; 第三十九条第三款). They exist only with a
 * decision of the joint conference (不变量 54): the petition department may
 * propose, the conference's office carries out what was decided.
 */
import { textOfValue, type WorkKind } from '#kernel/work/kind.ts';

export const MEASURES = {
  interview: { name: '约谈', act: 'InterviewHeld' },
  circular: { name: '通报', act: 'CircularIssued' },
  listing: { name: '挂牌督办', act: 'MatterListed' },
  rectification: { name: '责令限期整改', act: 'RectificationOrdered' },
} as const satisfies Record<string, { name: string; act: string }>;
type Measure = keyof typeof MEASURES;

const isConference = (unit: string, _: unknown, places: { typeOf(unit: string): string | undefined }) => places.typeOf(unit) === 'jointConference';
const what = [
  { name: 'measure', label: '哪一种', kind: 'choice', required: true, options: Object.entries(MEASURES).map(([value, { name }]) => ({ value, label: name })) },
  { name: 'unit', label: '对哪个机关、单位', kind: 'unit', required: true },
  { name: 'facts', label: '事实', kind: 'longText', required: true, minLength: 10, hint: '写没有履行的职责，不写信访件数' },
] as const;

/** `hasDecision` knows a decision of the joint conference: meetings belong to coordination. */
export const measureKind = (
  hasDecision: (referred: Parameters<NonNullable<WorkKind['steps'][string]['refuse']>>[0]['referred'], id: string) => boolean,
): WorkKind => ({
  name: '联席会议措施',
  article: '信访工作条例第三十九条第三款',
  topics: ['measure'],
  stages: {
    proposed: { name: '已建议，等联席会议决定', open: true },
    taken: { name: '已决定，等整改反馈', open: true },
    answered: { name: '已反馈，待核对', open: true },
    closed: { name: '已结', open: false },
    dropped: { name: '联席会议没有采用', open: false },
  },
  steps: {
    propose: {
      label: '建议联席会议采取措施',
      ask: '信访部门只能建议，由联席会议决定。确定吗？',
      from: ['none'],
      to: 'proposed',
      roles: ['petitionDeptHead', 'supervisor'],
      may: (unit, _, places) => places.isPetitionDept(unit),
      fields: [...what, { name: 'conference', label: '向哪个联席会议办公室提出', kind: 'unit', required: true }],
      acts: 'MeasureProposed',
      refuse: ({ values, places }) =>
        places.typeOf(textOfValue(values.conference)) === 'jointConference' ? undefined : '只能向信访工作联席会议办公室提出。请选联席会议办公室。',
    },
    drop: {
      label: '不采用',
      ask: '理由告诉提出建议的信访部门。确定吗？',
      from: ['proposed'],
      to: 'dropped',
      roles: ['jointConferenceOffice'],
      may: isConference,
      fields: [{ name: 'why', label: '理由', kind: 'longText', required: true, minLength: 4 }],
      acts: 'MeasureDropped',
    },
    take: {
      label: '按联席会议决定采取措施',
      ask: '决定送达有关机关、单位，按期反馈。确定吗？',
      from: ['none', 'proposed'],
      to: 'taken',
      roles: ['jointConferenceOffice'],
      may: isConference,
      fields: [
        ...what,
        { name: 'decision', label: '联席会议的哪项决定', kind: 'choice', from: 'decisions', required: true, hint: '没有联席会议的决定，不能采取这些措施' },
        { name: 'demand', label: '要求', kind: 'longText', required: true, minLength: 4 },
        { name: 'answerBy', label: '反馈期限', kind: 'date', required: true },
      ],
      acts: ({ values }) => [{ type: MEASURES[textOfValue(values.measure) as Measure].act }],
      refuse: ({ values, referred, today }) => {
        const [, id = ''] = textOfValue(values.decision).split('#');
        if (!hasDecision(referred, id)) return '约谈、通报、挂牌督办、责令限期整改，只能依据信访工作联席会议的决定。请先在联席会议上形成决定，再来办理。';
        return textOfValue(values.answerBy) < today ? '反馈期限应在今天或者以后。' : undefined;
      },
    },
    answer: {
      label: '反馈整改情况',
      ask: '反馈给联席会议办公室。确定吗？',
      from: ['taken'],
      to: 'answered',
      roles: ['unitHead', 'leader'],
      may: (unit, { values }) => unit === values.unit,
      fields: [
        { name: 'answer', label: '整改情况', kind: 'longText', required: true, minLength: 10 },
        { name: 'evidence', label: '反馈函文号', kind: 'text', required: true, minLength: 2 },
      ],
      acts: 'MeasureAnswered',
    },
    close: {
      label: '核对并结束',
      ask: '没有改好的，退回再改。确定吗？',
      from: ['answered'],
      to: ({ values }) => (values.found === 'true' ? 'closed' : 'taken'),
      roles: ['jointConferenceOffice'],
      may: isConference,
      fields: [
        {
          name: 'found',
          label: '核对下来',
          kind: 'choice',
          required: true,
          options: [
            { value: 'true', label: '已经改好' },
            { value: 'false', label: '没有改好，退回' },
          ],
        },
        { name: 'closing', label: '说明', kind: 'longText', required: true, minLength: 4 },
      ],
      acts: 'MeasureClosed',
    },
  },
  holders: () => ({}),
  concerned: ({ owner, values, stage }) =>
    [owner, textOfValue(values.conference), ...(stage === 'proposed' || stage === 'dropped' ? [] : [textOfValue(values.unit)])].filter(Boolean),
  dues: ({ stage, values }) => (stage === 'taken' && values.answerBy ? [textOfValue(values.answerBy) as `${number}-${number}-${number}`] : []),
});
