import type { FastifyReply, FastifyRequest } from 'fastify';
import { seal, unseal, type Key } from '#platform/keys.ts';

/**
 * A code stays with the browser for a while so that it never has to stand in an
 * address: sealed, out of reach of scripts, gone with the window, and of no use
 * after a time without a page.
 */
export interface CodeCookie {
  keep(reply: FastifyReply, code: string): void;
  find(request: FastifyRequest): string | undefined;
  forget(reply: FastifyReply): void;
}

export function codeCookie(name: string, needs: { readonly cookies: Key; readonly now: () => Date; readonly secure?: boolean }, minutes: number): CodeCookie {
  const { cookies: key, now, secure = false } = needs;
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    keep(reply, code) {
      const body = JSON.stringify({ code, until: now().getTime() + minutes * 60_000 });
      reply.setCookie(name, seal(key, Buffer.from(body), name).toString('base64url'), options);
    },
    find(request) {
      const sealed = request.cookies[name];
      if (!sealed) return undefined;
      try {
        const { code, until } = JSON.parse(unseal(key, Buffer.from(sealed, 'base64url'), name).toString());
        if (until < now().getTime()) return undefined;
        request.usedCode = true;
        return code;
      } catch {
        return undefined; // made by somebody else, or with a key that has been changed
      }
    },
    forget: (reply) => void reply.clearCookie(name, options),
  };
}
