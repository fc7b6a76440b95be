/** Signing in and out over HTTP. */
import type { FastifyInstance } from 'fastify';
import { Refusal } from '#kernel/refusal.ts';
import { serve } from '#platform/http.ts';
import { finishOidc, getSignInPage, listDemoAccounts, signIn, signInSecond, signOut, startOidc } from '../contract.ts';
import type { DirectoryNeeds } from '../handle/needs.ts';
import { createOidc } from '../handle/oidc.ts';
import type { Sessions } from '../handle/sessions.ts';
import { checkPassword, checkSecond, nextOf } from '../handle/sign-in.ts';

export function signInRoutes(app: FastifyInstance, needs: DirectoryNeeds, sessions: Sessions): void {
  const { demo, oidc: settings } = needs.signIn ?? {};
  const oidc = settings && createOidc(needs, sessions, settings);

  serve(app, getSignInPage, async ({ actor }) => ({
    demo: demo !== undefined,
    signedIn: actor !== undefined,
    ...(settings && { oidc: { label: settings.label ?? '统一身份认证', start: startOidc.url } }),
  }));

  serve(app, listDemoAccounts, async () => {
    if (!demo) throw new Refusal('NotFound', '这里不是演示系统，没有演示账号。请用本单位发给您的账号登录。');
    return [...demo];
  });

  serve(app, signIn, async ({ request, reply, body: { login, password } }) => {
    const admitted = await checkPassword(needs, login, password);
    const { region, person } = admitted.account;
    await sessions.begin(request, reply, { region, person, kind: admitted.kind });
    return nextOf(admitted);
  });

  serve(app, signInSecond, async ({ request, reply, body: { code } }) => {
    const half = await sessions.find(request);
    if (half?.session.kind !== 'second') throw new Refusal('NotSignedIn', '请先输入账号和密码；输入后 5 分钟内再输动态口令。');
    const admitted = await checkSecond(needs, half.session, code);
    const { region, person } = admitted.account;
    await sessions.begin(request, reply, { region, person, kind: admitted.kind });
    return nextOf(admitted);
  });

  serve(app, signOut, async ({ request, reply }) => ({ signedOut: await sessions.end(request, reply) }));

  serve(app, startOidc, async ({ reply }) => (oidc ?? notConfigured()).start(reply));
  serve(app, finishOidc, async ({ request, reply }) => (oidc ?? notConfigured()).finish(request, reply));
}

function notConfigured(): never {
  throw new Refusal('NotFound', '本系统没有接入统一身份认证，请用账号和密码登录。');
}
