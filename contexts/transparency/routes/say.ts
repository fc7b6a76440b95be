import type { FastifyInstance } from 'fastify';
import { bytesOf, fits, phoneProblem, receiveFiles, textOf, textsOf, whereFrom, type Form } from '#contexts/intake/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import { COMPLAINTS, FAULTS, GRADES, type ComplaintAbout, type Fault, type Grade, type Rating } from '../domain/messages.ts';
import type { RateTyped, Recorded } from '../domain/pages.ts';
import type { PublicEvaluation } from '../domain/progress.ts';
import { againIn, matterAt, type Counter } from './counter.ts';
import { reviewRoutes } from './review.ts';

type AtMatter = { Params: { at: string }; Querystring: { to?: string } };

/** Saying something with a code: rate, complain, add, change. All of it is sealed to the office. */
export function sayRoutes(app: FastifyInstance, counter: Counter): void {
  const { needs } = counter;
  const { room } = counter.desk;

  app.get<AtMatter>('/rate/:at', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    const found = matterAt(visit?.seen.page, request.params.at);
    if (!visit?.seen.page || !found) return reply.redirect(visit ? '/progress' : '/follow', 303);
    return counter.show(request, reply, { name: 'rate', page: visit.seen.page, at: found.at });
  });

  app.post<AtMatter>('/rate/:at', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    const page = visit?.seen.page;
    const found = matterAt(page, request.params.at);
    if (!visit || !page || !found) return visit ? reply.redirect('/progress', 303) : counter.leave(request, reply);
    const {
      subject,
      evaluation: { state, until },
    } = found.matter;
    const open = state === 'open' && subject !== undefined && (until === undefined || dateInChina(needs.now()) <= until);
    if (!open) return counter.show(request, reply, { name: 'rate', page: state === 'open' ? closed(page, found.at) : page, at: found.at }, 409);
    const typed = ratingOf(request.body as Form);
    if (!typed.petitionDept && !typed.handlingUnit)
      return counter.show(request, reply, { name: 'rate', page, at: found.at, typed, problem: 'chooseGrade' }, 422);
    await counter.say(visit, {
      kind: 'rating',
      subject,
      callBack: typed.callBack,
      ...(typed.petitionDept && { petitionDept: { grade: typed.petitionDept, faults: [] } }),
      ...(typed.handlingUnit && { handlingUnit: unitRating(typed, typed.handlingUnit) }),
    });
    return counter.show(request, reply, {
      name: 'thanks',
      about: 'rating',
      recorded: recordedOf(found.matter.evaluation, typed),
      changed: found.matter.evaluation.rated > 0,
    });
  });

  app.get<AtMatter>('/complain/:at', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    if (!visit) return reply.redirect('/follow', 303);
    const { page } = visit.seen;
    const at = matterAt(page, request.params.at)?.at ?? 0;
    const { text = '' } = againIn(visit.seen, request);
    const typed = { text, to: request.query.to === 'above' ? ('above' as const) : ('supervision' as const) };
    return counter.show(request, reply, { name: 'complain', at, typed, ...(page && { page }) });
  });

  app.post<AtMatter>('/complain/:at', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    if (!visit) return counter.leave(request, reply);
    const { page } = visit.seen;
    const found = matterAt(page, request.params.at);
    const form = request.body as Form;
    const text = textOf(form, 'text').trim();
    const about = COMPLAINTS.find((one) => one === textOf(form, 'about'));
    const to = textOf(form, 'to') === 'above' && counter.sites().home.above ? 'above' : 'supervision';
    const problem = !text ? 'writeText' : fits(text, 'text') ? 'tooLong' : undefined;
    if (problem) {
      const typed = { text: textOf(form, 'text'), to, ...(about && { about }) } as const;
      return counter.show(request, reply, { name: 'complain', at: found?.at ?? 0, typed, problem, ...(page && { page }) }, 422);
    }
    const subject = found?.matter.subject;
    await counter.say(visit, { kind: 'complaint', about: about ?? ('other' satisfies ComplaintAbout), text, to, ...(subject && { subject }) });
    return counter.show(request, reply, { name: 'thanks', about: 'complaint' });
  });

  reviewRoutes(app, counter);

  app.get('/supplement', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    if (!visit) return reply.redirect('/follow', 303);
    const { text } = againIn(visit.seen, request);
    return counter.show(request, reply, { name: 'supplement', ...(text && { typed: text }), ...(visit.seen.page && { page: visit.seen.page }) });
  });

  app.post('/supplement', { config: { takesFiles: true } }, async (request, reply) => {
    const visit = await counter.visit(request, reply);
    if (!request.isMultipart()) return counter.leave(request, reply);
    const { fields, kept, refused } = await receiveFiles(request, { blobs: needs.blobs, room }, { count: visit ? 0 : Number.POSITIVE_INFINITY }); // of a visit that is over the words alone are read
    if (!visit) return counter.leave(request, reply);
    const text = textOf(fields, 'text');
    const problem = !text.trim() && kept.length === 0 ? 'writeText' : fits(text, 'text') ? 'tooLong' : undefined;
    if (refused.length > 0 || (problem && refused.length === 0)) {
      room.giveBack(whereFrom(request), bytesOf(kept));
      for (const { blob } of kept) await needs.blobs.delete(blob); // chosen again with the page that comes back
      const why = refused.length > 0 ? { refused } : problem ? ({ problem } as const) : {};
      return counter.show(request, reply, { name: 'supplement', typed: text, ...why, ...(visit.seen.page && { page: visit.seen.page }) }, 422);
    }
    const subject = visit.seen.page?.matters.length === 1 ? visit.seen.page.matters[0]?.subject : undefined;
    await counter.say(visit, { kind: 'supplement', text: text.trim(), files: kept, ...(subject && { subject }) });
    return counter.show(request, reply, { name: 'thanks', about: 'supplement' });
  });

  app.get('/contact', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    if (!visit) return reply.redirect('/follow', 303);
    return counter.show(request, reply, { name: 'contact', ...(visit.seen.page && { page: visit.seen.page }) });
  });

  app.post('/contact', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    if (!visit) return counter.leave(request, reply);
    const form = request.body as Form;
    const typed = { phone: textOf(form, 'phone').trim(), address: textOf(form, 'address').trim() };
    const wrong = typed.phone ? phoneProblem(typed.phone, 'phone') : undefined;
    const problem = wrong?.code ?? (!typed.phone && !typed.address ? 'choosePhoneOrAddress' : undefined);
    if (problem) {
      const more = { ...(wrong?.count !== undefined && { count: wrong.count }), ...(visit.seen.page && { page: visit.seen.page }) };
      return counter.show(request, reply, { name: 'contact', typed, problem, ...more }, 422);
    }
    await counter.say(visit, { kind: 'contact', ...(typed.phone && { phone: typed.phone }), ...(typed.address && { address: typed.address }) });
    return counter.show(request, reply, { name: 'thanks', about: 'contact' });
  });

  app.post('/electronic-delivery', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    if (!visit) return counter.leave(request, reply);
    const consented = textOf(request.body as Form, 'consented');
    if (consented !== 'yes' && consented !== 'no') return reply.redirect('/contact', 303); // consent is said, never taken for granted
    await counter.say(visit, { kind: 'electronicDelivery', consented: consented === 'yes' });
    return counter.show(request, reply, { name: 'thanks', about: 'electronicDelivery' });
  });
}

const recordedOf = (offices: PublicEvaluation, typed: RateTyped): Recorded[] =>
  (['petitionDept', 'handlingUnit'] as const).flatMap((target) => {
    const [office, grade] = [offices[target], typed[target]];
    return office ? [{ office, ...(grade && { grade }) }] : [];
  });

function ratingOf(form: Form): RateTyped {
  const grade = (name: string): Grade | undefined => GRADES.find((one) => one === textOf(form, name));
  const petitionDept = grade('petitionDept');
  const handlingUnit = grade('handlingUnit');
  const said = textsOf(form, 'fault');
  return {
    ...(petitionDept && { petitionDept }),
    ...(handlingUnit && { handlingUnit }),
    faults: FAULTS.filter((fault) => said.includes(fault)),
    text: textOf(form, 'text'),
    callBack: textOf(form, 'call') === 'yes',
  };
}

function unitRating({ faults, text }: RateTyped, grade: Grade): Rating {
  return { grade, faults: faults as readonly Fault[], ...(text.trim() && { text: text.trim().slice(0, 5_000) }) };
}

/** The window has shut since the page was published. */
function closed<Page extends { readonly matters: readonly { readonly evaluation: object }[] }>(page: Page, at: number): Page {
  return {
    ...page,
    matters: page.matters.map((matter, index) => (index === at ? { ...matter, evaluation: { ...matter.evaluation, state: 'closed' } } : matter)),
  };
}
