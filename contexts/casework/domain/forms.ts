import { PURPOSES, ROUTES } from './kinds.ts';
import type { CommandType } from './commands.ts';
import type { Field, Form } from './forms/form.ts';
import { OFFERED } from './forms/offered.ts';
import { DECLINE_REASONS, OTHER_PROCEDURES } from './reasons.ts';
import { NOT_STOPPED, ROUTE_GUIDE } from './ways/procedures/guide.ts';
import { REVIEW_FORMS } from './ways/review/table.ts';
import { HEARING_FORMS } from './ways/hearing/table.ts';
import { SIMPLE_FORMS } from './ways/simple/table.ts';
import { JOINT_FORMS } from './ways/joint/table.ts';
import { WITHDRAWAL_FORMS } from './ways/withdrawal/table.ts';
import { AGREEMENT_FORMS } from './ways/agreement/table.ts';
import { PROMISES_FORMS } from './ways/promises/table.ts';
import { CARE_FORMS } from './ways/care/table.ts';
import { SEALING_FORMS } from './ways/sealing/table.ts';
import { REPEATS_FORMS } from './ways/repeats/table.ts';
import { COLLECTIVE_FORMS } from './ways/collective/table.ts';
import { PROCEDURES_FORMS } from './ways/procedures/table.ts';
import { ASSIGNMENT_SOURCES } from './ways/congress/commands.ts';
import { CONGRESS_FORMS } from './ways/congress/table.ts';

/**
 * What a person fills in for a command, as data: the server checks by it, the
 * workbench draws by it, and nobody writes a form twice. Commands that come
 * with a paper (opinion, extension, dispatch …) are filled in where the paper is.
 */
const options = (table: Readonly<Record<string, { readonly name: string; readonly article?: string; readonly item?: string }>>, only?: readonly string[]) =>
  Object.entries(table)
    .filter(([value]) => !only || only.includes(value))
    .map(([value, { name, article, item }]) => ({ value, label: name, ...((article ?? item) && { hint: (article ?? item)! }) }));

const grounds = (label: string, hint?: string): Field => ({
  name: 'grounds',
  label,
  kind: 'longText',
  required: true,
  minLength: 10,
  ...(hint && { hint }),
});

/** The commands that are asked for on the page of the matter, without a paper of their own. */
export const FORMS: Readonly<Partial<Record<CommandType, Form>>> = {
  classify: {
    label: '甄别',
    ask: '甄别后种类不能再改，错了只能更正并写明理由。确定吗？',
    article: '第二十九至三十一条',
    fields: [
      {
        name: 'purpose',
        label: '信访目的',
        kind: 'choice',
        required: true,
        options: options(PURPOSES, ['appeal', 'seekResolution', 'suggestion', 'reportFacts', 'other']),
      },
      {
        name: 'kind',
        label: '种类',
        kind: 'choice',
        required: true,
        options: [
          { value: 'claim', label: '申诉求决', hint: '第三十一条' },
          { value: 'suggestion', label: '建议意见', hint: '第二十九条' },
        ],
      },
      { name: 'category', label: '内容分类', kind: 'category', required: true },
      { name: 'also', label: '兼及（至多三类）', kind: 'categories' },
      { name: 'firstTime', label: '初次信访', kind: 'yesNo', required: true },
      { name: 'litigation', label: '涉法涉诉', kind: 'yesNo', required: true, hint: '涉及诉讼权利的，不按信访程序办理' },
      {
        name: 'simple',
        label: '属于简易办理范围',
        kind: 'yesNo',
        required: true,
        hint: '诉求简单、事实清楚的初次信访；按简易办理的默认期限另行提示（待本单位确认）',
      },
      { name: 'ownLower', label: '属于本系统下级单位职权', kind: 'yesNo', required: true, hint: '只对直接收到的机关、单位：15日内转送、交办并告知去向' },
      { name: 'general', label: '一般信访事项', kind: 'yesNo', required: true, hint: '本地有更短承诺期限的（如520工作法），只对一般事项起算' },
    ],
  },
  refer: {
    label: '转送',
    ask: '转送后，由收到的单位在15日内书面告知信访人。确定转给它吗？',
    article: '第二十二条',
    fields: [
      { name: 'to', label: '转给哪个单位', kind: 'unit', required: true },
      { name: 'dutyItem', label: '依据的职责', kind: 'text', hint: '从该单位职责中选一条，信访人也看得到' },
      { name: 'note', label: '附言', kind: 'longText' },
    ],
  },
  assign: {
    label: '交办',
    ask: '交办后，收到的单位要在指定日期前报送办结报告。确定吗？',
    article: '第二十二条第一款第三项',
    fields: [
      { name: 'to', label: '交给哪个单位', kind: 'unit', required: true },
      { name: 'dueOn', label: '办结报告最迟哪天交', kind: 'date', required: true, hint: '不晚于信访人看得到的办结期限' },
      {
        name: 'source',
        label: '交办的来由（可不选）',
        kind: 'choice',
        options: Object.entries(ASSIGNMENT_SOURCES).map(([value, label]) => ({ value, label })),
        hint: '批示、会议只能加快，不能代替有权单位作决定',
      },
      { name: 'dutyItem', label: '依据的职责', kind: 'text' },
      { name: 'note', label: '附言', kind: 'longText' },
    ],
  },
  passDown: {
    label: '转下级信访部门',
    ask: '15日的期限继续走，不重新起算。确定吗？',
    article: '第二十二条第一款',
    fields: [{ name: 'to', label: '哪个信访部门', kind: 'petitionDept', required: true }, grounds('理由')],
  },
  guideElsewhere: {
    label: '引导到政法部门',
    ask: '只限来访反映涉法涉诉事项。引导后本件了结，信访人可以要求重新办理。确定吗？',
    article: '第二十二条第二款',
    fields: [{ name: 'place', label: '去哪个单位、在哪里、期限多长', kind: 'longText', required: true, minLength: 10 }, grounds('怎样释法明理的')],
  },
  attachDuplicate: {
    label: '并入另一件',
    ask: '并入后以主件办理为准，信访人凭两个查询码都能看到主件进度。可以随时拆出。确定吗？',
    article: '第十九条第三款',
    fields: [
      { name: 'target', label: '并入哪一件', kind: 'matter', required: true, hint: '填信访事项编号' },
      {
        name: 'ground',
        label: '为什么',
        kind: 'choice',
        required: true,
        options: [
          { value: 'sameText', label: '同一来件重复送达' },
          { value: 'insideTerm', label: '同一事项正在期限内办理' },
        ],
      },
      grounds('对照说明', '写明哪些事实和请求相同'),
    ],
  },
  detachDuplicate: { label: '拆出单办', ask: '拆出后按原来的收到日期计算期限。确定吗？', fields: [grounds('为什么不是同一事项')] },
  raiseObjection: {
    label: '提出异议',
    ask: '一个单位对一件只能提一次。异议期间，15日告知期限不停。确定吗？',
    article: '第二十三条第三款',
    fields: [grounds('详细理由', '对照本单位职责，逐条说明为什么不归本单位'), { name: 'proposed', label: '认为该由谁办（可不填）', kind: 'unit' }],
  },
  decideObjection: {
    label: '核实异议',
    ask: '同意的，材料交还本单位另行转送；不同意的，由原单位继续办。确定吗？',
    article: '第二十三条第三款',
    fields: [{ name: 'upheld', label: '同意异议', kind: 'yesNo', required: true }, grounds('核实意见')],
  },
  reassign: {
    label: '改派',
    ask: '改派后，信访人看到的各项期限不变。确定吗？',
    article: '第二十四条',
    fields: [
      { name: 'to', label: '改派给哪个单位', kind: 'unit', required: true },
      {
        name: 'ground',
        label: '为什么',
        kind: 'choice',
        required: true,
        options: [
          { value: 'superior', label: '上级改派' },
          { value: 'successor', label: '机构分立、合并、撤销，由承继的单位办' },
          { value: 'noPower', label: '收到的是人大机构，不办理具体事项，由转送单位收回改送' },
        ],
      },
      grounds('理由'),
    ],
  },
  accept: {
    label: '受理',
    ask: '受理后60日内要出具处理意见书。受理告知书要在收到之日起15日内发出。确定吗？',
    article: '第二十三条、第三十一条',
    fields: [
      {
        name: 'route',
        label: '办理途径（申诉求决类必选）',
        kind: 'choice',
        options: options(ROUTES, ['petitionProcedure', 'dutyPerformance']),
        hint: '前四项不受理，请“导入其他程序”',
      },
      { name: 'claims', label: '逐项诉求', kind: 'claims', hint: '处理意见书要逐项答复' },
    ],
  },
  routeToProcedure: {
    label: '导入其他程序',
    ask: '导入后要书面告知程序、机关和期限，并每90日跟踪一次，直到那个程序结束。确定吗？',
    article: '第三十一条第一至四项',
    fields: [
      { name: 'route', label: '导入哪种程序', kind: 'choice', required: true, options: options(ROUTES, OTHER_PROCEDURES) },
      {
        name: 'guide',
        label: '途径指引（可不选，供对照）',
        kind: 'choice',
        options: ROUTE_GUIDE.filter(({ route }) => OTHER_PROCEDURES.includes(route)).map(({ code, claim, procedure, organ, term, mark }) => ({
          value: code,
          label: claim,
          hint: `${procedure}；${organ}；${term}${mark === 'M' ? '（待核实）' : ''}；${NOT_STOPPED}`,
        })),
      },
      { name: 'organ', label: '向哪个机关提出，地址', kind: 'text', required: true, minLength: 4 },
      { name: 'term', label: '那个程序的期限', kind: 'text', required: true, minLength: 4, hint: '例如：知道行政行为之日起60日内' },
      { name: 'reviewer', label: '合法性审查人员', kind: 'person', required: true },
      grounds('理由'),
    ],
  },
  decline: {
    label: '不予受理',
    ask: '不予受理要书面告知理由和救济途径，上一级机关会看到每一件。确定吗？',
    article: '第二十三条',
    fields: [
      { name: 'reason', label: '法定理由', kind: 'choice', required: true, options: options(DECLINE_REASONS) },
      { name: 'remedy', label: '应向谁提出，怎样救济', kind: 'longText', required: true, minLength: 10 },
      grounds('理由'),
    ],
  },
  reopen: { label: '重新办理', ask: '重新办理后，15日告知期限从今天起算，60日从最初收到时算。确定吗？', fields: [grounds('为什么重新办理')] },
  checkOtherProcedure: {
    label: '跟踪其他程序',
    ask: '登记后90日内再跟踪一次；已经结束的，本件随之办结。确定吗？',
    article: '第三十一条',
    fields: [
      { name: 'ended', label: '那个程序已经结束', kind: 'yesNo', required: true },
      { name: 'state', label: '进展或者结果，从哪里得知', kind: 'longText', required: true, minLength: 6 },
    ],
  },
  startHandling: {
    label: '指定承办人，开始办理',
    ask: '承办人的姓名、职务和电话会告诉信访人。承办人与本件没有利害关系，确定吗？',
    article: '第二十八条第三款',
    fields: [{ name: 'handler', label: '承办人', kind: 'contact', required: true }],
  },
  recordInvestigation: {
    label: '记录调查',
    ask: '记录后不能修改。确定吗？',
    article: '第三十一条第六项',
    fields: [
      { name: 'on', label: '哪天', kind: 'date', required: true },
      { name: 'staff', label: '几名工作人员参加', kind: 'number', required: true, max: 20, hint: '至少两名' },
      { name: 'record', label: '查明了什么，依据什么', kind: 'longText', required: true, minLength: 10 },
    ],
  },
  hearPetitioner: {
    label: '听取陈述',
    ask: '记录后不能修改。确定吗？',
    article: '第三十一条第六项',
    fields: [
      { name: 'on', label: '哪天', kind: 'date', required: true },
      { name: 'refused', label: '信访人拒绝陈述', kind: 'yesNo', required: true },
      { name: 'record', label: '说了什么；拒绝的，写明怎样联系过', kind: 'longText', required: true, minLength: 6 },
    ],
  },
  ...OFFERED,
  ...REVIEW_FORMS,
  ...HEARING_FORMS,
  ...SIMPLE_FORMS,
  ...JOINT_FORMS,
  ...WITHDRAWAL_FORMS,
  ...AGREEMENT_FORMS,
  ...PROMISES_FORMS,
  ...CARE_FORMS,
  ...CONGRESS_FORMS,
  ...PROCEDURES_FORMS,
  ...SEALING_FORMS,
  ...COLLECTIVE_FORMS,
  ...REPEATS_FORMS,
};
