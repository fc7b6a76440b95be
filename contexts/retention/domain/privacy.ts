/**
 * A request about one's own data 个人信息请求 (W18, E03; 个人信息保护法第四十四条至第五十条).
 * It is answered by the officer for personal information, and a no has its reason and the way to a court.
 */
import { textOfValue, type WorkKind } from '#kernel/work/kind.ts';

export const WISHES = {
  know: '想知道处理了我的哪些信息、为什么',
  copy: '要一份副本',
  correct: '更正写错的信息',
  delete: '删除不必再保存的信息',
  explain: '解释处理规则',
  complain: '投诉对我的信息的处理',
} as const satisfies Record<string, string>;
export type Wish = keyof typeof WISHES;

export const PRIVACY_RESULTS = { granted: '照办', partly: '部分照办', refused: '不能照办' } as const satisfies Record<string, string>;
export type PrivacyResult = keyof typeof PRIVACY_RESULTS;

/** What has to be kept is kept under these rules, whoever asks (个人信息保护法第四十七条第二款). */
export const KEEP_REASONS = {
  archive: '依照档案管理规定应当归档保存，期限未满',
  running: '事项还在办理，办理需要',
  evidence: '是他人或者机关的陈述、记录，不属于您的个人信息',
  wrongPerson: '请求人与信息主体不能核对一致',
} as const satisfies Record<string, string>;

export const PRIVACY: WorkKind = {
  name: '个人信息请求',
  article: '个人信息保护法第四十五条至第五十条',
  topics: ['wish'],
  stages: { received: { name: '待答复', open: true }, answered: { name: '已答复', open: false } },
  steps: {
    receive: {
      label: '登记个人信息请求',
      ask: '请求送到个人信息保护负责人。先核对请求人就是本人或者其代理人。确定吗？',
      from: ['none'],
      to: 'received',
      roles: ['intakeOfficer', 'privacyOfficer', 'petitionDeptHead'],
      may: (unit, _, places) => places.isPetitionDept(unit),
      fields: [
        { name: 'wish', label: '请求什么', kind: 'choice', required: true, options: Object.entries(WISHES).map(([value, label]) => ({ value, label })) },
        { name: 'text', label: '原话', kind: 'longText', required: true, minLength: 2 },
        { name: 'intakeNo', label: '收件号', kind: 'text', hint: '请求人出示的回执上的' },
      ],
      acts: 'PrivacyRequestReceived',
    },
    answer: {
      label: '答复',
      ask: '答复给请求人，不能再改。不能照办的，理由和起诉的途径会一并告诉。确定吗？',
      from: ['received'],
      to: 'answered',
      roles: ['privacyOfficer'],
      may: (unit, { owner }, places) => places.organOf(unit) === owner,
      fields: [
        { name: 'result', label: '结果', kind: 'choice', required: true, options: Object.entries(PRIVACY_RESULTS).map(([value, label]) => ({ value, label })) },
        { name: 'ground', label: '不能照办的理由', kind: 'choice', options: Object.entries(KEEP_REASONS).map(([value, label]) => ({ value, label })) },
        { name: 'answer', label: '答复', kind: 'longText', required: true, minLength: 10, hint: '写做了什么；不能照办的写清为什么' },
        {
          name: 'told',
          label: '怎样告知',
          kind: 'choice',
          required: true,
          options: [
            { value: 'portal', label: '我的信息页面' },
            { value: 'letter', label: '书面' },
            { value: 'visit', label: '当面' },
          ],
        },
        { name: 'evidence', label: '告知的凭据', kind: 'text' },
      ],
      acts: 'PrivacyRequestAnswered',
      refuse: ({ values, work }) => {
        if (values.result !== 'granted' && !values.ground) return '部分照办或者不能照办的，选一项理由。拒绝请求应当说明理由（个人信息保护法第五十条第一款）。';
        if (values.told === 'portal' && !work.values.intake) return '这件请求没有查询码可看，请用书面或者当面告知。';
        return values.told !== 'portal' && !values.evidence ? '请写明告知的凭据：邮寄单号或者签收情况。' : undefined;
      },
    },
  },
  holders: ({ owner }) => ({ privacyOfficer: owner }),
  concerned: ({ owner }) => [owner],
  opensFor: ['privacyOfficer'],
};

/** Printed under every answer that is not a yes (个人信息保护法第五十条第二款). */
export const WAY_OUT = '不同意这个答复的，可以依法向人民法院起诉（个人信息保护法第五十条第二款），也可以向履行个人信息保护职责的部门投诉、举报（第六十五条）。';

export const wishOf = (values: { readonly wish?: unknown }): Wish => (textOfValue(values.wish as string) in WISHES ? (values.wish as Wish) : 'explain');
