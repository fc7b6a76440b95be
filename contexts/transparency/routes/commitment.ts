import type { FastifyInstance } from 'fastify';
import { textOf, type Form } from '#contexts/intake/index.ts';
import { isPlainDate } from '#kernel/dates.ts';
import { matterAt, type Counter } from './counter.ts';

type AtMatter = { Params: { at: string } };

/** 双向承诺书: read, signed of one's own free will, left again at any time. Without a script. */
export function commitmentRoutes(app: FastifyInstance, counter: Counter): void {
  app.get<AtMatter>('/commitment/:at', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    const found = matterAt(visit?.seen.page, request.params.at);
    if (!visit?.seen.page || !found?.matter.commitment) return reply.redirect(visit ? '/progress' : '/follow', 303);
    return counter.show(request, reply, { name: 'commitment', page: visit.seen.page, at: found.at });
  });

  app.post<AtMatter>('/commitment/:at', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    const page = visit?.seen.page;
    const found = matterAt(page, request.params.at);
    const commitment = found?.matter.commitment;
    const subject = found?.matter.subject;
    if (!visit) return counter.leave(request, reply);
    if (!page || !found || !commitment || !subject) return reply.redirect('/progress', 303);
    const form = request.body as Form;
    if (textOf(form, 'step') === 'cancel') {
      await counter.say(visit, { kind: 'commitment', subject, step: 'cancel', parts: [] });
      return counter.show(request, reply, { name: 'thanks', about: 'cancelCommitment' });
    }
    const { offer } = commitment;
    if (!offer) return counter.show(request, reply, { name: 'commitment', page, at: found.at }, 409);
    if (textOf(form, 'agreed') !== 'yes') return counter.show(request, reply, { name: 'commitment', page, at: found.at, problem: 'tick' }, 422);
    const until = textOf(form, 'until');
    const parts = textOf(form, 'parts').split(' ').filter(Boolean); // as they stood on the page that was read
    await counter.say(visit, { kind: 'commitment', subject, step: 'sign', parts, until: isPlainDate(until) ? until : offer.until });
    return counter.show(request, reply, { name: 'thanks', about: 'commitment' });
  });
}
