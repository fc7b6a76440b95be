/**
 * A meeting 会议 (W06): agenda, who was invited, who came, minutes (F42). What it
 * decides has an owner and a date, or says that it is for information (不变量 37).
 */
import type { PlainDate } from '#kernel/dates.ts';
import { listOfValue, textOfValue, type Work, type WorkAction, type WorkAsked, type WorkKind } from '#kernel/work/kind.ts';
import { ASSESS, EVALUATIVE, EVALUATIVE_FIELDS, isEvaluative, whyNotEvaluative, whyNotMinuted } from './evaluative.ts';

export const MEETING_KINDS = {
  jointConference: '信访工作联席会议',
  coordination: '协调会',
  supervision: '交办督办会',
  leaders: '领导阅批、包案会',
  [EVALUATIVE]: '评判性听证',
} as const satisfies Record<string, string>;

export interface Decision {
  readonly id: string; // 'decision/2'
  readonly at: WorkAction;
  readonly owner?: string; // none: marked information only
  readonly dueOn?: PlainDate;
  readonly state: 'information' | 'open' | 'reported' | 'accepted';
}

/** What was decided, and how far each owner has come. */
export function decisionsOf({ entries }: Work): readonly Decision[] {
  const decided = entries.filter(({ step }) => step === 'decide');
  return decided.map((at, nth): Decision => {
    const id = `decision/${nth + 1}`;
    const { owner, dueOn, nature } = at.values;
    if (nature === 'information') return { id, at, state: 'information' };
    const last = entries.findLast(({ step, values }) => ['report', 'return', 'acceptReport'].includes(step) && values.decision === id)?.step;
    const state = last === 'report' ? 'reported' : last === 'acceptReport' ? 'accepted' : 'open';
    return { id, at, owner: textOfValue(owner), dueOn: textOfValue(dueOn) as PlainDate, state };
  });
}

/** Nobody may end the meeting over these: what is reported may still be sent back. */
const isUnchecked = ({ state }: Decision) => state === 'open' || state === 'reported';
/** Who was there, or asked to come: nobody else learns of a charge by its minutes (不变量 37). */
const wereCalled = (work: Work): readonly string[] => [work.owner, ...listOfValue(work.values.invited), ...listOfValue(work.values.attended)];
const othersThere = (work: Work): readonly string[] => listOfValue(work.values.attended).filter((unit) => unit !== work.owner);
const isHosts = ({ owner }: Decision, work: Work) => owner === work.owner;

/** The host checks what others report; what it reports itself, another unit that was there. */
const mayCheck = (unit: string, work: Work): boolean =>
  unit === work.owner || (othersThere(work).includes(unit) && decisionsOf(work).some((one) => isHosts(one, work) && one.state === 'reported'));

function whyNotChecked({ values, work, unit }: Pick<WorkAsked, 'values' | 'work' | 'unit'>, missing: string): string | undefined {
  const found = decisionsOf(work).find(({ id }) => id === values.decision);
  if (found?.state !== 'reported') return missing;
  if (!isHosts(found, work)) return unit === work.owner ? undefined : '这一项由会议召集单位核对，请等它核对。';
  return unit === work.owner ? '这一项由召集单位自己负责，不能自己核对。请到会的别的单位在它的工作台上核对、退回。' : undefined;
}

const isNothingReported = (work: Work) => !decisionsOf(work).some(({ state }) => state === 'reported');
const isHost = (unit: string, { owner }: Work) => unit === owner;
const HOSTS = ['jointConferenceOffice', 'petitionDeptHead', 'unitHead', 'supervisor', 'leader'] as const;
const lastNo = (work: Work) => decisionsOf(work).length + 1;
const which = { name: 'decision', label: '哪一项议定事项', kind: 'choice', from: 'openDecisions', required: true } as const;

export const MEETING: WorkKind = {
  name: '会议',
  article: '信访工作条例第十三条',
  stages: {
    planned: { name: '已召集', open: true },
    held: { name: '已召开，待出纪要', open: true },
    minuted: { name: '已出纪要，议定事项在办', open: true },
    closed: { name: '已结束，没有还在办的议定事项', open: false },
    cancelled: { name: '已取消', open: false },
  },
  steps: {
    convene: {
      label: '召集会议',
      ask: '受邀单位会在工作台看到这次会议。确定召集吗？',
      from: ['none'],
      to: 'planned',
      roles: HOSTS,
      may: (unit, _, places) =>
        places.isPetitionDept(unit) ||
        [
          'jointConference',
          'government',
          'party',
          'congress',
          'committee',
          'petitionOffice',
          'town',
          'township',
          'subdistrict',
          'department',
          'supervision',
        ].includes(places.typeOf(unit) ?? ''),
      fields: [
        {
          name: 'meetingKind',
          label: '什么会',
          kind: 'choice',
          required: true,
          options: Object.entries(MEETING_KINDS).map(([value, label]) => ({ value, label })),
        },
        { name: 'title', label: '会议名称', kind: 'text', required: true, minLength: 4 },
        { name: 'meetOn', label: '开会日期', kind: 'date', required: true },
        { name: 'place', label: '地点', kind: 'text', required: true },
        { name: 'invited', label: '请哪些单位', kind: 'units', required: true },
        { name: 'persons', label: '请哪些人', kind: 'longText', hint: '专家、律师、代表；不写信访人的身份信息' },
        { name: 'agenda', label: '议程', kind: 'longText', required: true, minLength: 4 },
        { name: 'matter', label: '关于哪件信访事项', kind: 'matter', hint: '第三十一条、第三十六条的听证在事项页上办；评判性听证必填' },
        ...EVALUATIVE_FIELDS,
      ],
      acts: 'MeetingConvened',
      refuse: (asked) => {
        const { values, today, unit, places } = asked;
        if (values.meetingKind === 'jointConference' && places.typeOf(unit) !== 'jointConference')
          return '信访工作联席会议由联席会议办公室召集。信访部门可以提出建议，或者改开协调会。';
        if (textOfValue(values.meetOn) < today) return '开会日期应在今天或者以后。会已经开过的，填今天，实际是哪天写进纪要。';
        return whyNotEvaluative(asked);
      },
    },
    move: {
      label: '改期',
      ask: '受邀单位会看到新的日期和地点。确定吗？',
      from: ['planned'],
      to: 'planned',
      roles: HOSTS,
      may: isHost,
      fields: [
        { name: 'meetOn', label: '新的日期', kind: 'date', required: true },
        { name: 'place', label: '地点', kind: 'text', required: true },
      ],
      acts: 'MeetingMoved',
      refuse: ({ values, today }) => (textOfValue(values.meetOn) < today ? '新的日期应在今天或者以后。' : undefined),
    },
    cancel: {
      label: '取消会议',
      ask: '取消以后不能恢复，需要时另行召集。确定吗？',
      from: ['planned'],
      to: 'cancelled',
      roles: HOSTS,
      may: isHost,
      fields: [{ name: 'why', label: '为什么取消', kind: 'longText', required: true, minLength: 4 }],
      acts: 'MeetingCancelled',
    },
    hold: {
      label: '记录到会',
      ask: '记下谁到了会。确定吗？',
      from: ['planned'],
      to: 'held',
      roles: HOSTS,
      may: isHost,
      fields: [
        { name: 'attended', label: '到会单位', kind: 'units', required: true },
        { name: 'absent', label: '请假、缺席和原因', kind: 'longText' },
      ],
      acts: 'MeetingHeld',
      refuse: ({ values, work, today }) => {
        if (textOfValue(work.values.meetOn) > today) return '会议日期还没有到，不能先记到会。改期的，先办改期。';
        return listOfValue(values.attended).length === 0 ? '至少有一个单位到会。' : undefined;
      },
    },
    assess: { from: ['held'], to: 'held', roles: HOSTS, may: (unit, work) => isHost(unit, work) && isEvaluative(work), ...ASSESS },
    decide: {
      label: '记一项议定事项',
      ask: '议定事项从现在起有人负责、有日期，或者写明只是通报情况。确定吗？',
      from: ['held'],
      to: 'held',
      roles: HOSTS,
      may: isHost,
      fields: [
        { name: 'decision', label: '议定什么', kind: 'longText', required: true, minLength: 4 },
        {
          name: 'nature',
          label: '性质',
          kind: 'choice',
          required: true,
          options: [
            { value: 'assign', label: '要办的', hint: '写明责任单位和日期' },
            { value: 'information', label: '只是通报情况', hint: '没有要办的事' },
          ],
        },
        { name: 'owner', label: '责任单位', kind: 'unit', required: true, when: { field: 'nature', is: 'assign' } },
        { name: 'dueOn', label: '办到哪天', kind: 'date', required: true, when: { field: 'nature', is: 'assign' } },
      ],
      acts: ({ values, work }) => {
        const dueOn = textOfValue(values.dueOn) as PlainDate;
        return [{ type: 'MeetingDecided', assignment: `decision/${lastNo(work)}`, ...(values.nature === 'assign' && { dueOn: { D12: dueOn } }) }];
      },
      refuse: ({ values, today, work, places }) => {
        const owner = textOfValue(values.owner);
        if (owner && !wereCalled(work).some((unit) => places.organOf(unit) === places.organOf(owner)))
          return `${places.nameOf(owner)}没有受邀，也没有到会，不能在会上给它定责任。请选受邀、到会的单位；要它办的，请它到会，或者另行交办。`;
        if (owner === work.owner && othersThere(work).length === 0)
          return '只有召集单位自己到会，定给自己的事没有别的单位核对。请另选责任单位，或者写明只是通报情况。';
        if (values.nature === 'information' && (values.owner || values.dueOn)) return '有责任单位或者日期的，性质应选“要办的”。';
        return values.dueOn && textOfValue(values.dueOn) < today ? '办到哪天，应在今天或者以后。' : undefined;
      },
    },
    minutes: {
      label: '印发会议纪要',
      ask: '纪要印发后不能再加议定事项。确定吗？',
      from: ['held'],
      to: ({ work }) => (decisionsOf(work).some(isUnchecked) ? 'minuted' : 'closed'),
      roles: HOSTS,
      may: isHost,
      fields: [
        { name: 'minutes', label: '纪要正文', kind: 'longText', required: true, minLength: 10 },
        { name: 'number', label: '纪要编号', kind: 'text', required: true, orPaper: true, hint: '系统取号、制发纪要；已经在别处编了号的才填' },
      ],
      acts: 'MinutesIssued',
      refuse: ({ work }) => whyNotMinuted(work),
    },
    report: {
      label: '报办结',
      ask: '报给会议召集单位核对。确定吗？',
      from: ['held', 'minuted'],
      to: ({ work }) => work.stage,
      roles: ['unitClerk', 'unitHead', 'petitionDeptHead', 'supervisor', 'jointConferenceOffice', 'leader'],
      may: (unit, work) => decisionsOf(work).some(({ owner, state }) => owner === unit && state === 'open'),
      fields: [which, { name: 'result', label: '办了什么、结果怎样', kind: 'longText', required: true, minLength: 10 }],
      acts: ({ values }) => [{ type: 'CompletionReported', assignment: textOfValue(values.decision) }],
      refuse: ({ values, work, unit }) => {
        const found = decisionsOf(work).find(({ id }) => id === values.decision);
        return found?.owner === unit && found.state === 'open' ? undefined : '这一项不由您所在的单位负责，或者已经报过。请在列表里选本单位在办的一项。';
      },
    },
    acceptReport: {
      label: '核对通过',
      ask: '核对后这一项算办结。确定吗？',
      from: ['held', 'minuted'],
      to: ({ work }) => (work.stage === 'minuted' && decisionsOf(work).filter(isUnchecked).length <= 1 ? 'closed' : work.stage),
      roles: HOSTS,
      may: mayCheck,
      fields: [
        which,
        {
          name: 'checked',
          label: '怎么核对的',
          kind: 'longText',
          required: true,
          minLength: 4,
          hint: '看了什么材料，问了谁；召集单位自己负责的一项，由到会的别的单位核对',
        },
      ],
      idle: isNothingReported,
      acts: ({ values }) => [{ type: 'CompletionReportAccepted', assignment: textOfValue(values.decision) }],
      refuse: (asked) => whyNotChecked(asked, '这一项还没有报办结，请等责任单位报来。'),
    },
    return: {
      label: '退回再办',
      ask: '退回后原来的日期照旧。确定吗？',
      from: ['held', 'minuted'],
      to: ({ work }) => work.stage,
      roles: HOSTS,
      may: mayCheck,
      fields: [which, { name: 'lacking', label: '差什么', kind: 'longText', required: true, minLength: 4 }],
      idle: isNothingReported,
      acts: ({ values }) => [{ type: 'CompletionReportReturned', assignment: textOfValue(values.decision) }],
      refuse: (asked) => whyNotChecked(asked, '这一项没有待核对的办结报告。'),
    },
  },
  holders: (work) => {
    const owner = decisionsOf(work).findLast((decision) => decision.owner)?.owner;
    return owner ? { handlingUnit: owner } : {};
  },
  concerned: (work) => [
    work.owner,
    ...listOfValue(work.values.invited),
    ...listOfValue(work.values.attended),
    ...decisionsOf(work).flatMap(({ owner }) => owner ?? []),
  ],
  dues: (work) => decisionsOf(work).flatMap(({ state, dueOn }) => (state === 'open' && dueOn ? [dueOn] : [])),
};

/** Is this a decision of the joint conference, on which its measures may stand (第三十九条第三款, 不变量 54)? */
export const isConferenceDecision = (work: Work | undefined, id: string): boolean =>
  work?.kind === 'meeting' && work.values.meetingKind === 'jointConference' && decisionsOf(work).some((decision) => decision.id === id);
