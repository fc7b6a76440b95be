import Type, { type Static } from 'typebox';
import { CLOCKS } from '#kernel/clocks/index.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Day } from '#kernel/shapes.ts';

/** What the clocks are counted by: the working calendar, and which length is in force on what proof. */
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

export const LimitShown = Type.Object({
  name: Type.String(),
  length: Type.String({ description: '60日' }),
  source: Type.String(),
  evidence: Mark,
});
export type LimitShown = Static<typeof LimitShown>;

/** 本单位今天登记的事项按哪些期限办。 */
export const getRules = {
  method: 'GET',
  url: '/api/casework/rules',
  says: '现行期限规则',
  reply: Type.Object({
    today: Day,
    version: Type.String(),
    packs: Type.Array(Type.String()),
    rules: Type.Array(RuleShown),
    limits: Type.Array(LimitShown, { description: '不起算期限的数：别人定的日子至多多远、公示多久' }),
    offlineHours: Type.Integer({ description: '没有网络时登记的，隔多久以内以设备上的时间为准' }),
    rollLastDay: Type.Boolean(),
  }),
} as const satisfies Endpoint;

const HolidayDay = Type.Object({ date: Day, kind: Type.Enum(['holiday', 'makeup']), name: Type.String() });
const Recount = Type.Object({ version: Type.String(), open: Type.Integer(), moved: Type.Integer(), done: Type.Boolean() });

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
    days: Type.Array(HolidayDay),
    missing: Type.Union([Type.Integer(), Type.Null()], { description: '10月1日起，明年的放假安排还没有导入的，写明是哪一年' }),
    notice: Type.Union([Type.String(), Type.Null()], { description: '最近导入的放假通知；没有导入过的为空' }),
    recount: Type.Union([Recount, Type.Null()], { description: '本地区按现行日历重算到哪里' }),
  }),
} as const satisfies Endpoint;

const NoticeBody = Type.Object({
  year: Type.Integer({ minimum: 2000, maximum: 2099 }),
  document: Type.String({ minLength: 4, maxLength: 200, description: '通知的文号或者名称' }),
  text: Type.String({ minLength: 4, maxLength: 20_000, description: '通知原文，或者每行一天：2027-01-01 放假 元旦' }),
});

const Moved = Type.Object({ clock: Type.String(), holder: Type.String(), from: Day, to: Day, count: Type.Integer() });

/** 先看认出了哪些日子、哪些在走的期限会变、从哪天变到哪天，再导入。只按期限和单位列，看不到事项。 */
export const previewNotice = {
  method: 'POST',
  url: '/api/casework/calendar/notices/preview',
  says: '预览放假通知',
  body: NoticeBody,
  reply: Type.Object({
    year: Type.Integer(),
    version: Type.String(),
    days: Type.Array(HolidayDay),
    running: Type.Integer({ description: '看过多少个在走的期限' }),
    more: Type.Boolean({ description: '还有没看的，导入后同样重算' }),
    told: Type.Integer({ description: '按新的安排会提前、因为已经告诉过人而不动的' }),
    moved: Type.Array(Moved),
  }),
} as const satisfies Endpoint;

/** 导入国务院办公厅的放假通知：在走的期限随后重算，已经告诉人的日子绝不提前。 */
export const importNotice = {
  method: 'POST',
  url: '/api/casework/calendar/notices',
  says: '导入放假通知',
  body: NoticeBody,
  reply: Type.Object({ version: Type.String() }),
} as const satisfies Endpoint;
