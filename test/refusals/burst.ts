import { setTimeout as sleep } from 'node:timers/promises';
import { signIn, type Answer } from '../official.ts';
import type { Running } from '../running.ts';
import type { Visitor } from '../visitor.ts';
import { numberOn } from './citizen.ts';
import { codeOn } from '../filing.ts';
import { ask, letter, pageOf, type Matter } from './way.ts';

/**
 * People who work on while the program is being killed under them: each does
 * again what was not acknowledged, as the sentence tells them, until it is.
 */
export interface Registered {
  readonly given: ReturnType<typeof letter>;
  readonly matter: Matter;
  readonly intakeNo: string;
}

/** Heard instead of an answer: the sentences of the program, and how often there was no answer at all. */
export interface Heard {
  readonly sentences: Set<string>;
  silent: number;
}

const PATIENCE = 90_000;

/** Asks again until something is acknowledged. A refusal that is no trouble of ours would be a failure of the test. */
export async function untilAcknowledged<Result>(heard: Heard, ask: () => Promise<Result>): Promise<Result> {
  const giveUp = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer === undefined) heard.silent += 1;
    else if (!isTrouble(answer)) return answer;
    else heard.sentences.add(`${answer.body.type} ${answer.body.title}`);
    if (Date.now() > giveUp) throw new Error(`Not acknowledged in ${PATIENCE / 1000} s: ${[...heard.sentences].join('\n')}`);
    await sleep(250);
  }
}

const isTrouble = (answer: unknown): answer is Answer => Number((answer as Partial<Answer>).status) >= 500;

/** A desk that registers letters and refers them, each under a number of its own, so that pushing it twice is registering it once (不变量 44). */
export async function registerMany(running: Running, heard: Heard, count: number, mark: string): Promise<Registered[]> {
  const [clerk, triage] = await Promise.all([signIn(running, 'xf02'), signIn(running, 'xf04')]);
  const made: Registered[] = [];
  for (let each = 0; each < count; each += 1) {
    const given = { ...letter(), external: { source: '收发室', id: `${mark}-${each}` } };
    const receipt = await untilAcknowledged(heard, () => clerk.post('/api/intake/register', given));
    const page = await untilAcknowledged(heard, () => clerk.get(`/api/intake/qinghe/${receipt.body.intake}`));
    const { region, matter, no } = page.body.matters[0];
    const subject: Matter = { region, matter, no, intake: receipt.body.intake, code: receipt.body.code ?? '' };
    await untilAcknowledged(heard, async () => {
      const { n, stage } = await pageOf(triage, subject);
      return stage === 'triaged' ? ask(triage, subject, 'refer', { to: 'qinghe/housing' }, n) : { status: 200, body: {} }; // an answer that was lost: looked first, as the sentence says
    });
    made.push({ given, matter: subject, intakeNo: receipt.body.no });
  }
  return made;
}

/** Petitioners who hand in what they have filled in. */
export async function submitMany(visitors: readonly Visitor[], heard: Heard): Promise<{ readonly code: string; readonly no: string }[]> {
  const receipts: { code: string; no: string }[] = [];
  for (const visitor of visitors) {
    await untilAcknowledged(heard, async (): Promise<Answer> => {
      await visitor.open('/file/review');
      if (visitor.page.status === 200 && visitor.page.path !== '/receipt') await visitor.send('/file/submit', {});
      const isDone = visitor.page.status === 200 && visitor.page.path === '/receipt';
      return { status: isDone ? 200 : 503, body: { type: 'portal', title: sentenceOn(visitor.page.html) } };
    });
    receipts.push({ code: codeOn(visitor.page.html), no: numberOn(visitor.page.html) });
  }
  return receipts;
}

const sentenceOn = (html: string) =>
  /<main[^>]*>(.*?)<\/main>/s
    .exec(html)?.[1]
    ?.replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim() ?? '';
