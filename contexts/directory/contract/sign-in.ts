/** Signing in and out: password, second factor, another authority's sign-in (OIDC). */
import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Code, Password } from './shared.ts';

/** What the sign-in page must know before anybody is known; accounts are listed in demonstration mode only. */
export const getSignInPage = {
  method: 'GET',
  url: '/api/directory/sign-in',
  open: true,
  reply: Type.Object({
    demo: Type.Boolean(),
    oidc: Type.Optional(Type.Object({ label: Type.String(), start: Type.String() })),
    signedIn: Type.Boolean(),
  }),
} as const satisfies Endpoint;

export const DemoAccount = Type.Object({
  login: Type.String(),
  password: Type.String(),
  name: Type.String(),
  unit: Type.String(),
  unitName: Type.String(),
  post: Type.String(),
  tryThis: Type.Optional(Type.String({ description: '可以试试什么' })),
});
export type DemoAccount = Static<typeof DemoAccount>;

/** 演示账号；不在演示模式时查无此页. */
export const listDemoAccounts = {
  method: 'GET',
  url: '/api/directory/demo-accounts',
  open: true,
  reply: Type.Array(DemoAccount),
} as const satisfies Endpoint;

/** `done`: in; `second`: the TOTP code is still to come; `password`: in, but nothing else until a new password is set. */
export const SignInNext = Type.Object({
  next: Type.Enum(['done', 'second', 'password']),
  failuresBefore: Type.Integer({ description: '上次登录以来输错的次数' }),
});
export type SignInNext = Static<typeof SignInNext>;

/** 登录. The account is 'lilan@qinghe'; the part after @ may be left out where the name is unique here. */
export const signIn = {
  method: 'POST',
  url: '/api/directory/sign-in',
  open: true,
  body: Type.Object({ login: Type.String({ minLength: 1, maxLength: 100 }), password: Password }),
  reply: SignInNext,
} as const satisfies Endpoint;

/** 第二步：动态口令或恢复码. */
export const signInSecond = {
  method: 'POST',
  url: '/api/directory/sign-in/second',
  open: true,
  body: Type.Object({ code: Code }),
  reply: SignInNext,
} as const satisfies Endpoint;

export const signOut = {
  method: 'POST',
  url: '/api/directory/sign-out',
  open: true,
  reply: Type.Object({ signedOut: Type.Boolean() }),
} as const satisfies Endpoint;

/** 统一身份认证：转到认证方. Answers with a redirect, not with JSON. */
export const startOidc = { method: 'GET', url: '/api/directory/oidc/start', open: true, reply: Type.Any() } as const satisfies Endpoint;

/** 统一身份认证：认证方转回. Redirects to the workbench, or to the sign-in page with ?refused=…. */
export const finishOidc = { method: 'GET', url: '/api/directory/oidc/callback', open: true, reply: Type.Any() } as const satisfies Endpoint;

/** Why the other authority's sign-in led back to this page: a code in the address, its sentence here and nowhere else. */
export const OIDC_REFUSALS = {
  'oidc-unavailable': '统一身份认证暂时连不上，请稍后再试，或者用账号和密码登录。',
  'oidc-again': '登录停留得太久了，请重新点一次统一身份认证。',
  'oidc-unknown': '统一身份认证已通过，但名录中没有您的账号。请联系本单位系统管理员。',
  'oidc-locked': '您的账号已停用，或者目前没有职务。请联系本单位系统管理员。',
  'oidc-failed': '统一身份认证没有成功，请再试一次，或者用账号和密码登录。',
} as const satisfies Record<string, string>;
export type OidcRefusal = keyof typeof OIDC_REFUSALS;
