import { expect } from 'vitest';
import { until } from '../runtime/program.ts';
import { type Answer, type Official, signIn } from '../official.ts';
import type { Running } from '../running.ts';

/** A matter on its way through the real program, each step a call over HTTP by the official whose step it is. */
export interface Matter {
  readonly region: string;
  readonly matter: string;
  readonly no: string;
  readonly intake: string;
  readonly code: string;
}

export const CLASSIFY = { kind: 'claim', purpose: 'seekResolution', category: '0306', also: [], firstTime: true, general: false, litigation: false } as const;

let letters = 0;

/** A letter that nobody wrote before. */
export function letter(more: Record<string, unknown> = {}) {
  letters += 1;
  const mark = `${process.pid}第${letters}封`;
  const title = `青石巷雨天积水${mark}`;
  const text = `青石巷十二号门前雨天积水没过脚踝，去年起向社区说过三次，没有人来看。来信编号${mark}。`;
  const claims = ['疏通巷口的排水沟', '说明为什么三次都没有人来'];
  return {
    channel: 'letter',
    receivedAt: new Date(Date.now() - 60_000).toISOString(),
    title,
    text,
    claims,
    parties: [
      {
        role: 'principal',
        name: `卓闻溪${letters}`,
        phone: `1390000${String(process.pid).slice(-2)}${String(letters).padStart(2, '0')}`,
        address: '青石巷十二号',
      },
    ],
    anonymous: false,
    electronic: false,
    people: 1,
    parts: [{ title, text, claims, accusation: false, classify: CLASSIFY }],
    ...more,
  };
}

export const done = <Body>(answer: Answer<Body>): Body => {
  expect(answer.body).not.toMatchObject({ title: expect.anything(), status: expect.any(Number) });
  expect(answer.status).toBe(200);
  return answer.body;
};

/** An expected no: its code, its sentence, and the way out that the sentence names. */
export function refused(answer: Answer, type: string, ...says: readonly (string | RegExp)[]): void {
  expect(answer.body).toMatchObject({ type });
  for (const one of says) expect(answer.body.title).toMatch(one);
  expect(answer.body.title).not.toMatch(/error|undefined|null|\[object/i);
}

export const pathOf = ({ region, matter }: Pick<Matter, 'region' | 'matter'>) => `/api/casework/matters/${region}/${matter}`;
export const papersOf = ({ region, matter }: Pick<Matter, 'region' | 'matter'>) => `/api/documents/matters/${region}/${matter}`;

export async function pageOf(official: Official, matter: Matter) {
  return done(await official.get(pathOf(matter)));
}

/** Asks for a command as the page does: with the number that the page shows, unless another is given. */
export async function ask(official: Official, matter: Matter, command: string, fields: Record<string, unknown> = {}, seen?: number): Promise<Answer> {
  const number = seen ?? (await pageOf(official, matter)).n;
  return official.post(`${pathOf(matter)}/act`, { seen: number, command, fields });
}

export async function register(official: Official, more: Record<string, unknown> = {}): Promise<Matter> {
  const receipt = done(await official.post('/api/intake/register', letter(more)));
  const [first] = receipt.matters;
  return { region: receipt.region, matter: first?.matter ?? '', no: first?.no ?? '', intake: receipt.intake, code: receipt.code };
}

/** The people of this story: who registers, who refers, and the clerk and head of the unit that handles. */
export async function people(running: Running) {
  const [clerk, triage, unitClerk, unitHead, other] = await Promise.all(['xf02', 'xf04', 'zj01', 'zj02', 'sl02'].map((login) => signIn(running, login)));
  return { clerk: clerk!, triage: triage!, unitClerk: unitClerk!, unitHead: unitHead!, other: other! };
}
export type People = Awaited<ReturnType<typeof people>>;

export async function referred({ clerk, triage }: People, more: Record<string, unknown> = {}): Promise<Matter> {
  const matter = await register(clerk, more);
  done(await ask(triage, matter, 'refer', { to: 'qinghe/housing' }));
  return matter;
}

export async function accepted(who: People, more: Record<string, unknown> = {}): Promise<Matter> {
  const matter = await referred(who, more);
  done(await ask(who.unitClerk, matter, 'accept', { route: 'petitionProcedure' }));
  return matter;
}

const HANDLER = { person: '李砚秋', name: '李砚秋', post: '房地产管理科科长', phone: '0000-622 0121' };

/** Investigated and heard: ready for an opinion. */
export async function handled(who: People, more: Record<string, unknown> = {}): Promise<Matter> {
  const matter = await accepted(who, more);
  const today = (await pageOf(who.unitClerk, matter)).today;
  done(await ask(who.unitClerk, matter, 'startHandling', { handler: HANDLER }));
  done(await ask(who.unitClerk, matter, 'recordInvestigation', { on: today, staff: 2, record: '两人到巷口看过，排水沟被碎砖堵住。' }));
  done(await ask(who.unitClerk, matter, 'hearPetitioner', { on: today, refused: false, record: '当面听了来信人的说明。' }));
  return matter;
}

/** Does what is forbidden, and looks that it left no trace: every act that was acknowledged before is there, and no other. */
export async function leavesNoTrace(official: Official, matter: Matter, forbidden: () => Promise<void>): Promise<void> {
  await everyPaperIsMade(official, matter);
  const before = await traceOf(official, matter);
  await forbidden();
  expect(await traceOf(official, matter)).toEqual(before);
}

/** A paper that was numbered a moment ago is made in the seconds after it: no trace of what is forbidden. */
const everyPaperIsMade = (official: Official, matter: Matter) =>
  until(async () => done(await official.get(`${papersOf(matter)}/papers`)).papers.every(({ stage }: { stage: string }) => stage !== 'numbered'), 30);

async function traceOf(official: Official, matter: Matter) {
  const { n, stage, timeline, clocks, words, claims } = await pageOf(official, matter);
  const { papers, drafts } = done(await official.get(`${papersOf(matter)}/papers`));
  return { n, stage, timeline, clocks, words, claims, papers, drafts };
}
