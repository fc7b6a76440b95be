import { randomUUID } from 'node:crypto';
import { handleMatter } from '#contexts/casework/index.ts';
import type { Subject } from '#kernel/subject.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { doOn, newMatter, type paperNeeds } from './papers.ts';
import { at, by, UNITS } from './stories.ts';

type Needs = Awaited<ReturnType<typeof paperNeeds>>;

export const CITY = 'linshui/government';

/** A matter whose opinion arrived on 2026-09-04, with words of its own. */
export async function decidedMatter(needs: Needs): Promise<Subject> {
  const subject = await newMatter(needs, 'handling', { no: `990421-X-2026-${randomUUID().slice(0, 7).toUpperCase()}` });
  const { does, sends, arrives } = doing(needs, subject);
  await does('2026-09-01', UNITS.housing, 'issueOpinion', { document: 'document/90', results: { 1: 'notSupported' } });
  await sends('2026-09-01', UNITS.housing, 'document/90', 'handlingOpinion');
  await arrives('2026-09-04', UNITS.housing, 'document/90');
  return subject;
}

/** Reviewed, heard and rechecked: its recheck opinion arrived on 2026-11-05. `ask` may take the request down in another way. */
export async function recheckedMatter(needs: Needs, ask?: (subject: Subject) => Promise<void>): Promise<Subject> {
  const subject = await decidedMatter(needs);
  const { does, sends, arrives, officer } = doing(needs, subject);
  await does('2026-09-10', UNITS.petition, 'requestReview', { on: '2026-09-10' }, { grounds: '物业有报修登记' });
  await officer('2026-09-11', UNITS.government, '周政');
  await does('2026-09-20', UNITS.government, 'decideReview', { document: 'document/91', result: 'uphold' }, { grounds: '过了保修期' });
  await sends('2026-09-20', UNITS.government, 'document/91', 'reviewOpinion');
  await arrives('2026-09-24', UNITS.government, 'document/91');
  needs.clock.now = at('2026-10-09');
  if (ask) await ask(subject);
  else await does('2026-10-09', CITY, 'requestRecheck', { on: '2026-10-09' }, { grounds: '报修在保修期以内' });
  await officer('2026-10-10', CITY, '钱江');
  await does('2026-10-12', CITY, 'decideHearing', { ground: 'complex' }, { grounds: '各方说法不一' });
  const panel = { open: true, host: '主持人', seats: 3 };
  await does('2026-10-12', CITY, 'scheduleHearing', { on: '2026-10-26', ...panel }, { place: '市政府三楼，上午九点', members: '三人', challenge: '三日内' });
  await sends('2026-10-13', CITY, 'document/92', 'suspensionNotice', { phase: 'start' });
  await sends('2026-10-13', CITY, 'document/93', 'hearingNotice');
  await does('2026-10-26', CITY, 'holdHearing', { on: '2026-10-26', agree: 3, disagree: 0 }, { attended: '都到了', minutes: '各方说了话' });
  await does('2026-10-28', CITY, 'reportHearing', {}, { report: '三名听证员意见一致' });
  await sends('2026-10-29', CITY, 'document/94', 'suspensionNotice', { phase: 'end' });
  const grounds = '张𬭚2023年7月报修时过了保修期，翠屏小区物业有登记，电话13900001234';
  await does('2026-11-02', CITY, 'decideRecheck', { document: 'document/95', result: 'uphold' }, { grounds });
  await sends('2026-11-02', CITY, 'document/95', 'recheckOpinion');
  await arrives('2026-11-05', CITY, 'document/95');
  return subject;
}

/** What the units do in such a story, and on which day. */
function doing(needs: Needs, subject: Subject) {
  const does = async (day: string, unit: string, type: string, more: Record<string, unknown> = {}, texts: Record<string, string> = {}) => {
    const notes = Object.entries(texts).map(([name, text]) => [name, takeNote(text)] as const);
    const words = Object.fromEntries(notes.map(([name, note]) => [name, note.words]));
    await doOn(needs, subject, day, unit, { type, ...more, ...words }, notes.map(([, note]) => note) as Note[]);
  };
  const sends = (day: string, unit: string, document: string, paper: string, more: object = {}) =>
    does(day, unit, 'dispatch', { document, paper, method: 'post', ...more }, { evidence: '挂号信XA1' });
  const arrives = (day: string, unit: string, document: string) =>
    does(day, unit, 'recordDelivery', { document, method: 'post', on: day }, { evidence: '回执' });
  const officer = async (day: string, unit: string, person: string) => {
    const card = takeNote(JSON.stringify({ name: person, post: '科长', phone: '0000-622 0101' }));
    await doOn(needs, subject, day, unit, { type: 'admitReview', accepted: true, officer: { person, card: card.words } }, [card]);
  };
  return { does, sends, arrives, officer };
}

/** Somebody by name, for what a second person has to do. */
export async function doAs(
  needs: Needs,
  subject: Subject,
  day: string,
  person: string,
  unit: string,
  type: string,
  more: object,
  texts: Record<string, string>,
) {
  const notes = Object.entries(texts).map(([name, text]) => [name, takeNote(text)] as const);
  const words = Object.fromEntries(notes.map(([name, note]) => [name, note.words]));
  needs.clock.now = at(day);
  const command = { type, ...more, ...words, ...by(unit, day, person) } as unknown as Parameters<typeof handleMatter>[2];
  return handleMatter(needs, subject, command, { notes: notes.map(([, note]) => note) });
}
