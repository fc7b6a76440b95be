/** Sign-in at another authority (OpenID Connect): code flow with PKCE; only an account that exists here is let in. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as client from 'openid-client';
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { OidcRefusal } from '../contract/sign-in.ts';
import { openingsOf } from '../domain/four-eyes.ts';
import type { DirectoryNeeds, OidcSettings } from './needs.ts';
import type { Sessions } from './sessions.ts';
import { checkMayEnter, enter, findByLogin } from './sign-in.ts';

const FLOW = 'huiyin_oidc'; // what only this browser knows between start and return
const FLOW_SECONDS = 600;

export interface Oidc {
  start(reply: FastifyReply): Promise<FastifyReply>;
  finish(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
}

export function createOidc(needs: DirectoryNeeds, sessions: Sessions, settings: OidcSettings): Oidc {
  const { onTrouble = () => {} } = needs;
  const secure = needs.signIn?.secure ?? false;
  const cookie = { path: '/api/directory/oidc', httpOnly: true, sameSite: 'lax', secure, maxAge: FLOW_SECONDS } as const;
  let found: Promise<client.Configuration> | undefined;

  return { start, finish };

  /** Asked at the first sign-in and then remembered; a provider that was away is asked again. */
  function provider(): Promise<client.Configuration> {
    const { issuer, client: id, secret, insecure } = settings;
    const execute = [client.enableNonRepudiationChecks, ...(insecure ? [client.allowInsecureRequests] : [])]; // the token's signature is checked too
    found ??= client.discovery(new URL(issuer), id, secret, undefined, { execute }).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  }

  async function start(reply: FastifyReply): Promise<FastifyReply> {
    const flow = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
    try {
      const address = client.buildAuthorizationUrl(await provider(), {
        redirect_uri: settings.callback,
        scope: 'openid profile',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      });
      return reply.setCookie(FLOW, Buffer.from(JSON.stringify(flow)).toString('base64url'), cookie).redirect(address.href);
    } catch (error) {
      onTrouble(error);
      return refused(reply, 'oidc-unavailable');
    }
  }

  async function finish(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const flow = readFlow(request.cookies[FLOW]);
    reply.clearCookie(FLOW, cookie);
    if (!flow) return refused(reply, 'oidc-again');
    try {
      const tokens = await client.authorizationCodeGrant(await provider(), new URL(`${settings.callback}${searchOf(request)}`), {
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        pkceCodeVerifier: flow.verifier,
        idTokenExpected: true,
      });
      const login = tokens.claims()?.[settings.claim ?? 'preferred_username'];
      const account = typeof login === 'string' ? await findByLogin(needs, login) : undefined;
      if (!account) return refused(reply, 'oidc-unknown');
      checkMayEnter(needs, account);
      const opens = openingsOf(needs.directory.current(), account.person, dateInChina(needs.now())).length > 0;
      const { kind } = await enter(needs, account, 0, opens); // the other authority has asked for whatever it asks for; into the sealed line nobody new without both halves
      await sessions.begin(request, reply, { region: account.region, person: account.person, kind });
      return reply.redirect('/');
    } catch (error) {
      if (error instanceof Refusal) return refused(reply, 'oidc-locked');
      onTrouble(error);
      return refused(reply, 'oidc-failed');
    }
  }
}

/** The person is in the middle of a walk through browsers' pages: a page must come, not a problem document. */
const refused = (reply: FastifyReply, why: OidcRefusal) => reply.redirect(`/sign-in?refused=${why}`);

const searchOf = ({ url }: FastifyRequest) => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

function readFlow(text: string | undefined): { state: string; nonce: string; verifier: string } | undefined {
  try {
    const flow = JSON.parse(Buffer.from(text ?? '', 'base64url').toString());
    return typeof flow?.state === 'string' && typeof flow.nonce === 'string' && typeof flow.verifier === 'string' ? flow : undefined;
  } catch {
    return undefined;
  }
}
