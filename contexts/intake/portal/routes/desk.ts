import type { FastifyReply, FastifyRequest } from 'fastify';
import { countAttempts, placeOf, type Attempts } from '#platform/rate.ts';
import type { FilingPage } from '../domain/pages.ts';
import { openDraft, type OpenDraft } from '../drafts.ts';
import { frameOf } from '../frame.ts';
import type { FilingNeeds } from '../needs.ts';
import { openRoom, type Room } from '../room.ts';
import { codeCookie, type CodeCookie } from '../session.ts';

/** What the routes of filing share: their needs, the two cookies, the counter of wrong codes. */
export interface Desk {
  readonly needs: FilingNeeds;
  readonly draftCookie: CodeCookie;
  readonly queryCookie: CodeCookie;
  readonly attempts: Attempts;
  readonly room: Room;
  show(request: FastifyRequest, reply: FastifyReply, page: FilingPage, status?: number): Promise<FastifyReply>;
  /** The draft that this browser has open; nothing when it was left too long or handed over by a code that is gone. */
  find(request: FastifyRequest, reply: FastifyReply): Promise<OpenDraft | undefined>;
}

const DRAFT_MINUTES = 120;
export const QUERY_MINUTES = 30;

export function openDesk(needs: FilingNeeds): Desk {
  const draftCookie = codeCookie('draft', needs, DRAFT_MINUTES);
  return {
    needs,
    draftCookie,
    queryCookie: codeCookie('query', needs, QUERY_MINUTES),
    attempts: countAttempts(needs.now),
    room: openRoom({ db: needs.db, now: needs.now, region: () => needs.site().region }, needs.room),
    async show(request, reply, page, status = 200) {
      const frame = frameOf(request, reply, needs);
      return reply.status(status).type('text/html; charset=utf-8').send(needs.render(page, frame));
    },
    async find(request, reply) {
      const resumeCode = draftCookie.find(request);
      if (!resumeCode) return undefined;
      const { region } = needs.site();
      const open = await openDraft(needs, region, resumeCode);
      if (open) draftCookie.keep(reply, resumeCode); // from now on again
      return open;
    },
  };
}

/** One counter for one place, whichever code it tries. */
export const whereFrom = (request: FastifyRequest) => placeOf(request.ip);
