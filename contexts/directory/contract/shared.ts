/** Shapes that several endpoints of the directory share. */
import Type, { type Static } from 'typebox';
import { ALL_ROLES } from '#kernel/roles.ts';
import { Day, UnitCode, Uuid } from '#kernel/shapes.ts';

export { Day, UnitCode };

export const RoleName = Type.Enum(ALL_ROLES);
export const PersonId = Uuid;
export const Password = Type.String({ minLength: 1, maxLength: 200 });
export const NewPassword = Type.String({ minLength: 10, maxLength: 200, description: '至少 10 个字符' });
export const Code = Type.String({ minLength: 6, maxLength: 20, description: '六位动态口令，或恢复码' });

export const AccountParams = Type.Object({ region: Type.String({ maxLength: 60 }), person: PersonId });
export const Done = Type.Object({ done: Type.Array(Type.String()) });

/** One unit that the person may act for, with what they are there. */
export const Post = Type.Object({
  unit: UnitCode,
  unitName: Type.String(),
  post: Type.String(),
  roles: Type.Array(RoleName),
  from: Day,
  to: Type.Optional(Day),
  standsInFor: Type.Optional(Type.String({ description: '代班：代谁，姓名' })),
});
export type Post = Static<typeof Post>;
