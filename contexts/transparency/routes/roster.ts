import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { keysOfCode, memberCodeOf, phoneProblem, readCode, showCode, textOf, whereFrom, type Form } from '#contexts/intake/index.ts';
import type { JoinProblem, JoinTyped } from '../domain/group.ts';
import { writtenIn } from '../domain/kept-words.ts';
import { lookJoin } from '../look.ts';
import { matterAt, type Counter } from './counter.ts';

type AtMatter = { Params: { at: string } };

const LONGEST_NAME = 50;

/** 加入这件事、退出: each by the person, with the code that the representatives handed out, and without a script. */
export function rosterRoutes(app: FastifyInstance, counter: Counter): void {
  const { desk, needs, sites } = counter;
  const find = async (join: string) => {
    const { page, ...found } = await lookJoin({ ...needs, sites }, join);
    return page && { ...found, page };
  };

  app.get('/join', async (request, reply) => counter.show(request, reply, { name: 'join' }));

  app.post('/join', async (request, reply) => {
    request.usedCode = true;
    const place = whereFrom(request);
    const join = readCode(textOf(request.body as Form, 'code'));
    const found = await desk.attempts.guess(place, () => find(join));
    if (!found) {
      return counter.show(request, reply, { name: 'join', typed: showCode(join.slice(0, 24)), triesLeft: desk.attempts.left(place) }, 404);
    }
    return counter.show(request, reply, { name: 'joinName', matter: found.page, join, once: randomBytes(16).toString('hex') });
  });

  app.post('/join/name', async (request, reply) => {
    request.usedCode = true;
    const place = whereFrom(request);
    const form = request.body as Form;
    const [join, once] = [readCode(textOf(form, 'join')), textOf(form, 'once')];
    const found = await desk.attempts.guess(place, async () => (/^[0-9a-f]{32}$/.test(once) ? find(join) : undefined));
    if (!found) {
      const again = { typed: showCode(join.slice(0, 24)), triesLeft: desk.attempts.left(place), written: writtenIn(form) };
      return counter.show(request, reply, { name: 'join', ...again }, 404); // the code was given anew meanwhile, or ended
    }
    const { page, region, codeHmac } = found;
    const typed = { name: textOf(form, 'name').trim(), phone: textOf(form, 'phone').trim() };
    const problem = problemIn(typed);
    if (problem || !page.open) return counter.show(request, reply, { name: 'joinName', matter: page, join, once, typed, ...(problem && { problem }) }, 422);
    const code = memberCodeOf(needs.pepper, join.slice(0, 3), join, once);
    const { id, box } = keysOfCode(needs.pepper, 'query', code);
    const { name, phone } = typed;
    const more = { join: codeHmac.toString('hex'), codeKey: box.publicKey.toString('base64'), name, ...(phone && { phone }) };
    await counter.say({ seen: { region, codeHmac: id } }, { kind: 'joinRoster', ...more });
    return counter.show(request, reply, { name: 'joined', code: showCode(code) });
  });

  app.get<AtMatter>('/roster/:at', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    const found = matterAt(visit?.seen.page, request.params.at);
    if (!visit?.seen.page || !found?.matter.group) return reply.redirect(visit ? '/progress' : '/follow', 303);
    return counter.show(request, reply, { name: 'roster', page: visit.seen.page, at: found.at });
  });

  app.post<AtMatter>('/roster/:at', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    const page = visit?.seen.page;
    const found = matterAt(page, request.params.at);
    const group = found?.matter.group;
    if (!visit) return counter.leave(request, reply);
    if (!page || !found || !group) return reply.redirect('/progress', 303);
    const answer = textOf(request.body as Form, 'answer');
    if (group.role === 'member' && (answer === 'agree' || answer === 'stay')) {
      if (!group.withdrawal) return reply.redirect(`/roster/${found.at + 1}`, 303); // over meanwhile: an answer that comes too late is never a leaving
      await counter.say(visit, { kind: 'answerWithdrawal', agrees: answer === 'agree' });
      return counter.show(request, reply, { name: 'thanks', about: answer === 'agree' ? 'agreeWithdrawal' : 'stayWithdrawal' });
    }
    if (group.role === 'member' && group.agreement?.offer !== undefined && (answer === 'agreeToTerms' || answer === 'notToTerms')) {
      const offer = Number(textOf(request.body as Form, 'offer'));
      if (!Number.isInteger(offer)) return reply.redirect(`/roster/${found.at + 1}`, 303);
      await counter.say(visit, { kind: 'answerAgreement', agrees: answer === 'agreeToTerms', offer });
      return counter.show(request, reply, { name: 'thanks', about: answer });
    }
    if (group.role === 'member' && answer !== '') return reply.redirect(`/roster/${found.at + 1}`, 303); // an answer to what is asked no more is no leaving
    if (group.role === 'member') {
      await counter.say(visit, { kind: 'leaveRoster' });
      return counter.show(request, reply, { name: 'thanks', about: 'leaveRoster' });
    }
    const typed = textOf(request.body as Form, 'representatives').trim();
    const representatives = Number(typed);
    const fits = Number.isInteger(representatives) && representatives >= 1 && representatives <= (group.most ?? 99);
    if (!found.matter.subject || !group.canOpen || !fits)
      return counter.show(request, reply, { name: 'roster', page, at: found.at, typed, problem: 'representatives' }, 422);
    await counter.say(visit, { kind: 'openRoster', subject: found.matter.subject, representatives });
    return counter.show(request, reply, { name: 'thanks', about: 'openRoster' });
  });
}

function problemIn({ name, phone }: JoinTyped): JoinProblem | undefined {
  if (!name) return 'writeName';
  if ([...name].length > LONGEST_NAME) return 'nameTooLong';
  return phone && phoneProblem(phone, 'phone') ? 'phone' : undefined;
}
