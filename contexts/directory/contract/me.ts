/** One's own account: who am I, for which unit, with which password and second factor. */
import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Code, Done, NewPassword, Password, PersonId, Post, RoleName, UnitCode } from './shared.ts';

export const Me = Type.Object({
  person: PersonId,
  name: Type.String(),
  login: Type.String(),
  phone: Type.String(),
  unit: Type.Optional(UnitCode),
  unitName: Type.Optional(Type.String()),
  region: Type.String(),
  roles: Type.Array(RoleName),
  posts: Type.Array(Post, { description: '可以代表的单位' }),
  csrf: Type.String({ description: '写操作须放在请求头 x-csrf-token 中' }),
  demo: Type.Boolean(),
  secondFactor: Type.Boolean(),
  mustChangePassword: Type.Boolean(),
});
export type Me = Static<typeof Me>;

/** 我是谁. 401 `NotSignedIn` when nobody is signed in. */
export const me = { method: 'GET', url: '/api/directory/me', open: true, reply: Me } as const satisfies Endpoint;

/** 换一个单位办事. */
export const chooseUnit = {
  method: 'POST',
  url: '/api/directory/me/unit',
  open: true,
  body: Type.Object({ unit: UnitCode }),
  reply: Me,
} as const satisfies Endpoint;

/** 改密码. Every other sign-in of the account ends; this one goes on under a new token. */
export const changePassword = {
  method: 'POST',
  url: '/api/directory/me/password',
  open: true,
  body: Type.Object({ old: Password, new: NewPassword }),
  reply: Me,
} as const satisfies Endpoint;

/** 启用动态口令，第一步：扫码. The password is asked again, so that an open screen cannot be used for it. */
export const enrolSecondFactor = {
  method: 'POST',
  url: '/api/directory/me/second-factor',
  open: true,
  body: Type.Object({ password: Password }),
  reply: Type.Object({ secret: Type.String(), uri: Type.String(), qr: Type.String({ description: 'SVG 图' }) }),
} as const satisfies Endpoint;

/** 启用动态口令，第二步：输入一次，领取恢复码. The codes are shown this once. */
export const confirmSecondFactor = {
  method: 'POST',
  url: '/api/directory/me/second-factor/confirm',
  open: true,
  body: Type.Object({ code: Code }),
  reply: Type.Object({ recoveryCodes: Type.Array(Type.String()) }),
} as const satisfies Endpoint;

/** 停用动态口令. */
export const dropSecondFactor = {
  method: 'POST',
  url: '/api/directory/me/second-factor/drop',
  open: true,
  body: Type.Object({ password: Password, code: Code }),
  reply: Done,
} as const satisfies Endpoint;
