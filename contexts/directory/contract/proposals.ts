/** 两人同意: what would let somebody into the sealed line, proposed by one, agreed to by another. */
import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Uuid } from '#kernel/shapes.ts';
import { Day, Done } from './shared.ts';

/** Told to whoever proposed. The half of the one-time password is shown this once. */
export const Waiting = Type.Object({
  proposal: Uuid,
  until: Day,
  who: Type.Array(Type.String(), { description: '现在可以同意的人' }),
  firstHalf: Type.Optional(Type.String({ description: '一次性密码的前半，只显示这一次' })),
});
export type Waiting = Static<typeof Waiting>;

/** What was done, or, where another person has to agree first, what it waits for. */
export const DoneOrWaiting = Type.Object({ ...Done.properties, waiting: Type.Optional(Waiting) });

export const Proposal = Type.Object({
  region: Type.String(),
  id: Uuid,
  label: Type.String({ description: '要办什么' }),
  whom: Type.String({ description: '给谁：姓名、账号' }),
  detail: Type.String(),
  opens: Type.Array(Type.String(), { description: '同意后能看到什么' }),
  by: Type.String({ description: '谁提出，哪个单位' }),
  at: Type.String({ format: 'date-time' }),
  until: Day,
  renews: Type.Boolean({ description: '同意时换一次性密码，前半、后半分别在两个人手里' }),
  state: Type.Enum(['open', 'agreed', 'refused', 'withdrawn', 'expired']),
  who: Type.Array(Type.String()),
  lately: Type.Array(Type.String(), { description: '这个账号三十天内由管理员办过什么' }),
  mayDecide: Type.Boolean(),
  mayWithdraw: Type.Boolean(),
  decidedBy: Type.Optional(Type.String()),
  decidedAt: Type.Optional(Type.String({ format: 'date-time' })),
  reason: Type.Optional(Type.String()),
});
export type Proposal = Static<typeof Proposal>;

/** 与我有关的：等我同意的、我提出的、给我办的；在服务器命令行同意的，告诉每个密件经办人和信访部门负责人. */
export const listProposals = { method: 'GET', url: '/api/directory/proposals', reply: Type.Array(Proposal) } as const satisfies Endpoint;

const ProposalParams = Type.Object({ region: Type.String({ maxLength: 60 }), id: Uuid });

export const agreeToProposal = {
  method: 'POST',
  url: '/api/directory/proposals/:region/:id/agree',
  params: ProposalParams,
  reply: Type.Object({ secondHalf: Type.Optional(Type.String({ description: '一次性密码的后半，只显示这一次' })) }),
} as const satisfies Endpoint;

export const refuseProposal = {
  method: 'POST',
  url: '/api/directory/proposals/:region/:id/refuse',
  params: ProposalParams,
  body: Type.Object({ reason: Type.String({ minLength: 2, maxLength: 200 }) }, { additionalProperties: false }),
  reply: Done,
} as const satisfies Endpoint;

export const withdrawProposal = {
  method: 'POST',
  url: '/api/directory/proposals/:region/:id/withdraw',
  params: ProposalParams,
  reply: Done,
} as const satisfies Endpoint;
