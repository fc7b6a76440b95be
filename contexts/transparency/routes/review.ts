import type { FastifyInstance } from 'fastify';
import { fits, textOf, type Form } from '#contexts/intake/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { ReviewProblem, ReviewTyped } from '../domain/pages.ts';
import { againIn, matterAt, type Counter } from './counter.ts';

type AtMatter = { Params: { at: string } };

/** Asking the organ above to look again: the moment of sending counts, as a postmark does (第三十五条、第三十六条). */
export function reviewRoutes(app: FastifyInstance, counter: Counter): void {
  const { needs } = counter;

  app.get<AtMatter>('/review/:at', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    const found = matterAt(visit?.seen.page, request.params.at);
    if (!visit?.seen.page || !found) return reply.redirect(visit ? '/progress' : '/follow', 303);
    const { grounds = '', newFacts = '', excuse = '' } = againIn(visit.seen, request);
    return counter.show(request, reply, { name: 'askReview', page: visit.seen.page, at: found.at, typed: { grounds, newFacts, excuse } });
  });

  app.post<AtMatter>('/review/:at', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    const page = visit?.seen.page;
    const found = matterAt(page, request.params.at);
    if (!visit || !page || !found) return visit ? reply.redirect('/progress', 303) : counter.leave(request, reply);
    const { subject, canAsk } = found.matter;
    if (!canAsk || !subject) return counter.show(request, reply, { name: 'askReview', page, at: found.at }, 409);
    const typed = typedIn(request.body as Form);
    const problem = problemOf(typed, dateInChina(needs.now()) > canAsk.until);
    if (problem) return counter.show(request, reply, { name: 'askReview', page, at: found.at, typed, problem }, 422);
    const { organ, grounds, newFacts, excuse } = typed;
    const chosen = canAsk.organs.some(({ unit }) => unit === organ) ? { organ: organ! } : {};
    const more = { ...(newFacts && { newFacts }), ...(excuse && { excuse }) };
    await counter.say(visit, { kind: 'review', subject, instance: canAsk.instance, ...chosen, grounds, ...more });
    return counter.show(request, reply, { name: 'thanks', about: canAsk.instance });
  });
}

function typedIn(form: Form): ReviewTyped {
  const [organ, grounds, newFacts, excuse] = ['organ', 'grounds', 'newFacts', 'excuse'].map((name) => textOf(form, name).trim());
  return { grounds: grounds ?? '', newFacts: newFacts ?? '', excuse: excuse ?? '', ...(organ && { organ }) };
}

function problemOf({ grounds, newFacts, excuse }: ReviewTyped, late: boolean): ReviewProblem | undefined {
  if (!grounds) return 'writeText';
  if ([grounds, newFacts, excuse].some((text) => fits(text, 'text'))) return 'tooLong';
  return late && !excuse ? 'writeExcuse' : undefined;
}
