/**
 * A supervision order 督办 (28; 条例第四十条第一款). What was overdue is found by
 * the timetable from the running clocks, and nobody types it; other causes are
 * named by the petition department, which reminds, orders and checks on site.
 */
import { CLOCKS, isClockId } from '#kernel/clocks/index.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { daysBetween, type PlainDate } from '#kernel/dates.ts';
import { chinese } from '#kernel/words.ts';
import { textOfValue, type Work, type WorkAsked, type WorkKind, type WorkPlaces } from '#kernel/work/kind.ts';

/** 第四十条第一款 with the list of 2005 §36 and 北京 §52 (statutes 5.4). */
export const CAUSES = {
  overdue: '无正当理由未按规定期限办结、告知',
  noReport: '未按规定反馈办理结果',
  procedure: '未按规定程序受理、办理',
  shirking: '推诿、敷衍、拖延',
  falsehood: '弄虚作假',
  notPerformed: '拒不执行信访处理意见',
  wrongBasis: '认定事实、适用依据或者程序明显不当',
  other: '其他需要督办的情形',
} as const satisfies Record<string, string>;

const SUPERVISORS = ['supervisor', 'petitionDeptHead'] as const;
const isSupervising = (unit: string, { owner }: { owner: string }, places: WorkPlaces) => unit === owner || places.organOf(unit) === owner;
const later = ({ values, today }: WorkAsked) => (values.answerBy && textOfValue(values.answerBy) < today ? '反馈期限应在今天或者以后。' : undefined);
const order = [
  { name: 'cause', label: '为什么督办', kind: 'choice', required: true, options: Object.entries(CAUSES).map(([value, label]) => ({ value, label })) },
  { name: 'facts', label: '事实', kind: 'longText', required: true, minLength: 6, hint: '哪一步、应在哪天前、现在怎样' },
  { name: 'demand', label: '要求', kind: 'longText', required: true, minLength: 4 },
  { name: 'answerBy', label: '反馈期限', kind: 'date', required: true },
] as const;

/** What the timetable writes down of a term that has passed. */
const found = [
  { name: 'unit', label: '单位', kind: 'unit', required: true },
  { name: 'clock', label: '期限', kind: 'text', required: true },
  { name: 'key', label: '期限编号', kind: 'text', required: true, inner: true },
  { name: 'legalOn', label: '最后一日', kind: 'date', required: true },
  { name: 'matter', label: '关于哪件信访事项', kind: 'matter' },
  { name: 'matterId', label: '事项', kind: 'text', inner: true },
  { name: 'host', label: '会议召集单位', kind: 'unit' }, // where it was a meeting that set the day
  { name: 'item', label: '第几项议定事项', kind: 'number' },
] as const;

/** The cause and the fact, as the timetable found them: which term, by when, how long ago. What is demanded, and by when, is a person's. */
function knownOf({ values }: Work, today: PlainDate): Readonly<Record<string, string>> {
  const [clock, legalOn] = [textOfValue(values.clock), textOfValue(values.legalOn) as PlainDate];
  if (!isClockId(clock) || !legalOn || legalOn >= today) return {};
  const facts = `“${CLOCKS[clock].name}”应在${chinese(legalOn)}以前完成，到${chinese(today)}还没有完成，已超过${daysBetween(legalOn, today)}天。`;
  return { ...(isBreach(clock) && { cause: 'overdue' }), facts };
}

/** A duty of the regulations; a promise or a local term that has passed is put under a cause by a person. */
const isBreach = (clock: ClockId) => /^[AB]/.test(clock);

export const ORDER: WorkKind = {
  name: '督办',
  article: '信访工作条例第四十条第一款',
  stages: {
    proposed: { name: '系统建议督办，等人决定', open: true },
    detected: { name: '已超期，待督办', open: true },
    ordered: { name: '已督办，等反馈', open: true },
    replied: { name: '已反馈，待核实', open: true },
    verified: { name: '已核实', open: true },
    closed: { name: '督办已结', open: false },
    ended: { name: '督办前已补办', open: false },
    dismissed: { name: '看过，不督办', open: false },
  },
  steps: {
    detect: {
      label: '发现超期',
      ask: '',
      from: ['none', 'ended'], // the paper came back: the same duty is overdue again
      to: 'detected',
      roles: [],
      may: () => false,
      fields: found,
      acts: 'BreachDetected',
    },
    propose: {
      label: '约定的日期过了，建议督办',
      ask: '',
      from: ['none', 'ended'],
      to: 'proposed',
      roles: [],
      may: () => false,
      fields: found,
      acts: 'EscalationProposed',
    },
    dismiss: {
      label: '看过，不督办',
      ask: '理由留在这里。同一个期限不会再提。确定吗？',
      from: ['proposed'],
      to: 'dismissed',
      roles: SUPERVISORS,
      may: isSupervising,
      fields: [{ name: 'why', label: '为什么不督办', kind: 'longText', required: true, minLength: 4 }],
      acts: 'EscalationDismissed',
    },
    end: { label: '已经补办', ask: '', from: ['detected', 'proposed'], to: 'ended', roles: [], may: () => false, fields: [], acts: 'BreachEnded' },
    remind: {
      label: '催办',
      ask: '催办记录留在这里，单位看得到。确定吗？',
      from: ['proposed', 'detected', 'ordered'],
      to: ({ work }) => work.stage,
      roles: SUPERVISORS,
      may: isSupervising,
      fields: [
        {
          name: 'way',
          label: '怎么催的',
          kind: 'choice',
          required: true,
          options: [
            { value: 'phone', label: '电话' },
            { value: 'letter', label: '书函' },
            { value: 'visit', label: '上门' },
          ],
        },
        { name: 'said', label: '对方怎么说', kind: 'longText', required: true, minLength: 2 },
      ],
      acts: 'ReminderSent',
    },
    issue: {
      label: '发督办函',
      ask: '督办函发给单位负责人，单位应当按期反馈。确定吗？',
      from: ['proposed', 'detected'],
      to: 'ordered',
      roles: SUPERVISORS,
      may: isSupervising,
      fields: order,
      known: knownOf,
      acts: 'SupervisionIssued',
      refuse: later,
    },
    open: {
      label: '督办一个单位',
      ask: '督办函发给单位负责人，单位应当按期反馈。确定吗？',
      from: ['none'],
      to: 'ordered',
      roles: SUPERVISORS,
      may: (unit, _, places) => places.isPetitionDept(unit),
      fields: [{ name: 'unit', label: '督办哪个单位', kind: 'unit', required: true }, { name: 'matter', label: '关于哪件信访事项', kind: 'matter' }, ...order],
      acts: 'SupervisionIssued',
      refuse: (asked) => {
        const { values, unit, places } = asked;
        if (places.organOf(textOfValue(values.unit)) === places.organOf(unit)) return '不能督办自己。对信访部门的办理有意见，由上一级信访部门督办。';
        if (values.cause === 'overdue') return '超期由系统按期限查出，不用填报；请在超期清单里对那一件发督办函，或者另选原因。';
        return later(asked);
      },
    },
    answer: {
      label: '反馈',
      ask: '反馈给督办机关核实。确定吗？',
      from: ['ordered'],
      to: 'replied',
      roles: ['unitHead'],
      may: (unit, { values }) => unit === values.unit,
      fields: [
        { name: 'answer', label: '原因和整改情况', kind: 'longText', required: true, minLength: 10 },
        { name: 'evidence', label: '凭据（反馈函文号）', kind: 'text', required: true, minLength: 2 },
      ],
      acts: 'SupervisionAnswered',
    },
    verify: {
      label: '核实',
      ask: '核实不实的，退回再办。确定吗？',
      from: ['replied'],
      to: ({ values }) => (values.found === 'true' ? 'verified' : 'ordered'),
      roles: SUPERVISORS,
      may: isSupervising,
      fields: [
        {
          name: 'found',
          label: '核实下来',
          kind: 'choice',
          required: true,
          options: [
            { value: 'true', label: '属实，已改正' },
            { value: 'false', label: '不实或者没有改正，退回再办' },
          ],
        },
        { name: 'how', label: '怎么核实的', kind: 'longText', required: true, minLength: 4, hint: '看材料、实地看、问信访人' },
      ],
      acts: 'SupervisionVerified',
    },
    close: {
      label: '结束督办',
      ask: '确定结束吗？',
      from: ['verified'],
      to: 'closed',
      roles: SUPERVISORS,
      may: isSupervising,
      fields: [{ name: 'closing', label: '结论', kind: 'longText', required: true, minLength: 4 }],
      acts: 'SupervisionClosed',
    },
  },
  holders: ({ owner }) => ({ petitionDept: owner }),
  // a proposal is not yet an order: until a person decides, only the supervisor sees it
  concerned: ({ owner, values, stage }) => [owner, ...(['proposed', 'dismissed'].includes(stage) ? [] : [textOfValue(values.unit)])],
  topics: ['clock', 'cause'],
  dues: ({ stage, values }) => (stage === 'ordered' && values.answerBy ? [textOfValue(values.answerBy) as `${number}-${number}-${number}`] : []),
};
