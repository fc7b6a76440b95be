/** Schemas that several endpoints of the sealed line share. */
import Type from 'typebox';
import { CLOCK_IDS } from '#kernel/clocks/index.ts';
import { LINES, MARKS, REPORT_POSTS, REPORTS, WHOM, type Line, type Mark, type ReportKind, type ReportPost, type Whom } from '../domain/actions.ts';
import { SEALED_STAGES, type Stage } from '../domain/file.ts';

import { Day, Region, Uuid } from '#kernel/shapes.ts';

export { Day, Region, Uuid };

export const names = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as K[];

export const Moment = Type.String({ format: 'date-time' });
export const Unit = Type.String({ pattern: '^[a-z0-9-]+/[a-z0-9-]+$', maxLength: 120, title: '单位' });
export const Null = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const Line1 = (min: number, max: number, title: string) => Type.String({ minLength: min, maxLength: max, title });

export const StageName = Type.Enum(names<Stage>(SEALED_STAGES));
export const WhomName = Type.Enum(names<Whom>(WHOM), { title: '被反映的是' });
export const LineName = Type.Enum(names<Line>(LINES), { title: '由哪条线接收' });
export const MarkName = Type.Enum(names<Mark>(MARKS), { title: '办理情况' });
export const ReportName = Type.Enum(names<ReportKind>(REPORTS), { title: '报送什么' });
export const PostName = Type.Enum(names<ReportPost>(REPORT_POSTS));
export const ClockName = Type.Enum([...CLOCK_IDS]);
export const Named = Type.Object({ unit: Unit, name: Type.String() });

export const FileParams = Type.Object({ region: Region, file: Uuid });
export const Seen = Type.Integer({ minimum: 0, description: '页面上的末号；别人先办了即说明' });
export const Pages = Type.Integer({ minimum: 1, maximum: 100_000, title: '页数' });
export const SealNo = Type.String({ pattern: '^[A-Za-z0-9-]{2,30}$', title: '封签号' });
export const Done = Type.Object({ n: Type.Integer() });

export const ClockShown = Type.Object({
  clock: ClockName,
  key: Type.String(),
  name: Type.String(),
  startedOn: Day,
  lightOn: Day,
  legalOn: Day,
  stoppedOn: Null(Day),
  outcome: Null(Type.Enum(['kept', 'late', 'stopped'])),
  provisional: Type.Boolean(),
  standing: Type.Enum(['law', 'practice', 'default', 'unconfirmed'], { description: '依据的性质；default 为系统默认，不是法定' }),
  lines: Type.Array(Type.Object({ word: Type.String(), text: Type.String() })),
});
