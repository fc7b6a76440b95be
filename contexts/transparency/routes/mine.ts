import type { FastifyInstance } from 'fastify';
import { fits, textOf, type Form } from '#contexts/intake/index.ts';
import { WISHES, type Wish } from '../domain/mine.ts';
import { copyOf } from '../copy-json.ts';
import { againIn, type Counter } from './counter.ts';

/** 我的信息: what is held, a copy to take away, and what may be asked. Everything without a script. */
export function mineRoutes(app: FastifyInstance, counter: Counter): void {
  const { needs } = counter;

  app.get('/my-information', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    if (!visit?.seen.page) return reply.redirect(visit ? '/progress' : '/follow', 303);
    const { page, refused } = visit.seen;
    const { text } = againIn(visit.seen, request);
    return counter.show(request, reply, { name: 'mine', page, refused, pdf: needs.copyPdf !== undefined, ...(text && { typed: { text } }) });
  });

  app.get('/my-information/copy.json', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    if (!visit?.seen.page) return reply.redirect('/follow', 303);
    const name = encodeURIComponent(`个人信息副本 ${visit.seen.page.intake.no}.json`);
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(`${JSON.stringify(copyOf(visit.seen.page), undefined, 2)}\n`);
  });

  app.get('/my-information/copy.pdf', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    if (!visit?.seen.page || !needs.copyPdf) return reply.redirect('/follow', 303);
    const pdf = await needs.copyPdf(visit.seen.page, counter.sites().home, needs.now());
    const name = encodeURIComponent(`个人信息副本 ${visit.seen.page.intake.no}.pdf`);
    return reply.type('application/pdf').header('content-disposition', `attachment; filename*=UTF-8''${name}`).send(Buffer.from(pdf));
  });

  app.post('/my-information', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    const page = visit?.seen.page;
    if (!visit || !page) return counter.leave(request, reply);
    const form = request.body as Form;
    const text = textOf(form, 'text').trim();
    const wish = WISHES.find((one): one is Wish => one === textOf(form, 'wish'));
    const problem = !wish ? 'chooseWish' : text.length < 2 ? 'writeText' : fits(text, 'text') ? 'tooLong' : undefined;
    if (!wish || problem) {
      const typed = { text: textOf(form, 'text'), ...(wish && { wish }) };
      return counter.show(
        request,
        reply,
        { name: 'mine', page, refused: visit.seen.refused, pdf: needs.copyPdf !== undefined, typed, problem: problem ?? 'chooseWish' },
        422,
      );
    }
    await counter.say(visit, { kind: 'privacy', wish, text });
    return counter.show(request, reply, { name: 'thanks', about: 'privacy' });
  });
}
