import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fits, textOf, type Form } from '#contexts/intake/index.ts';
import { ASKS } from '../domain/messages.ts';
import { againIn, matterAt, type Counter } from './counter.ts';

type AtAsk = { Params: { about: string; at: string } };

/** Asking for something in the matter itself: to withdraw, to take that back, another way, another officer. Sealed to the office. */
export function askRoutes(app: FastifyInstance, counter: Counter): void {
  app.get<AtAsk>('/ask/:about/:at', async (request, reply) => {
    const found = await find(request, reply);
    if (!found) return reply;
    const { text, headConcerned, newGround } = againIn(found.visit.seen, request);
    const more = { ...(text && { typed: text }), ...(headConcerned && { headConcerned: true }), ...(newGround && { newGround: true }) };
    return counter.show(request, reply, { name: 'ask', ...found.shown, ...more });
  });

  app.post<AtAsk>('/ask/:about/:at', async (request, reply) => {
    const found = await find(request, reply);
    if (!found) return reply;
    const typed = textOf(request.body as Form, 'text');
    const headConcerned = found.shown.about === 'recusal' && textOf(request.body as Form, 'headConcerned') === 'yes';
    const newGround = found.shown.about === 'recusal' && textOf(request.body as Form, 'newGround') === 'yes';
    const text = typed.trim();
    const problem = !text ? 'writeText' : fits(text, 'text') ? 'tooLong' : undefined;
    if (problem) return counter.show(request, reply, { name: 'ask', ...found.shown, typed, headConcerned, newGround, problem }, 422);
    const more = { ...(headConcerned && { headConcerned }), ...(newGround && { newGround }) };
    await counter.say(found.visit, { kind: 'ask', subject: found.subject, about: found.shown.about, text, ...more });
    return counter.show(request, reply, { name: 'thanks', about: 'ask' });
  });

  async function find(request: FastifyRequest<AtAsk>, reply: FastifyReply) {
    const visit = await counter.visit(request, reply);
    const page = visit?.seen.page;
    const matter = matterAt(page, request.params.at);
    const about = ASKS.find((one) => one === request.params.about);
    if (visit && page && about && matter?.matter.subject) return { visit, subject: matter.matter.subject, shown: { page, at: matter.at, about } };
    if (visit) reply.redirect('/progress', 303);
    else counter.leave(request, reply);
    return undefined;
  }
}
