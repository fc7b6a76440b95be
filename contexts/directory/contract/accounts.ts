/** Accounts of officials: made, given roles, locked; and who stands in for whom. Every act is an action of history. */
import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { DoneOrWaiting, Waiting } from './proposals.ts';
import { AccountParams, Day, Done, PersonId, Post, RoleName, UnitCode } from './shared.ts';

export const Account = Type.Object({
  region: Type.String(),
  person: PersonId,
  login: Type.String(),
  name: Type.String(),
  phone: Type.String(),
  posts: Type.Array(Post),
  locked: Type.Boolean(),
  secondFactor: Type.Boolean(),
  opensSealed: Type.Boolean({ description: '能看检举控告：密码、口令、恢复都要另一人同意' }),
  lastSignInAt: Type.Optional(Type.String({ format: 'date-time' })),
});
export type Account = Static<typeof Account>;

/** 本租户的账号. */
export const listAccounts = { method: 'GET', url: '/api/directory/accounts', reply: Type.Array(Account) } as const satisfies Endpoint;

/** Of an account that opens the sealed line there is no password before another person has agreed. */
const OneTime = Type.Object({
  person: PersonId,
  login: Type.String(),
  oneTimePassword: Type.Optional(Type.String({ description: '只显示这一次' })),
  waiting: Type.Optional(Waiting),
});

export const createAccount = {
  method: 'POST',
  url: '/api/directory/accounts',
  body: Type.Object(
    {
      login: Type.String({ pattern: '^[a-z][a-z0-9.-]{1,39}$', description: '小写字母开头，不含 @' }),
      name: Type.String({ minLength: 1, maxLength: 60 }),
      phone: Type.String({ maxLength: 40 }),
      unit: UnitCode,
      post: Type.String({ minLength: 1, maxLength: 60 }),
      roles: Type.Array(RoleName, { uniqueItems: true }),
    },
    { additionalProperties: false },
  ),
  reply: OneTime,
} as const satisfies Endpoint;

/** 在某单位的职务和角色；`roles` 为空即不再代表该单位. */
export const setRoles = {
  method: 'POST',
  url: '/api/directory/accounts/:region/:person/roles',
  params: AccountParams,
  body: Type.Object(
    {
      unit: UnitCode,
      post: Type.String({ minLength: 1, maxLength: 60 }),
      roles: Type.Array(RoleName, { uniqueItems: true }),
    },
    { additionalProperties: false },
  ),
  reply: DoneOrWaiting,
} as const satisfies Endpoint;

/** 重置密码. All sign-ins of the account end; the one-time password must be changed at the next. */
export const resetPassword = {
  method: 'POST',
  url: '/api/directory/accounts/:region/:person/password',
  params: AccountParams,
  reply: OneTime,
} as const satisfies Endpoint;

/** 解除动态口令，用于手机遗失. */
export const removeSecondFactor = {
  method: 'POST',
  url: '/api/directory/accounts/:region/:person/second-factor/remove',
  params: AccountParams,
  reply: DoneOrWaiting,
} as const satisfies Endpoint;

export const lockAccount = {
  method: 'POST',
  url: '/api/directory/accounts/:region/:person/lock',
  params: AccountParams,
  body: Type.Object({ reason: Type.String({ minLength: 2, maxLength: 200 }) }, { additionalProperties: false }),
  reply: Done,
} as const satisfies Endpoint;

export const unlockAccount = {
  method: 'POST',
  url: '/api/directory/accounts/:region/:person/unlock',
  params: AccountParams,
  reply: DoneOrWaiting,
} as const satisfies Endpoint;

export const AccountAct = Type.Object({
  type: Type.String(),
  label: Type.String({ description: '做了什么' }),
  at: Type.String({ format: 'date-time' }),
  by: Type.String(),
  byUnit: Type.String(),
  detail: Type.String(),
});
export type AccountAct = Static<typeof AccountAct>;

/** 账号留痕. */
export const getAccountHistory = {
  method: 'GET',
  url: '/api/directory/accounts/:region/:person/history',
  params: AccountParams,
  reply: Type.Array(AccountAct),
} as const satisfies Endpoint;

/** 代班: `substitute` has the roles of `person` in `unit` from one day to another, both included. */
export const nameSubstitute = {
  method: 'POST',
  url: '/api/directory/accounts/:region/:person/substitute',
  params: AccountParams,
  body: Type.Object({ unit: UnitCode, substitute: PersonId, from: Day, to: Day }, { additionalProperties: false }),
  reply: DoneOrWaiting,
} as const satisfies Endpoint;

export const endSubstitute = {
  method: 'POST',
  url: '/api/directory/accounts/:region/:person/substitute/end',
  params: AccountParams,
  body: Type.Object({ unit: UnitCode, substitute: PersonId }, { additionalProperties: false }),
  reply: Done,
} as const satisfies Endpoint;
