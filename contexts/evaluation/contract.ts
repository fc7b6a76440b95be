import Type from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { GRADES, type Grade } from './domain/evaluation.ts';
import { Day, Region, Uuid } from '#kernel/shapes.ts';

/** What staff may see of ratings. There is no endpoint by which staff could make one. */
const Graded = Type.Object({ grade: Type.Enum(Object.keys(GRADES) as Grade[]), faults: Type.Array(Type.String()), text: Type.String() });

const Batch = Type.Object({ rated: Type.Integer(), satisfied: Type.Integer(), basicallySatisfied: Type.Integer(), dissatisfied: Type.Integer() });

/** 一件事项的评价。评价期内对办理单位不公开；不评的就是未评价。 */
export const getEvaluation = {
  method: 'GET',
  url: '/api/evaluation/matters/:region/:matter',
  params: Type.Object({ region: Region, matter: Uuid }),
  reply: Type.Object({
    state: Type.Enum(['notDue', 'open', 'closed']),
    closesOn: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
    hidden: Type.Boolean({ description: '评价期内，办理单位看不到' }),
    ownHidden: Type.Boolean({ description: '评价期内，被评的信访部门看不到对自己的评价' }),
    petitionDept: Type.Union([Graded, Type.Null()]),
    handlingUnit: Type.Union([Graded, Type.Null()]),
    callBack: Type.Boolean({ description: '信访人要求打电话听意见' }),
    calls: Type.Array(Type.Object({ on: Day, reached: Type.Boolean(), text: Type.String() }), { description: '打过的回访；办理单位看不到' }),
    members: Type.Object(
      { petitionDept: Type.Union([Batch, Type.Null()]), handlingUnit: Type.Union([Batch, Type.Null()]) },
      { description: '联名事项成员各自的评价，满5人才成批显示；没有评的不在其中' },
    ),
  }),
} as const satisfies Endpoint;

/** 评价时要求打电话、还没有打通的。只列给打电话的信访部门，办理单位看不到。 */
export const listCalls = {
  method: 'GET',
  url: '/api/evaluation/calls',
  reply: Type.Object({
    rows: Type.Array(
      Type.Object({
        region: Region,
        matter: Uuid,
        no: Type.String(),
        title: Type.String(),
        unit: Type.String({ description: '办理单位' }),
        askedOn: Day,
        tries: Type.Integer({ description: '打过几次没有打通' }),
      }),
    ),
  }),
} as const satisfies Endpoint;

/** 登记评价的回访：打通没有、说了什么。不改变评价。 */
export const recordRatingCall = {
  method: 'POST',
  url: '/api/evaluation/matters/:region/:matter/call',
  params: Type.Object({ region: Region, matter: Uuid }),
  body: Type.Object({ reached: Type.Boolean(), record: Type.String({ minLength: 1, maxLength: 2000 }) }),
  reply: Type.Object({}),
} as const satisfies Endpoint;

const Members = Type.Object(
  {
    rated: Type.Integer({ description: '几名成员评了' }),
    told: Type.Integer({ description: '其中分了等次的；不满5人的并在一起，还不满5人就不分' }),
    satisfied: Type.Union([Type.Integer(), Type.Null()]),
    basically: Type.Union([Type.Integer(), Type.Null()]),
  },
  { description: '联名事项成员各自的评价，按人数' },
);

const Figure = Type.Object({
  closed: Type.Integer({ description: '评价期已过的件数' }),
  rated: Type.Integer(),
  satisfied: Type.Union([Type.Integer(), Type.Null()], { description: '少于5件评价时为空，显示“少于5”' }),
  basically: Type.Union([Type.Integer(), Type.Null()]),
  members: Members,
});

/** 对本单位的评价汇总：评价期已过的件，少于5件评价的不分等次。 */
export const getRatings = {
  method: 'GET',
  url: '/api/evaluation/own',
  reply: Type.Object({ asDept: Figure, asUnit: Figure }),
} as const satisfies Endpoint;
