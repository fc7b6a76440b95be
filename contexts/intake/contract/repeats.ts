import Type from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Region, Uuid } from '#kernel/shapes.ts';

/** An earlier matter of whoever wrote, and what the rule would say of this one beside it. It proposes; a person compares and decides. */

export const EarlierMatter = Type.Object({
  region: Region,
  matter: Uuid,
  no: Type.String(),
  title: Type.String(),
  stageName: Type.String(),
  receivedOn: Type.String({ format: 'date' }),
  proposals: Type.Array(Type.Object({ when: Type.String(), kind: Type.String(), name: Type.String(), does: Type.String(), article: Type.String() }), {
    description: '对照后是哪种情况、规则提出是哪一种、接着怎么办；由人决定',
  }),
});

/** 同一信访人先前的事项，只为对照是不是同一件；只列本单位经手的，查一次留一次痕，不计次数。 */
export const findEarlierMatters = {
  method: 'GET',
  url: '/api/intake/:region/:intake/earlier',
  params: Type.Object({ region: Region, intake: Uuid }),
  reply: Type.Array(EarlierMatter),
} as const satisfies Endpoint;
