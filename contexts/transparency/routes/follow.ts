import type { FastifyInstance, FastifyReply } from 'fastify';
import { openFile, readCode, showCode, textOf, whereFrom, type Form } from '#contexts/intake/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { CodeProblem } from '../domain/pages.ts';
import type { PublicPaper } from '../domain/progress.ts';
import { matterAt, type Counter } from './counter.ts';

type AtMatter = { Params: { at: string } };
type AtEnclosed = { Params: { at: string; paper: string; file: string } };
type AtPaper = { Params: { at: string; paper: string } };

const LENGTH = 13;

function problemOf({ length }: string): CodeProblem | undefined {
  if (length === 0) return { code: 'writeCode' };
  if (length === LENGTH) return undefined;
  return length < LENGTH ? { code: 'codeShort', by: LENGTH - length } : { code: 'codeLong', by: length - LENGTH };
}

/** Looking with a code: the line of each matter, its papers, who opened it. */
export function followRoutes(app: FastifyInstance, counter: Counter): void {
  const { desk, needs } = counter;

  app.get('/follow', async (request, reply) => counter.show(request, reply, { name: 'follow' }));

  app.post('/follow', async (request, reply) => {
    request.usedCode = true;
    const place = whereFrom(request);
    desk.attempts.check(place);
    const typed = readCode(textOf(request.body as Form, 'code'));
    const problem = problemOf(typed);
    if (problem) return counter.show(request, reply, { name: 'follow', typed: showCode(typed.slice(0, 24)), problem }, 422); // not a guess: it costs no try
    const visit = await desk.attempts.guess(place, () => counter.open(typed));
    if (!visit) {
      return counter.show(request, reply, { name: 'follow', typed: showCode(typed.slice(0, 24)), triesLeft: desk.attempts.left(place) }, 404);
    }
    desk.queryCookie.keep(reply, visit.code);
    return reply.redirect('/progress', 303);
  });

  app.get('/progress', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    if (!visit) return reply.redirect('/follow', 303);
    const { page, refused, sealedDates } = visit.seen;
    const code = showCode(visit.code);
    if (!page && !visit.receipt) return counter.show(request, reply, { name: 'refused', refused });
    if (!page) {
      const { intakeNo, receivedAt, next } = visit.receipt!;
      return counter.show(request, reply, { name: 'waiting', intakeNo, receivedAt, last: next.last });
    }
    if (page.matters.length === 1 && !page.sealed) return counter.show(request, reply, { name: 'progress', page, at: 0, code, refused });
    if (page.matters.length === 0 && page.sealed) return counter.show(request, reply, { name: 'sealed', page, code, sealedDates });
    return counter.show(request, reply, { name: 'overview', page, code, refused, sealedDates });
  });

  app.get<AtMatter>('/progress/:at', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    const found = matterAt(visit?.seen.page, request.params.at);
    if (!visit?.seen.page || !found) return reply.redirect(visit ? '/progress' : '/follow', 303);
    const { page, refused } = visit.seen;
    return counter.show(request, reply, { name: 'progress', page, at: found.at, code: showCode(visit.code), refused });
  });

  app.get<AtPaper>('/progress/:at/paper/:paper', async (request, reply) => {
    const { paper } = await paperOf(request, reply);
    if (!paper?.file || paper.opens) return reply.redirect('/progress', 303); // what counts as received is asked for with a button
    return sendPaper(reply, paper);
  });

  app.get<AtEnclosed>('/progress/:at/paper/:paper/file/:file', async (request, reply) => {
    const { paper } = await paperOf(request, reply);
    const { file } = request.params;
    const enclosed = /^\d{1,2}$/.test(file) ? paper?.enclosed?.[Number(file) - 1] : undefined;
    if (!enclosed) return reply.redirect('/progress', 303);
    return sendFile(reply, enclosed.type, enclosed.name, await openFile(needs.blobs, enclosed.file));
  });

  app.post<AtPaper>('/progress/:at/paper/:paper', async (request, reply) => {
    const { visit, paper } = await paperOf(request, reply);
    if (!visit || !paper?.file) return reply.redirect('/progress', 303);
    if (paper.opens) await counter.say(visit, { kind: 'opened', subject: paper.subject, document: paper.document, on: dateInChina(needs.now()) });
    return sendPaper(reply, paper);
  });

  app.get('/opened', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    if (!visit?.seen.page) return reply.redirect(visit ? '/progress' : '/follow', 303);
    return counter.show(request, reply, { name: 'opened', page: visit.seen.page });
  });

  app.get<AtMatter>('/withdraw/:at', async (request, reply) => {
    const visit = await counter.visit(request, reply);
    const found = matterAt(visit?.seen.page, request.params.at);
    if (!visit?.seen.page || !found) return reply.redirect(visit ? '/progress' : '/follow', 303);
    return counter.show(request, reply, { name: 'withdraw', page: visit.seen.page, at: found.at });
  });

  async function paperOf(request: Parameters<Counter['visit']>[0], reply: Parameters<Counter['visit']>[1]) {
    const visit = await counter.visit(request, reply);
    const { at, paper } = request.params as AtPaper['Params'];
    const found = matterAt(visit?.seen.page, at);
    return { visit, paper: /^\d{1,3}$/.test(paper) ? found?.matter.papers[Number(paper) - 1] : undefined };
  }

  async function sendPaper(reply: Parameters<Counter['visit']>[1], { title, no = '', file }: PublicPaper) {
    return sendFile(reply, 'application/pdf', `${title}${no}.pdf`, await openFile(needs.blobs, file!));
  }
}

/** To be kept, never to be run here. */
const sendFile = (reply: FastifyReply, type: string, name: string, content: Buffer) =>
  reply
    .type(type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(content);
