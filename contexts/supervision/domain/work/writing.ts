/** What a petition department writes for those who lead and for everybody: briefings (F49, 第四十一条) and cases without names (F52). */
import { textOfValue, type WorkKind } from '#kernel/work/kind.ts';

const WRITERS = ['petitionDeptHead', 'supervisor', 'unitHead'] as const;
const isOwner = (unit: string, { owner }: { readonly owner: string }) => unit === owner;

export const BRIEFING: WorkKind = {
  name: '信访信息（专报）',
  article: '信访工作条例第四十一条',
  stages: {
    drafting: { name: '正在写', open: true },
    issued: { name: '已报送', open: true },
    answered: { name: '已有回音', open: false },
    dropped: { name: '不报了', open: false },
  },
  steps: {
    begin: {
      label: '写信访信息（专报）',
      ask: '先定题目和报给谁，再起草、预览、签发。确定吗？',
      from: ['none'],
      to: 'drafting',
      roles: WRITERS,
      may: (unit, _, places) => places.isPetitionDept(unit),
      fields: [
        { name: 'title', label: '题目', kind: 'text', required: true, minLength: 4, hint: '写事情，不写人' },
        { name: 'unit', label: '报给哪个机关', kind: 'unit', required: true },
        { name: 'period', label: '统计时段和口径', kind: 'text', required: true, minLength: 4 },
      ],
      acts: 'BriefingBegun',
    },
    issue: {
      label: '报送',
      ask: '报送以后不能再改。确定吗？',
      from: ['drafting'],
      to: 'issued',
      roles: WRITERS,
      may: isOwner,
      fields: [],
      acts: 'BriefingIssued',
    },
    answer: {
      label: '记录回音',
      ask: '记下批示或者回复的要点。确定吗？',
      from: ['issued'],
      to: 'answered',
      roles: [...WRITERS, 'leader'],
      may: (unit, work) => isOwner(unit, work) || unit === work.values.unit,
      fields: [{ name: 'answer', label: '批示、回复的要点；没有回音的写明', kind: 'longText', required: true, minLength: 4 }],
      acts: 'BriefingAnswered',
    },
    drop: {
      label: '不报了',
      ask: '确定不报了吗？草稿请另行弃用。',
      from: ['drafting'],
      to: 'dropped',
      roles: WRITERS,
      may: isOwner,
      fields: [{ name: 'why', label: '为什么', kind: 'longText', required: true, minLength: 2 }],
      acts: 'BriefingDropped',
    },
  },
  holders: () => ({}),
  concerned: ({ owner, values, stage }) => [owner, ...(stage === 'issued' || stage === 'answered' ? [textOfValue(values.unit)] : [])].filter(Boolean),
};

export const CASE_STUDY: WorkKind = {
  name: '典型案例',
  article: '个人信息保护法第二十五条',
  stages: {
    drafting: { name: '待去标识审核', open: true },
    checked: { name: '已审核，待签发', open: true },
    issued: { name: '已签发', open: false },
    dropped: { name: '不用了', open: false },
  },
  steps: {
    begin: {
      label: '写一个典型案例',
      ask: '由另一人审核没有能认出人的内容，才能签发。确定吗？',
      from: ['none'],
      to: 'drafting',
      roles: WRITERS,
      may: (unit, _, places) => places.isPetitionDept(unit),
      fields: [
        { name: 'title', label: '案例题目', kind: 'text', required: true, minLength: 4, hint: '写事情，不写人和住址' },
        { name: 'facts', label: '案情（去掉能认出人的内容）', kind: 'longText', required: true, minLength: 10, hint: '姓名、住址、电话、编号都不写' },
      ],
      acts: 'CaseStudyBegun',
    },
    check: {
      label: '去标识审核',
      ask: '审核人对“认不出人”负责。确定吗？',
      from: ['drafting'],
      to: ({ values }) => (values.found === 'clear' ? 'checked' : 'drafting'),
      roles: WRITERS,
      may: isOwner,
      fields: [
        {
          name: 'found',
          label: '审核下来',
          kind: 'choice',
          required: true,
          options: [
            { value: 'clear', label: '认不出人，可以用' },
            { value: 'not', label: '还能认出人，退回改' },
          ],
        },
        { name: 'checkedBy', label: '审核人（姓名、职务）', kind: 'text', required: true, minLength: 2 },
        { name: 'remarks', label: '看了什么、要改哪里', kind: 'longText', required: true, minLength: 4 },
      ],
      acts: 'CaseStudyChecked',
      refuse: ({ work, person }) => (work.entries[0]?.by.person === person ? '去标识由写的人以外的另一人审核。请请同事审核。' : undefined),
    },
    issue: {
      label: '签发',
      ask: '签发以后可以给别的单位和公众看。确定吗？',
      from: ['checked'],
      to: 'issued',
      roles: WRITERS,
      may: isOwner,
      fields: [],
      acts: 'CaseStudyIssued',
    },
    drop: {
      label: '不用了',
      ask: '确定不用了吗？',
      from: ['drafting', 'checked'],
      to: 'dropped',
      roles: WRITERS,
      may: isOwner,
      fields: [{ name: 'why', label: '为什么', kind: 'longText', required: true, minLength: 2 }],
      acts: 'CaseStudyDropped',
    },
  },
  holders: () => ({}),
  concerned: ({ owner }) => [owner],
};
