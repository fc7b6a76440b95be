import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Answers } from '../domain/answers.ts';
import { settled } from '../domain/call.ts';
import type { QuestionPage } from '../domain/pages.ts';
import { problemsOf } from '../domain/problems.ts';
import { asked, firstOpen, isStep, placeOf, stepAfter, stepBefore, type Step } from '../domain/steps.ts';
import { changeDraft, startDraft, type OpenDraft } from '../drafts.ts';
import { readStep, textOf, type Form } from '../form.ts';
import { NEW_DRAFT } from '../room.ts';
import { whereFrom, type Desk } from './desk.ts';

/** The questions, one a page: each answer is saved before anything is checked, so that nothing typed is lost. */
export function questionRoutes(app: FastifyInstance, desk: Desk): void {
  const { needs } = desk;

  const calls = async () => (await needs.calls?.()) ?? [];

  app.get('/file', async (request, reply) => desk.show(request, reply, { name: 'file-start', calls: await calls() }));

  app.post('/file', async (request, reply) => {
    if (!desk.room.words(whereFrom(request), NEW_DRAFT)) throw new Refusal('TooMany', TOO_MANY);
    const { region, prefix } = needs.site();
    const asked = textOf((request.body ?? {}) as Form, 'call');
    const call = asked && (await calls()).find(({ id }) => id === asked);
    const { resumeCode } = await startDraft(needs, region, prefix, call ? { purpose: 'suggestion', call: call.id } : {});
    desk.draftCookie.keep(reply, resumeCode);
    return reply.redirect('/file/purpose', 303);
  });

  app.get<{ Params: { step: string } }>('/file/:step', async (request, reply) => {
    const { step } = request.params;
    if (!isStep(step)) return reply.callNotFound();
    const open = await desk.find(request, reply);
    if (!open) return desk.show(request, reply, { name: 'file-expired' }, 410);
    if (open.draft.submitted) return reply.redirect('/receipt', 303);
    if (!asked(open.draft.answers).includes(step)) return reply.redirect('/file/review', 303);
    const { back, more } = request.query as Record<string, unknown>;
    const page = questionOf(step, open, { toReview: back === 'review', most: desk.room.most });
    return desk.show(request, reply, more === '1' ? { ...page, answers: withRoom(page.answers) } : page);
  });

  app.post<{ Params: { step: string } }>('/file/:step', async (request, reply) => {
    const { step } = request.params;
    if (!isStep(step) || step === 'files') return reply.callNotFound();
    const form = request.body as Form;
    const said = readStep(step, form);
    const outcome = await keep(request, reply, said).catch((error) => {
      if (error instanceof Refusal && !request.headers['x-autosave']) return 'placeFull' as const;
      if (request.headers['x-autosave']) throw error;
      request.log.warn({ route: '/file/:step' }, 'an answer could not be saved');
      return 'ours' as const;
    });
    if (outcome === 'ours' || outcome === 'placeFull') {
      const page = troubled(step, said, { resumeCode: desk.draftCookie.find(request) ?? '', toReview: textOf(form, 'back') === 'review', trouble: outcome });
      return desk.show(request, reply, page, outcome === 'ours' ? 503 : 429);
    }
    if (outcome === undefined) return desk.show(request, reply, { name: 'file-expired' }, 410);
    if (outcome.draft.submitted) return reply.redirect('/receipt', 303);
    if (request.headers['x-autosave']) return reply.status(204).send();
    return answerTo(request, reply, outcome, step, form);
  });

  async function keep(request: FastifyRequest, reply: FastifyReply, said: Answers): Promise<OpenDraft | undefined> {
    const open = await desk.find(request, reply);
    if (!open) return undefined;
    const draft = await changeDraft(needs, open, (before) => {
      const answers = settled({ ...before.answers, ...said });
      const more = lengthOf(answers) - lengthOf(before.answers);
      if (more > 0 && !desk.room.words(whereFrom(request), more)) throw new Refusal('TooMany', TOO_MANY);
      return { draft: { ...before, answers } };
    });
    return draft && { ...open, draft };
  }

  async function answerTo(request: FastifyRequest, reply: FastifyReply, open: OpenDraft, step: Step, form: Form) {
    const then = textOf(form, 'then');
    if (then === 'stop') return reply.redirect('/file/stop', 303);
    const toReview = textOf(form, 'back') === 'review';
    if (then === 'more') return reply.redirect(`/file/${step}?more=1${toReview ? '&back=review' : ''}#more`, 303);
    const problems = problemsOf(step, open.draft.answers);
    if (problems.length > 0) return desk.show(request, reply, { ...questionOf(step, open, { toReview }), problems }, 422);
    return reply.redirect(nextPath(step, open.draft.answers, toReview), 303);
  }

  app.get('/file/stop', async (request, reply) => {
    const open = await desk.find(request, reply);
    if (!open) return desk.show(request, reply, { name: 'file-expired' }, 410);
    return desk.show(request, reply, { name: 'file-stop', resumeCode: open.resumeCode, until: dateInChina(open.expiresAt) });
  });
}

export function nextPath(step: Step, answers: Answers, toReview: boolean): string {
  if (toReview) {
    const open = firstOpen(answers);
    return open ? `/file/${open.step}?back=review` : '/file/review';
  }
  const next = stepAfter(step, answers);
  return next ? `/file/${next}` : '/file/review';
}

export function questionOf(step: Step, { draft, resumeCode, expiresAt }: OpenDraft, { toReview, most }: { toReview: boolean; most?: number }): QuestionPage {
  const { answers, files } = draft;
  const back = stepBefore(step, answers);
  return {
    name: 'question',
    step,
    ...placeOf(step, answers),
    answers,
    files: files.map(({ blob, name, type, bytes }) => ({ blob, name, type, bytes })),
    problems: [],
    ...(back && { back }),
    ...(step === 'files' && most !== undefined && { most }),
    toReview,
    resumeCode,
    until: dateInChina(expiresAt),
  };
}

/** Not saved: the page comes back with what was typed, and says so. */
function troubled(
  step: Step,
  answers: Answers,
  more: Pick<QuestionPage, 'resumeCode' | 'toReview'> & { readonly trouble: 'ours' | 'placeFull' },
): QuestionPage {
  return { name: 'question', step, ...placeOf(step, answers), answers, files: [], problems: [], ...more };
}

const TOO_MANY = '您所在的网络这一小时写来的太多（同一网络的人合在一起算），请过一会儿再来。等不及的，可以打电话、寄信或者到窗口来。';

const lengthOf = (answers: Answers) => Buffer.byteLength(JSON.stringify(answers));

/** “再加一项” without a script: the same page with another empty field. */
function withRoom(answers: Answers): Answers {
  return { ...answers, claims: [...(answers.claims ?? []), ''] };
}
