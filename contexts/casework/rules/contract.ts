import Type, { type Static } from 'typebox';
import { CLOCKS } from '#kernel/clocks/index.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import type { Endpoint } from '#kernel/endpoint.ts';

/** What the clocks are counted by: the working calendar, and which length is in force on what proof. */
const Day = Type.String({ format: 'date' });
const Mark = Type.Enum(['T', 'S', 'M', 'P'], { description: 'T 法规原文，S 本地做法，M 待核实，P 系统默认；M、P 不作为法定期限' });

const Term = Type.Object({
  length: Type.String({ description: '15日' }),
  source: Type.String(),
  quote: Type.Union([Type.String(), Type.Null()]),
  duty: Mark,
  size: Mark,
  pack: Type.String(),
});

export const RuleShown = Type.Object({
  clock: Type.Enum(Object.keys(CLOCKS) as ClockId[]),
  term: Term,
  promise: Type.Union([Term, Type.Null()], { description: '本地承诺的更短期限：先到的亮灯，法定的定是否超期' }),
  laxer: Type.Boolean({ description: '比国家规定宽，由操作者登记例外放行：只显示，不亮灯' }),
});
export type RuleShown = Static<typeof RuleShown>;

/** 本单位今天登记的事项按哪些期限办。 */
export const getRules = {
  method: 'GET',
  url: '/api/casework/rules',
  says: '现行期限规则',
  reply: Type.Object({ today: Day, version: Type.String(), packs: Type.Array(Type.String()), rules: Type.Array(RuleShown), rollLastDay: Type.Boolean() }),
} as const satisfies Endpoint;

/** 工作日历：放假和调休上班的日子；没有公布的年份为暂定。 */
export const getCalendar = {
  method: 'GET',
  url: '/api/casework/calendar',
  says: '工作日历',
  reply: Type.Object({
    today: Day,
    workingDay: Type.Boolean(),
    version: Type.String(),
    published: Type.Array(Type.Integer()),
    days: Type.Array(Type.Object({ date: Day, kind: Type.Enum(['holiday', 'makeup']), name: Type.String() })),
  }),
} as const satisfies Endpoint;
