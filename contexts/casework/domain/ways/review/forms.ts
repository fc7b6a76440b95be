import type { Field, Form } from '../../forms/form.ts';
import type { ReviewCommand } from './commands.ts';
import { REFUSE_REVIEW_GROUNDS } from './state.ts';

/** What a person fills in here; opinions, extensions and notices are filled in where their paper is. */
export const REVIEW_FORMS: Readonly<Partial<Record<ReviewCommand['type'], Form>>> = {
  requestReview: {
    label: '登记复查申请',
    ask: '登记信访人交来或者寄来的复查申请。复查机关三十日内要出具复查意见。确定吗？',
    article: '第三十五条',
    fields: request('向哪个机关请求复查（不填的，按处理意见书上写明的）'),
  },
  requestRecheck: {
    label: '登记复核申请',
    ask: '登记信访人交来或者寄来的复核申请。复核意见是最后的意见：以后仍以同一事实和理由提出的，不再受理。确定吗？',
    article: '第三十六条第一款',
    fields: request('向哪个机关请求复核（不填的，按复查意见书上写明的）'),
  },
  admitReview: {
    label: '受理复查（复核）申请',
    ask: '受理后，复查（复核）人员的姓名、职务和电话会告诉信访人。复查（复核）人员没有参加过前面的办理，与本件没有利害关系，确定吗？',
    article: '第三十五条、第三十六条',
    fields: [
      { name: 'accepted', label: '受理', kind: 'yesNo', required: true, hint: '期限内提出的应当受理；只有地方法规有规定的，才可以不受理' },
      { name: 'officer', label: '复查（复核）人员', kind: 'contact', required: true, when: { field: 'accepted', is: true } },
      {
        name: 'ground',
        label: '不受理的理由',
        kind: 'choice',
        required: true,
        when: { field: 'accepted', is: false },
        options: Object.entries(REFUSE_REVIEW_GROUNDS).map(([value, { name }]) => ({ value, label: name })),
      },
      { name: 'grounds', label: '不受理的具体情况', kind: 'longText', required: true, minLength: 10, when: { field: 'accepted', is: false } },
    ],
  },
  replaceReviewer: {
    label: '换复查（复核）人员',
    ask: '新的复查（复核）人员没有参加过前面的办理，与本件没有利害关系；姓名、职务和电话会告诉信访人，期限照原来的算。确定吗？',
    article: '第二十八条第三款',
    fields: [{ name: 'officer', label: '改由谁复查（复核）', kind: 'contact', required: true }],
  },
  compareWithEarlier: {
    label: '与先前复核过的一件对照',
    ask: '对照不是决定：由另一名工作人员审核后，才能不再受理。确定吗？',
    article: '第三十六条第三款',
    fields: [
      { name: 'earlier', label: '先前已经复核的那一件', kind: 'matter', required: true, hint: '填信访事项编号；复核意见要已经送达' },
      side('factsBefore', '先前的事实'),
      side('factsNow', '这次的事实'),
      side('reasonsBefore', '先前的理由'),
      side('reasonsNow', '这次的理由'),
      {
        name: 'samePetitioner',
        label: '提出的人就是先前请求复核的信访人',
        kind: 'yesNo',
        required: true,
        hint: '核对姓名、联系方式；共同提出的，只算当时的信访人。别人提出的不能不再受理',
      },
      { name: 'newFactsClaimed', label: '信访人说有新的事实或者理由', kind: 'yesNo', required: true },
    ],
  },
  refuseFurther: {
    label: '审核不再受理',
    ask: '不再受理只针对这一件的同一事实和理由，不针对人；有新的事实或者理由，随时可以再提。帮扶照常。确定吗？',
    article: '第三十六条第三款',
    fields: [
      { name: 'refused', label: '同意不再受理', kind: 'yesNo', required: true, hint: '不同意的，作为新的事项办理' },
      { name: 'grounds', label: '审核意见和理由', kind: 'longText', required: true, minLength: 10 },
      {
        name: 'notNew',
        label: '信访人说的新情况为什么不是新的',
        kind: 'longText',
        minLength: 10,
        hint: '信访人说有新情况的必填',
        when: { field: 'refused', is: true },
      },
    ],
  },
  recordReaudit: {
    label: '登记抽查结果',
    ask: '信访人看得到结果和理由。认为不再受理错了的，本件随即重新办理，期限按原来的日期算。确定吗？',
    article: '第三十六条第三款',
    fields: [
      { name: 'confirmed', label: '不再受理是对的', kind: 'yesNo', required: true, hint: '有新的事实或者理由的，选“否”' },
      { name: 'grounds', label: '重新看过对照以后的意见', kind: 'longText', required: true, minLength: 10 },
    ],
  },
};

function side(name: string, label: string): Field {
  return { name, label, kind: 'longText', required: true, minLength: 6, hint: '照原文写，两边并排对照' };
}

function request(organ: string): readonly Field[] {
  return [
    { name: 'on', label: '收到申请的日期', kind: 'date', required: true },
    { name: 'postmarkOn', label: '邮戳日期（邮寄来的）', kind: 'date', hint: '是否在期限内，以邮戳为准' },
    { name: 'organ', label: organ, kind: 'unit' },
    { name: 'grounds', label: '不同意什么，为什么', kind: 'longText', required: true, minLength: 6 },
    { name: 'newFacts', label: '新的事实或者证据', kind: 'longText' },
    { name: 'excuse', label: '超过三十日的，正当理由', kind: 'longText', hint: '不可抗力、邮件在途等' },
  ];
}
