import { isEmpty, isRows, type Missing, type Row, type Value, type Values } from './field.ts';
import type { PaperCode } from './kind.ts';

type Rule = (values: Values) => Missing[];

/** A blank that another one makes necessary, with its name on the form. */
const asked = (when: boolean, values: Values, field: string, label: string, why: string): Missing[] =>
  when && isEmpty(values[field]) ? [{ field, label, why }] : [];

const SUPPORTED = '《信访工作条例》第三十二条：支持的应当督促执行';

/** Rules that look at more than one blank of a paper. */
export const PAPER_RULES: Readonly<Partial<Record<PaperCode, Rule>>> = {
  F09: ({ decisions }) => (isRows(decisions) ? allThree(decisions) : []),
  F18: (values) => asked(values['decision'] === 'granted', values, 'successor', '改由谁办理', '《信访工作条例》第二十八条：回避以后要有人办'),
  F19: (values) => asked(values['open'] === 'closed', values, 'closedReason', '不公开的理由', '不公开要有理由'),
  F23: answers,
  F24: answers,
  F26: (values) => asked(values['kind'] === 'mediation', values, 'mediator', '调解人', '《信访工作条例》第三十三条：调解要有调解人'),
  F28: (values) => asked(values['signedAs'] === 'witness', values, 'witness', '见证人', '当面签的，要有不属于责任单位的人见证'),
  F34: (values) => [
    ...asked(values['decision'] === 'accepted', values, 'dueOn', '作出意见的最后日期', '《信访工作条例》第三十五条：30日'),
    ...asked(values['decision'] === 'refused', values, 'ground', '不予受理的情形', '不予受理只能是法定情形'),
  ],
  F35: decision,
  F36: decision,
  F42: ({ decisions }) => (isRows(decisions) ? decisions.flatMap(undecided) : []),
  F43: ({ freeWill }) => (freeWill === 'no' ? [{ field: 'freeWill', label: '不是自愿的不算撤回', why: '撤回要出于本人自愿，请继续办理' }] : []),
  F44: election,
  F46: (values) => [
    ...asked(values['decision'] === 'granted', values, 'amount', '金额或者实物', '同意的要写明给什么'),
    ...asked(values['decision'] === 'granted', values, 'source', '资金来源', '同意的要写明钱从哪里来'),
    ...sameName(values, 'firstApprover', 'secondApprover', '批准人要另有其人', '救助由两人审批'),
    ...asked(!isEmpty(values['paidOn']), values, 'receivedBy', '领取人签名', '发放了的要有领取的凭据'),
  ],
  F58: bothRemedies,
  F59: (values) => asked(values['act'] === 'redo', values, 'newDueOn', '重新作出的最后日期', '重新处理的要告诉对方等到哪一天'),
  F53: (values) => [...asked(values['result'] === 'afterChanges', values, 'changes', '要改的地方', '修改后公开的写明改哪里'), ...forbidden(values)],
};

/** §36¶3 closes the door only after all three: each is named with its number and the day on which it arrived. */
const LEVELS = { opinion: '送达的处理意见', review: '送达的复查意见', recheck: '送达的复核意见' } as const;
const allThree = (decisions: readonly Row[]): Missing[] =>
  Object.entries(LEVELS)
    .filter(([level]) => !decisions.some(({ kind }) => kind === level))
    .map(([, label]) => ({ field: 'decisions', label, why: '《信访工作条例》第三十六条：经过处理、复查、复核并送达以后，才能不再受理' }));

/** §32¶2: what is supported must be carried out, by whom and by when. */
function answers({ claims }: Values): Missing[] {
  return isRows(claims) ? claims.flatMap((row, index) => unperformed(row, index)) : [];
}

function unperformed({ result, performer, performBy }: Row, index: number, table = 'claims'): Missing[] {
  if (result !== 'supported') return [];
  return [
    ...(performer?.trim() ? [] : [{ field: `${table}.${index}.performer`, label: `第${index + 1}项支持意见的落实单位`, why: SUPPORTED }]),
    ...(performBy?.trim() ? [] : [{ field: `${table}.${index}.performBy`, label: `第${index + 1}项支持意见的落实期限`, why: SUPPORTED }]),
  ];
}

function undetermined(row: Row, index: number): Missing[] {
  if (row['result']) return unperformed(row, index, 'changes');
  return [{ field: `changes.${index}.result`, label: `第${index + 1}项改成什么`, why: '变更的，每一项请求都要写明结果' }];
}

/** A remand without a date would leave the petitioner with nothing to wait for; a change answers every claim. */
function decision(values: Values): Missing[] {
  const { result, changes } = values;
  return [
    ...asked(result === 'revokeAndRemand', values, 'redoDueOn', '责令重新作出的最后日期', '责令重新作出的必须写明期限'),
    ...asked(result === 'change', values, 'changes', '逐项改成什么', '变更的，每一项请求都要写明结果'),
    ...(result === 'change' && isRows(changes) ? changes.flatMap(undetermined) : []),
  ];
}

/** Whoever is not content needs to know both ways, and how long each is open: it does not wait for the petition (第三十一条第五项, documents F58). */
function bothRemedies({ remedies }: Values): Missing[] {
  if (typeof remedies !== 'string' || isEmpty(remedies)) return []; // an empty blank is named as such
  const terms = remedies.match(/[0-9〇一二两三四五六七八九十百]+\s*(个月|月|日|天|年)(?!前)/g) ?? [];
  if (['行政复议', '行政诉讼'].every((way) => remedies.includes(way)) && terms.length >= 2) return [];
  return [{ field: 'remedies', label: '救济途径要写全：行政复议和行政诉讼，各写向谁提出、多长时间以内', why: '晚了就办不成，信访不停止这些期限' }];
}

/** 不变量 37: a decision has an owner and a date, or is information only. */
function undecided({ kind, owner, by }: Row, index: number): Missing[] {
  if (kind !== 'assignment') return [];
  const why = '议定事项要有责任人和日期，或者写明只是通报';
  return [
    ...(owner?.trim() ? [] : [{ field: `decisions.${index}.owner`, label: `第${index + 1}项议定事项的责任人`, why }]),
    ...(by?.trim() ? [] : [{ field: `decisions.${index}.by`, label: `第${index + 1}项议定事项的完成日期`, why }]),
  ];
}

/** §20¶3: at most five at a visit, and no such limit for what is sent; of agents one or two. */
function election(values: Values): Missing[] {
  const { kind, how, representatives } = values;
  const [most, label, why] =
    kind === 'power'
      ? [2, '代理人最多2人', '委托代理人1至2人']
      : how === 'visit'
        ? [5, '走访的代表最多5人', '《信访工作条例》第二十条：推选的代表不得超过5人']
        : [Number.POSITIVE_INFINITY, '', ''];
  return [
    ...asked(kind === 'election', values, 'how', '怎样提出信访', '走访的代表不超过5人，《信访工作条例》第二十条'),
    ...(Array.isArray(representatives) && representatives.length > most ? [{ field: 'representatives', label, why }] : []),
  ];
}

function forbidden({ stateSecret, businessSecret, personal, consent, result }: Values): Missing[] {
  const why = '《个人信息保护法》第二十五条';
  if (result !== 'publish') return [];
  if (stateSecret === 'yes' || businessSecret === 'yes') return [{ field: 'result', label: '涉密的不得公开，请改审查结论', why: '涉密的不得公开' }];
  return personal === 'yes' && consent !== 'yes' ? [{ field: 'result', label: '未经本人单独同意，能认出个人的内容不得公开', why }] : [];
}

function sameName(values: Values, one: string, other: string, label: string, why: string): Missing[] {
  const [first, second] = [values[one], values[other]] as readonly (Value | undefined)[];
  return first !== undefined && first === second ? [{ field: other, label, why }] : [];
}
