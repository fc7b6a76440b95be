import type { CommandType } from '../commands.ts';
import { CORRECTION_ERRORS } from '../corrections.ts';
import { choice } from '../ways/fields.ts';
import type { Field, Form } from './form.ts';

const grounds = (label: string): Field => ({ name: 'grounds', label, kind: 'longText', required: true, minLength: 10 });

/** The second half of the forms: from the answer to the archive. */
export const OFFERED: Readonly<Partial<Record<CommandType, Form>>> = {
  decideReward: {
    label: '决定奖励',
    ask: '结果会告知提建议的人。确定吗？',
    article: '第二十九条第二款',
    fields: [{ name: 'rewarded', label: '给予奖励', kind: 'yesNo', required: true }, grounds('依据和理由')],
  },
  postStatus: {
    label: '凭查询码公布',
    ask: '信访人没有留联系方式，公布后凭查询码可以看到。确定吗？',
    article: '第二十三条第二款',
    fields: [{ name: 'told', label: '公布什么', kind: 'longText', required: true, minLength: 10 }],
  },
  recordToldLater: { label: '记明不能当场告知', ask: '15日内仍要书面告知。确定吗？', article: '第二十三条第二款', fields: [grounds('为什么不能当场告知')] },
  reportCompletion: {
    label: '报送办结报告',
    ask: '以报送的日期为准，审核用多少天不算在本单位。确定吗？',
    article: '第二十二条第一款第三项',
    fields: [{ name: 'report', label: '报告正文', kind: 'longText', required: true, minLength: 20, hint: '调查情况、办理情况、信访人意见、附件' }],
  },
  checkReport: {
    label: '审核办结报告',
    ask: '退回的，原来的期限接着算。确定吗？',
    fields: [
      { name: 'accepted', label: '同意', kind: 'yesNo', required: true },
      { name: 'grounds', label: '退回的理由', kind: 'longText', required: true, minLength: 2, when: { field: 'accepted', is: false } },
    ],
  },
  reportPerformance: {
    label: '报告落实情况',
    ask: '报告后，由没有办过、也没有落实过本件的人向信访人核实。确定吗？',
    article: '第三十二条第二款',
    fields: [{ name: 'evidence', label: '做了什么，凭证是什么', kind: 'longText', required: true, minLength: 10 }],
  },
  verifyPerformance: {
    label: '核实落实情况',
    ask: '以信访人的答复为准；信访人说没落实的，退回办理单位。确定吗？',
    article: '第三十二条第二款',
    fields: [
      {
        name: 'answer',
        label: '信访人怎么说',
        kind: 'choice',
        required: true,
        options: [
          { value: 'petitionerConfirms', label: '已经落实' },
          { value: 'petitionerDenies', label: '没有落实' },
          { value: 'petitionerNotReached', label: '多次联系不上，现场核实已落实' },
        ],
      },
      { name: 'evidence', label: '怎样问的，看到了什么', kind: 'longText', required: true, minLength: 10 },
    ],
  },
  conclude: { label: '办结', ask: '复查期限已过、应当落实的都已落实。办结后只能因新的事实或者理由另立一件。确定吗？', fields: [] },
  archive: {
    label: '归档',
    ask: '归档后卷宗不能再改。确定吗？',
    fields: [{ name: 'archiveNo', label: '档号', kind: 'text', required: true, minLength: 6, hint: '全宗号-门类·类别·年度·期限-卷号' }],
  },
  correct: {
    label: '更正处理意见',
    ask: '原处理意见书撤销，在新的日期前重新作出。信访人会收到更正决定书。承办单位、上一级各只有一次；只是写错字的，用更正决定书更正，不在这里撤销。确定吗？',
    fields: [
      choice('error', '错在哪里', CORRECTION_ERRORS),
      { name: 'dueOn', label: '最迟哪天重新作出', kind: 'date', required: true, hint: '今天起60日内' },
      grounds('哪里不对，依据什么'),
    ],
  },
  consentElectronic: {
    label: '登记电子送达意愿',
    ask: '信访人随时可以改。确定吗？',
    fields: [{ name: 'consented', label: '信访人同意电子送达', kind: 'yesNo', required: true }],
  },
  takeNote: {
    label: '记一笔',
    ask: '记下后不能修改。确定吗？',
    fields: [
      { name: 'text', label: '写什么', kind: 'longText', required: true, minLength: 2 },
      { name: 'shown', label: '信访人看得到', kind: 'yesNo', required: true },
    ],
  },
  addMaterial: {
    label: '补充材料',
    ask: '记入本件，不影响期限。确定吗？',
    fields: [
      { name: 'text', label: '补充了什么', kind: 'longText', required: true, minLength: 2, hint: '这句话信访人在进度页看得到' },
      { name: 'files', label: '附件（可不添）', kind: 'files', hint: '照片、PDF、录音，每个不超过20 MB。信访人看不到，除非起草文书时勾选为附件，随文书发出' },
    ],
  },
};
