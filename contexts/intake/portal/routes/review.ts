import type { FastifyInstance } from 'fastify';
import QRCode from 'qrcode';
import { readCode, showCode } from '../code.ts';
import type { Qr } from '../domain/pages.ts';
import { firstOpen, stepBefore, STEPS } from '../domain/steps.ts';
import { openDraft } from '../drafts.ts';
import { textOf, type Form } from '../form.ts';
import { frameOf } from '../frame.ts';
import { firstPromise } from '../promise.ts';
import { findReceiptOf, submit } from '../submit.ts';
import { whereFrom, type Desk } from './desk.ts';
import { questionOf } from './questions.ts';

/** Reading it once more, handing it in, and the receipt. */
export function reviewRoutes(app: FastifyInstance, desk: Desk): void {
  const { needs } = desk;

  app.get('/file/review', async (request, reply) => {
    const open = await desk.find(request, reply);
    if (open?.draft.submitted || (!open && desk.queryCookie.find(request))) return reply.redirect('/receipt', 303); // handed in already
    if (!open) return desk.show(request, reply, { name: 'file-expired' }, 410);
    const { answers } = open.draft;
    const missing = firstOpen(answers);
    if (missing) return desk.show(request, reply, { ...questionOf(missing.step, open, { toReview: true }), problems: missing.problems }, 422);
    const { files } = questionOf('purpose', open, { toReview: true });
    const back = stepBefore('address', answers) ?? STEPS[0];
    const call = answers.call === undefined ? undefined : (await needs.calls?.())?.find(({ id }) => id === answers.call);
    const next = firstPromise(needs.laws(), needs.now());
    return desk.show(request, reply, { name: 'file-review', answers, ...(call && { call }), files, next, back });
  });

  app.post('/file/submit', async (request, reply) => {
    const open = await desk.find(request, reply);
    if (!open && desk.queryCookie.find(request)) return reply.redirect('/receipt', 303);
    if (!open) return desk.show(request, reply, { name: 'file-expired' }, 410);
    if (!open.draft.submitted && firstOpen(open.draft.answers)) return reply.redirect('/file/review', 303);
    const frame = frameOf(request, reply, needs);
    const { code } = await submit(needs, open, frame.language);
    desk.queryCookie.keep(reply, readCode(code));
    desk.draftCookie.forget(reply);
    return reply.redirect('/receipt', 303);
  });

  app.get('/receipt', async (request, reply) => {
    const found = await receiptFor(desk.queryCookie.find(request) ?? (await desk.find(request, reply))?.draft.code);
    if (!found) return reply.redirect('/follow', 303);
    desk.queryCookie.keep(reply, readCode(found.code));
    const qr = qrOf(found.code, needs.origin(request));
    return desk.show(request, reply, { name: 'receipt', receipt: found, qr, pdf: needs.receiptPdf !== undefined });
  });

  app.get('/receipt.pdf', async (request, reply) => {
    const found = await receiptFor(desk.queryCookie.find(request));
    if (!found || !needs.receiptPdf) return reply.redirect('/follow', 303);
    const pdf = await needs.receiptPdf(found, needs.site(), `${needs.origin(request)}/follow#${readCode(found.code)}`);
    const name = encodeURIComponent(`收件回执 ${found.intakeNo}.pdf`);
    return reply.type('application/pdf').header('content-disposition', `attachment; filename*=UTF-8''${name}`).send(Buffer.from(pdf));
  });

  app.get('/resume', (request, reply) => desk.show(request, reply, { name: 'resume' }));

  app.post('/resume', async (request, reply) => {
    const place = whereFrom(request);
    const typed = readCode(textOf(request.body as Form, 'code'));
    const { region } = needs.site();
    request.usedCode = true;
    const open = await desk.attempts.guess(place, () => openDraft(needs, region, typed));
    if (!open) {
      return desk.show(request, reply, { name: 'resume', typed: showCode(typed.slice(0, 24)), triesLeft: desk.attempts.left(place) }, 404);
    }
    desk.draftCookie.keep(reply, typed);
    if (open.draft.submitted) return reply.redirect('/receipt', 303);
    return reply.redirect(firstOpen(open.draft.answers) ? `/file/${firstOpen(open.draft.answers)?.step}` : '/file/review', 303);
  });

  app.post('/leave', async (_, reply) => {
    desk.draftCookie.forget(reply);
    desk.queryCookie.forget(reply);
    return reply.redirect('/', 303);
  });

  async function receiptFor(code: string | undefined) {
    if (!code) return undefined;
    const { region } = needs.site();
    return findReceiptOf(needs, region, code);
  }
}

/** The code stands after '#': a browser never sends that part, so it reaches no log. */
function qrOf(code: string, origin: string): Qr {
  const { modules } = QRCode.create(`${origin}/follow#${readCode(code)}`, { errorCorrectionLevel: 'M' });
  const dark = Array.from({ length: modules.size ** 2 }, (_, at) => at).filter((at) => modules.data[at]);
  const path = dark.map((at) => `M${(at % modules.size) + QUIET} ${Math.floor(at / modules.size) + QUIET}h1v1h-1z`).join('');
  return { size: modules.size + 2 * QUIET, path };
}

const QUIET = 2;
