import type { Form } from '../../../forms/form.ts';
import type { Permission } from '../../../permission.ts';
import type { PublicationCommand } from './commands.ts';

type Name = PublicationCommand['type'];

/** How each is called, who may ask for it and when, and what a person fills in. The text itself is the paper F37. */
export const PUBLICATION_NAMES = {
  proposePublication: '签发复核意见公示',
  tellPublication: '登记公示告知',
  objectToPublication: '对公示提出异议',
  answerObjection: '答复公示异议',
  releasePublication: '发布公示',
  takeDownPublication: '撤下公示',
} as const satisfies Record<Name, string>;

const OFFICERS = ['reviewOfficer', 'reviewCommittee', 'unitHead', 'unitClerk', 'petitionDeptHead'] as const;
const HEADS = ['reviewCommittee', 'unitHead', 'petitionDeptHead'] as const;
const OVER = ['performing', 'concluded', 'archived'] as const;

export const PUBLICATION_PERMISSIONS = {
  proposePublication: { relations: ['concerned'], roles: ['reviewOfficer', ...HEADS], stages: ['performing', 'concluded'] },
  tellPublication: { relations: ['concerned'], roles: OFFICERS, stages: OVER },
  objectToPublication: { relations: ['petitioner', 'concerned'], roles: OFFICERS, stages: OVER },
  answerObjection: { relations: ['concerned'], roles: HEADS, stages: OVER },
  releasePublication: { relations: ['concerned'], roles: HEADS, stages: OVER },
  takeDownPublication: { relations: ['concerned'], roles: ['reviewOfficer', ...HEADS], stages: OVER },
} as const satisfies Record<Name, Permission>;

export const PUBLICATION_FORMS: Readonly<Partial<Record<Name, Form>>> = {
  tellPublication: {
    label: '登记公示告知',
    ask: '从这一天起信访人可以提出异议，过了异议期限才能发布；公示稿在进度页也看得到。确定吗？',
    article: '《个人信息保护法》第二十五条',
    fields: [
      { name: 'on', label: '哪天告知的', kind: 'date', required: true },
      {
        name: 'told',
        label: '怎样告知的，凭证是什么',
        kind: 'longText',
        required: true,
        minLength: 6,
        hint: '把公示稿给本人看过；没有留联系方式的，写“凭查询码公布”',
      },
    ],
  },
  objectToPublication: {
    label: '登记对公示的异议',
    ask: '答复以前不公示；已经公示的，先撤下来。确定吗？',
    article: '《个人信息保护法》第二十五条',
    fields: [{ name: 'grounds', label: '哪些内容还能认出人，或者为什么不同意公示', kind: 'longText', required: true, minLength: 2 }],
  },
  answerObjection: {
    label: '答复公示异议',
    ask: '答复和理由会告诉信访人。异议成立的，这份公示稿作废，改好以后重新签发。确定吗？',
    article: '《个人信息保护法》第二十五条',
    fields: [
      { name: 'upheld', label: '异议成立', kind: 'yesNo', required: true, hint: '能认出人的，应当成立' },
      { name: 'grounds', label: '理由', kind: 'longText', required: true, minLength: 10 },
    ],
  },
  releasePublication: {
    label: '发布公示',
    ask: '发布后任何人都能在门户上看到，到期自动撤下。公示稿您已经逐字看过，没有姓名、电话、住址，也看不出是谁，确定吗？',
    article: '第三十六条第二款',
    fields: [
      { name: 'reviewed', label: '已经公开审查：不涉及国家秘密、商业秘密，没有个人信息', kind: 'yesNo', required: true },
      { name: 'grounds', label: '审查意见', kind: 'longText', required: true, minLength: 6, hint: '谁审查的，看过哪些内容' },
    ],
  },
  takeDownPublication: {
    label: '撤下公示',
    ask: '门户上马上看不到，不能恢复；要改的，重新签发一份。确定吗？',
    fields: [{ name: 'grounds', label: '为什么撤下', kind: 'longText', required: true, minLength: 6 }],
  },
};
