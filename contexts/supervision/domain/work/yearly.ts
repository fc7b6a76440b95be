/** What a year asks for: the annual report (W11, A25), the assessment (W12, A26), a call for suggestions (W13, A45). The year itself begins each. */
import type { PlainDate } from '#kernel/dates.ts';
import { textOfValue, type Work, type WorkAsked, type WorkKind, type WorkPlaces, type WorkStep } from '#kernel/work/kind.ts';

const periodOf = (values: { readonly period?: unknown }) => (typeof values.period === 'string' ? { period: values.period } : {});
/** The last day before the period: that day is not counted, so that a year ends with its own last day. */
const dayBefore = (type: string, period: string) => `${type === 'YearEnded' ? period : Number(period) - 1}-12-31` as PlainDate;
const isOwner = (unit: string, { owner }: Work, places: WorkPlaces) => places.organOf(unit) === owner;
const isOwnerOrDesk = (unit: string, work: Work, places: WorkPlaces) => isOwner(unit, work, places) || unit === work.values.desk;

/** The turn of the year, told by the timetable. */
const begun = (type: 'YearEnded' | 'YearStarted'): WorkStep => ({
  label: type === 'YearEnded' ? '年度结束' : '年度开始',
  ask: '',
  from: ['none'],
  to: 'due',
  roles: [],
  may: () => false,
  fields: [{ name: 'period', label: '年度', kind: 'text', required: true }],
  acts: ({ values }) => [{ type, on: dayBefore(type, textOfValue(values.period)), ...periodOf(values) }],
});
const ended =
  (type: string) =>
  ({ work }: WorkAsked) => [{ type, ...periodOf(work.values) }];

export const ANNUAL_REPORT: WorkKind = {
  name: '信访情况年度报告',
  article: '信访工作条例第四十一条第一款',
  topics: ['period'],
  stages: { due: { name: '待编制、报送', open: true }, submitted: { name: '已报送', open: false } },
  steps: {
    begin: begun('YearEnded'),
    submit: {
      label: '报送年度报告',
      ask: '报本级党委和政府、上一级信访部门。报送后不能再改。确定吗？',
      from: ['due'],
      to: 'submitted',
      roles: ['petitionDeptHead'],
      may: isOwner,
      fields: [
        { name: 'other', label: '其他应当报告的事项', kind: 'longText', hint: '前三项的数字由系统按全年办理记录算出，见“年度报告数据”' },
        {
          name: 'evidence',
          label: '报送凭据（文号）',
          kind: 'text',
          required: true,
          orPaper: true,
          minLength: 2,
          hint: '在“文书”里起草、签发的不用填；已经在别处编了号的填在这里',
        },
        { name: 'submittedOn', label: '哪天报的', kind: 'date', required: true, orPaper: true },
      ],
      acts: ended('AnnualReportSubmitted'),
      refuse: ({ values, today }) => (textOfValue(values.submittedOn) > today ? '报送的日期不能在今天以后。' : undefined),
    },
  },
  holders: ({ owner }) => ({ petitionDept: owner }),
  concerned: ({ owner }) => [owner],
};

export const ASSESSMENT: WorkKind = {
  name: '年度考核',
  article: '信访工作条例第三十九条第一款',
  topics: ['period'],
  stages: { due: { name: '待考核、通报', open: true }, circulated: { name: '已通报', open: false } },
  steps: {
    begin: begun('YearEnded'),
    circulate: {
      label: '通报考核结果',
      ask: '在适当范围内通报，不公开。确定吗？',
      from: ['due'],
      to: 'circulated',
      roles: ['leader', 'unitHead', 'jointConferenceOffice'],
      may: isOwnerOrDesk,
      fields: [
        {
          name: 'measured',
          label: '考核了什么',
          kind: 'longText',
          required: true,
          minLength: 10,
          hint: '受理、告知、办理、落实的职责履行；信访件数的多少不是考核内容（不变量 43）',
        },
        { name: 'scope', label: '通报范围', kind: 'text', required: true, minLength: 2 },
        { name: 'evidence', label: '通报文号', kind: 'text', required: true, minLength: 2 },
      ],
      acts: ended('AssessmentCirculated'),
    },
  },
  holders: ({ owner }) => ({ partyGovernment: owner }),
  concerned: ({ owner, values }) => [owner, textOfValue(values.desk)].filter(Boolean),
};

export const SUGGESTION_CALL: WorkKind = {
  name: '人民建议征集',
  article: '信访工作条例第二十九条第三款',
  topics: ['period'],
  stages: {
    due: { name: '本年待征集', open: true },
    published: { name: '正在征集', open: true },
    summarised: { name: '已公布采用情况', open: false },
  },
  steps: {
    begin: begun('YearStarted'),
    publish: {
      label: '发布征集',
      ask: '征集公告会在群众门户公开，谁都可以提。确定吗？',
      from: ['due', 'published'],
      to: 'published',
      roles: ['leader', 'unitHead', 'petitionDeptHead', 'jointConferenceOffice'],
      may: isOwnerOrDesk,
      fields: [
        { name: 'title', label: '征集什么', kind: 'text', required: true, minLength: 4 },
        { name: 'text', label: '公告', kind: 'longText', required: true, minLength: 10 },
        { name: 'untilOn', label: '征集到哪天', kind: 'date', required: true },
      ],
      acts: ended('SuggestionCallPublished'),
      refuse: ({ values, today }) => (textOfValue(values.untilOn) <= today ? '征集到哪天，应在今天以后。' : undefined),
    },
    summarise: {
      label: '公布采用情况',
      ask: '会在群众门户公开。提建议人的姓名，没有本人同意不写。确定吗？',
      from: ['published'],
      to: 'summarised',
      roles: ['leader', 'unitHead', 'petitionDeptHead', 'jointConferenceOffice'],
      may: isOwnerOrDesk,
      fields: [
        { name: 'received', label: '收到（已甄别的）几条', kind: 'number', required: true, counted: true },
        { name: 'adopted', label: '采纳（含部分采纳）几条', kind: 'number', required: true, counted: true },
        { name: 'rewarded', label: '奖励几条', kind: 'number', counted: true },
        { name: 'summary', label: '采用了什么、没有采用的为什么', kind: 'longText', required: true, minLength: 10 },
      ],
      acts: 'SuggestionUseSummarised',
      refuse: ({ values, work, today }) => {
        if (Number(values.adopted) > Number(values.received)) return '采纳的不会多于收到的，请核对。';
        return today <= textOfValue(work.values.untilOn) ? '征集还没有结束，结束以后再公布采用情况。' : undefined;
      },
    },
  },
  holders: ({ owner }) => ({ partyGovernment: owner }),
  concerned: ({ owner, values }) => [owner, textOfValue(values.desk)].filter(Boolean),
};
