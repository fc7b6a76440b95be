import Type from 'typebox';

/** Shapes that every contract speaks of: an id, a day, a tenant, a unit. Told once, so that no two endpoints take different ones for the same thing. */
export const Uuid = Type.String({ format: 'uuid' });
export const Day = Type.String({ format: 'date' }); // PlainDate, the day in China
export const Region = Type.String({ pattern: '^[a-z0-9-]{2,40}$' });
export const UnitCode = Type.String({ pattern: '^[a-z0-9-]+/[a-z0-9-]+$', maxLength: 120, description: '单位代码：租户/单位' });
