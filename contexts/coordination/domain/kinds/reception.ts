/** Leaders receive visitors 领导接访 (W14, A46): one piece of work a month; the plan is public, who came is not. */
import type { PlainDate } from '#kernel/dates.ts';
import { textOfValue, type WorkKind } from '#kernel/work/kind.ts';

const month = ({ values }: { values: { period?: unknown } }) => (typeof values.period === 'string' ? { period: values.period } : {});
const isOwner = (unit: string, work: { owner: string }, places: { organOf(unit: string): string; isPetitionDept(unit: string): boolean }) =>
  places.organOf(unit) === work.owner || places.isPetitionDept(unit);
const PLANNERS = ['leader', 'unitHead', 'petitionDeptHead', 'supervisor', 'jointConferenceOffice'] as const;

export const RECEPTION: WorkKind = {
  name: '领导接访',
  article: '信访工作条例第十八条第二款',
  topics: ['period'],
  stages: {
    due: { name: '本月待接访', open: true },
    planned: { name: '已排定', open: true },
    held: { name: '本月已接访', open: false },
  },
  steps: {
    begin: {
      label: '本月开始',
      ask: '',
      from: ['none'],
      to: 'due',
      roles: [],
      may: () => false,
      fields: [{ name: 'period', label: '月份', kind: 'text', required: true }],
      acts: ({ values }) => [{ type: 'MonthStarted', on: `${textOfValue(values.period)}-01` as PlainDate, ...month({ values }) }],
    },
    plan: {
      label: '排定接访',
      ask: '日期、地点和领导职务会在群众门户公开。确定吗？',
      from: ['due', 'planned'],
      to: 'planned',
      roles: PLANNERS,
      may: isOwner,
      fields: [
        { name: 'leader', label: '哪位领导（姓名、职务）', kind: 'text', required: true, minLength: 2 },
        { name: 'receiveOn', label: '哪天', kind: 'date', required: true },
        { name: 'hours', label: '几点到几点', kind: 'text', required: true },
        { name: 'place', label: '在哪里', kind: 'text', required: true },
      ],
      acts: 'ReceptionPlanned',
      refuse: ({ values, today }) => (textOfValue(values.receiveOn) < today ? '接访日期应在今天或者以后；已经接访的，办“记录接访”。' : undefined),
    },
    hold: {
      label: '记录接访',
      ask: '来访都要另行登记；这里只记接了几批、当场定了什么。确定吗？',
      from: ['due', 'planned'],
      to: 'held',
      roles: PLANNERS,
      may: isOwner,
      fields: [
        { name: 'leader', label: '哪位领导（姓名、职务）', kind: 'text', required: true, minLength: 2 },
        { name: 'heldOn', label: '哪天接访的', kind: 'date', required: true },
        { name: 'groups', label: '接了几批', kind: 'number', required: true, hint: '不记来访人的姓名；没有人来也照实写 0', max: 500 },
        { name: 'results', label: '当场定了什么、交给谁、哪天前', kind: 'longText', required: true, minLength: 4 },
      ],
      acts: ({ work }) => [{ type: 'LeaderReceptionHeld', ...month(work) }],
      refuse: ({ values, today, work }) => {
        const heldOn = textOfValue(values.heldOn);
        if (heldOn > today) return '接访的日期不能在今天以后。';
        return heldOn.startsWith(textOfValue(work.values.period)) ? undefined : `这是${textOfValue(work.values.period)}的接访，日期应在这个月内。`;
      },
    },
  },
  holders: ({ owner }) => ({ leader: owner }),
  concerned: ({ owner, values }) => [owner, textOfValue(values.desk)].filter(Boolean),
};
