import type { FastifyReply, FastifyRequest } from 'fastify';
import { findReceiptOf, frameOf, type FilingDesk, type Receipt } from '#contexts/intake/index.ts';
import { writtenIn } from '../domain/kept-words.ts';
import type { FollowPage } from '../domain/pages.ts';
import type { ProgressPage, PublicMatter } from '../domain/progress.ts';
import type { TypedName } from '../domain/refused.ts';
import { look, type Seen } from '../look.ts';
import type { PortalNeeds } from '../needs.ts';
import { say } from '../say.ts';
import type { Message } from '../domain/messages.ts';
import type { Sites } from '../sites.ts';

/** What a browser that holds a code has in front of it. */
export interface Visit {
  readonly code: string;
  readonly seen: Seen;
  readonly receipt?: Receipt; // handed in, and not yet published
}

/** What the routes around a query code share. */
export interface Counter {
  readonly needs: PortalNeeds;
  readonly desk: FilingDesk;
  readonly sites: () => Sites;
  show(request: FastifyRequest, reply: FastifyReply, page: FollowPage, status?: number): FastifyReply;
  open(code: string): Promise<Visit | undefined>;
  /** The visit of this browser; nothing when it was left too long. */
  visit(request: FastifyRequest, reply: FastifyReply): Promise<Visit | undefined>;
  /** Nobody is here any more, and a form was sent: that it was not taken, the field for the code, and what stood in the form. */
  leave(request: FastifyRequest, reply: FastifyReply): FastifyReply;
  say(visit: { readonly seen: Pick<Seen, 'region' | 'codeHmac'> }, message: Message): Promise<void>;
}

export function openCounter(needs: PortalNeeds, desk: FilingDesk, sites: () => Sites): Counter {
  const lookNeeds = { ...needs, sites };
  const open = async (code: string): Promise<Visit | undefined> => {
    const seen = await look(lookNeeds, code);
    if (seen.page) return { code, seen };
    const receipt = await findReceiptOf(needs, seen.region, code);
    if (receipt) return { code, seen, receipt };
    return seen.refused.length > 0 ? { code, seen } : undefined; // who could not join a matter reads why under the code they got
  };
  const show: Counter['show'] = (request, reply, page, status = 200) => {
    const frame = frameOf(request, reply, { ...needs, site: () => sites().home });
    return reply.status(status).type('text/html; charset=utf-8').send(needs.render(page, frame));
  };
  return {
    needs,
    desk,
    sites,
    open,
    show,
    leave(request, reply) {
      return show(request, reply, { name: 'follow', written: writtenIn(request.body) }, 403);
    },
    async visit(request, reply) {
      const code = desk.queryCookie.find(request);
      const visit = code === undefined ? undefined : await open(code);
      if (visit) desk.queryCookie.keep(reply, visit.code);
      return visit;
    },
    say: ({ seen }, message) => say(needs, seen, message),
  };
}

/** `?again=…`: what could not be done, to be written anew from the words of before. */
export function againIn({ refused }: Seen, request: FastifyRequest): Readonly<Partial<Record<TypedName, string>>> {
  const { again } = request.query as { again?: unknown };
  const saying = refused.find(({ id }) => id === again);
  return Object.fromEntries((saying?.typed ?? []).map(({ name, value }) => [name, value]));
}

/** '/rate/2' is about the second matter. */
export function matterAt(page: ProgressPage | undefined, text: string): { readonly at: number; readonly matter: PublicMatter } | undefined {
  const at = /^\d{1,3}$/.test(text) ? Number(text) - 1 : -1;
  const matter = page?.matters[at];
  return matter && { at, matter };
}
