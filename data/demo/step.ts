/** How a step of a story is written down: its name, its day, and what the command asks for. */
import Type, { type Static, type TProperties } from 'typebox';

export const unit = Type.String({ pattern: '^[a-z-]+/[a-z-]+$' });
export const words = (min: number, max: number) => Type.String({ minLength: min, maxLength: max });
export const days = Type.Integer({ minimum: 1, maximum: 400 });
export const method = Type.Enum(['direct', 'adultFamily', 'leftAtHome', 'electronic', 'post', 'throughOrgan', 'queryCode']);
export const reason = words(4, 300);

/** Handed in: a file of the folder `files`, under the name that whoever sent it gave it. */
export const attached = Type.Object(
  { file: Type.String({ pattern: '^[a-z0-9-]+\\.(jpg|png|pdf|wav)$' }), name: words(5, 60) },
  { additionalProperties: false },
);
export type Attached = Static<typeof attached>;

export const step = <const Name extends string, Fields extends TProperties>(name: Name, fields: Fields) =>
  Type.Object({ ...fields, do: Type.Literal(name), day: Type.Integer({ minimum: 0, maximum: 366 }) }, { additionalProperties: false });
