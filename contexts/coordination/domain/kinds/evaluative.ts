/**
 * 评判性听证: experts from outside judge how a unit handled a matter, at a meeting
 * of that kind. What they find is about the unit's work and binds it to put right
 * what it did; it is no answer to the petitioner and takes no right away.
 */
import { listOfValue, textOfValue, type Work, type WorkAsked, type WorkField, type WorkStep } from '#kernel/work/kind.ts';

export const EVALUATIVE = 'evaluativeHearing';

export const isEvaluative = ({ values }: Pick<Work, 'values'>): boolean => values['meetingKind'] === EVALUATIVE;
const isAssessed = ({ entries }: Work): boolean => entries.some(({ step }) => step === 'assess');

const when = { field: 'meetingKind', is: EVALUATIVE } as const;

/** What convening one asks beside what every meeting asks. */
export const EVALUATIVE_FIELDS: readonly WorkField[] = [
  { name: 'assessed', label: '评判哪个责任单位', kind: 'unit', required: true, when, hint: '不能由它自己召集；“请哪些单位”里也要有它' },
  { name: 'experts', label: '专家、学者（姓名、单位）和怎样抽取的', kind: 'longText', required: true, when, hint: '三人以上单数，从名单中随机抽取' },
  { name: 'impartial', label: '怎样核对没有利害关系', kind: 'longText', required: true, when, hint: '与责任单位、信访人都没有直接利害关系' },
];

/** Who is judged does not call the judges; the judges are named, and nobody's side (第二十八条第三款). */
export function whyNotEvaluative({ values, unit, places }: WorkAsked): string | undefined {
  const given = EVALUATIVE_FIELDS.filter(({ name }) => values[name] !== undefined);
  if (!isEvaluative({ values })) return given.length > 0 ? `“${given[0]!.label}”只有评判性听证才填。请清空，或者把会议改为评判性听证。` : undefined;
  if (values['matter'] === undefined) return '评判性听证要写明“关于哪件信访事项”。请补上。';
  const assessed = textOfValue(values['assessed']);
  if (places.organOf(assessed) === places.organOf(unit)) return '评判的是本单位的办理，不能由本单位召集。请交信访部门或者上一级召集。';
  return listOfValue(values['invited']).includes(assessed) ? undefined : '责任单位要到场说明情况、回答提问。请在“请哪些单位”里加上它。';
}

/** Nothing is issued before the experts have said what they found. */
export const whyNotMinuted = (work: Work): string | undefined =>
  isEvaluative(work) && !isAssessed(work) ? '评判结果还没有记。请先“记评判结果”，再印发纪要。' : undefined;

/** What the experts found, with their votes and whoever sees it otherwise. */
export const ASSESS: Pick<WorkStep, 'label' | 'ask' | 'fields' | 'idle' | 'acts' | 'refuse'> = {
  label: '记评判结果',
  ask: '评判的是责任单位的办理，不改变处理意见，不影响信访人申请复查、复核。要改的，再用“记一项议定事项”定下责任单位和日期。确定吗？',
  fields: [
    {
      name: 'finding',
      label: '对办理的评判',
      kind: 'choice',
      required: true,
      options: [
        { value: 'proper', label: '事实清楚，依据、程序适当' },
        { value: 'improvable', label: '结果适当，程序或者说理有不足' },
        { value: 'improper', label: '事实、依据或者程序有错', hint: '有错的，报上一级按程序更正' },
      ],
    },
    { name: 'reasons', label: '理由：事实、依据、程序各怎样', kind: 'longText', required: true, minLength: 10 },
    { name: 'agree', label: '同意的票数', kind: 'number', required: true, max: 15 },
    { name: 'disagree', label: '不同意的票数', kind: 'number', required: true, max: 15 },
    { name: 'dissent', label: '不同意见是什么', kind: 'longText', required: true, when: { field: 'disagree', over: 0 } },
  ],
  idle: isAssessed,
  acts: 'HearingAssessed',
  refuse: ({ values, work }) => {
    if (isAssessed(work)) return '评判结果已经记过。有补充的，写进纪要。';
    const [agree, disagree] = [Number(values['agree']), Number(values['disagree'])];
    if (agree + disagree < 3 || (agree + disagree) % 2 === 0) return '参加评判的应当为三人以上单数，请核对票数。';
    return agree <= disagree ? '评判结果要有过半数同意，请核对票数。' : undefined;
  },
};
