/** Work over HTTP. Whoever may not know of a piece of work hears that there is none. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { titlesOf, type Named } from '#contexts/casework/index.ts';
import { mayOpenContent } from '#contexts/directory/index.ts';
import { CATALOGUE } from '#contexts/documents/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Role } from '#kernel/roles.ts';
import type { Subject } from '#kernel/subject.ts';
import { NO_WORK, offered } from '#kernel/work/decide.ts';
import { isWords, type Work, type WorkKind, type WorkStep } from '#kernel/work/kind.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import { readWords } from '#platform/words.ts';
import { actOnWork, beginWork, getWork, listWork, previewWork, type FormShown } from './contract.ts';
import { decisionsOf, MEETING_KINDS } from './domain/kinds/meeting.ts';
import { countsShown } from './handle/counted.ts';
import { placesIn, type WorkRouteNeeds } from './handle/needs.ts';
import { paperOfStep, previewStep } from './handle/paper-with.ts';
import { unitsOf as seenBy } from './handle/seen.ts';
import { takeValues } from './handle/values.ts';
import { findReferred, handleWork, loadWork, notHere, workStep } from './handle/work.ts';
import { clocksShown, formShown, historyShown, onwardOf, rowShown, type RowTexts } from './show.ts';
import { findWork, workRows, type CoordinationDb, type WorkRow } from './store.ts';

export function workRoutes(app: FastifyInstance, needs: WorkRouteNeeds): void {
  const { db, keys, now, workKinds } = needs;
  const directory = () => needs.directory.current();
  const today = () => dateInChina(needs.now());
  const unitsOf = (actor: Actor) => seenBy(directory(), actor);
  const has = (actor: Actor, roles: readonly Role[]) => roles.some((role) => actor.roles.includes(role));
  /** Who reads no content sees the kinds of work in which a step is theirs, and nothing else (R9). */
  const opens = (actor: Actor, { opensFor, steps }: WorkKind) =>
    opensFor ? has(actor, opensFor) : mayOpenContent(actor.roles) || Object.values(steps).some(({ roles }) => has(actor, roles));

  serve(app, listWork, async ({ actor, query: { kinds = '', open = 'yes' } }) => {
    const wanted = Object.keys(workKinds).filter((name) => (kinds === '' || kinds.split(',').includes(name)) && opens(actor, workKinds[name]!));
    const found = await findWork(db.sql as CoordinationDb, actor.region, unitsOf(actor), { kinds: wanted, open: open === 'yes' });
    const rows = [...new Map(found.map((row) => [`${row.region} ${row.subject}`, row])).values()];
    const texts = await textsOfRows(rows, actor);
    const decisions = await conferenceDecisions(actor, wanted);
    const begin = wanted.flatMap((kind) =>
      steps(workKinds[kind]!, NO_WORK, actor).map(([name, step]) => ({
        kind,
        kindName: workKinds[kind]!.name,
        form: withPaper(kind, formShown(name, step, NO_WORK, new Map(), decisions)),
      })),
    );
    return { today: today(), begin, rows: rows.map((row) => rowShown(row, workKinds[row.kind]!, texts, directory(), today())) };
  });

  serve(app, getWork, async ({ actor, params }) => {
    const subject = { region: params.region, id: params.work };
    const { work, actions, n, kind, row } = await load(subject, actor);
    await needs.logAccess({ subject, actor, purpose: 'supervise', fields: 'page' });
    const words = work.entries.flatMap(({ values }) => Object.values(values).filter(isWords));
    const texts = await textsOf(words.map(({ id }) => ({ region: subject.region, id })));
    const decisions = await conferenceDecisions(actor, [work.kind]);
    const may = steps(kind, work, actor);
    const onward = onwardOf(may, work);
    const [home, about] = row.about_matter?.split('/') ?? [];
    return {
      ...rowShown(row, kind, await textsOfRows([row], actor), directory(), today()),
      article: kind.article,
      n,
      ...(row.matter && { matter: row.matter }),
      ...(home && about && { matterAt: { region: home, matter: about } }),
      counts: kind.stages[work.stage]?.open ? await countsShown(needs, subject, work.kind, kind) : [],
      entries: historyShown(kind, work, actions, texts, directory()),
      clocks: clocksShown(kind, actions, needs.lawOf(work.pack), directory()),
      today: today(),
      forms: may.map(([name, step]) => ({
        ...withPaper(work.kind, formShown(name, step, work, texts, decisions)),
        ...(name === onward && { onward: true }),
        ...(step.known && { known: step.known(work, today()) }),
      })),
    };
  });

  serve(app, beginWork, async ({ actor, body: { kind, step, fields } }) => {
    const subject = { region: actor.region, id: randomUUID() };
    if (!stepOf(kind, step).from.includes('none')) throw new Refusal('WrongStage', '这一步不能新开一项工作。请在已有的工作上办。');
    await take(subject, kind, step, fields, actor);
    return { region: subject.region, work: subject.id };
  });

  serve(app, actOnWork, async ({ actor, params, body: { step, fields, seen } }) => {
    const subject = { region: params.region, id: params.work };
    const { work } = await load(subject, actor);
    const done = await take(subject, work.kind, step, fields, actor, seen);
    return { done: done.map(({ type }) => type) };
  });

  serve(app, previewWork, async ({ actor, body: { kind, step, fields, region, work } }) => {
    const subject = { region: region ?? actor.region, id: work ?? randomUUID() };
    const begun = work ? (await load(subject, actor)).work.kind : kind;
    const { person, unit, roles } = actor;
    const asked = {
      kind: begun,
      step,
      ...takeValues(stepOf(begun, step).fields, fields, directory().exists),
      by: { person, unit, roles },
      at: now(),
      paper: true,
    };
    const content = await previewStep(needs, subject, asked, workStep(needs, subject, asked, await findReferred(needs, asked)));
    return { name: '草稿.pdf', content, show: true };
  });

  /** The paper that goes out with this step, for whoever wants to see it first; its number need not be typed. */
  function withPaper(kind: string, form: FormShown): FormShown {
    const found = needs.documents && paperOfStep(needs, kind, form.step);
    return found
      ? { ...form, paper: CATALOGUE[found[0]].name, fields: form.fields.map((field) => ('orPaper' in field ? { ...field, required: false } : field)) }
      : form;
  }

  function take(subject: Subject, kind: string, step: string, fields: Readonly<Record<string, unknown>>, { person, unit, roles }: Actor, seen?: number) {
    const taken = takeValues(stepOf(kind, step).fields, fields, directory().exists);
    return handleWork(needs, subject, { kind, step, ...taken, by: { person, unit, roles } }, seen === undefined ? {} : { seen });
  }

  function stepOf(kind: string, step: string): WorkStep {
    const found = Object.hasOwn(workKinds, kind) && Object.hasOwn(workKinds[kind]!.steps, step) ? workKinds[kind]!.steps[step] : undefined;
    if (!found) throw new Refusal('NotFound', '没有这种工作，或者它没有这一步。');
    return found;
  }

  const steps = (kind: WorkKind, work: Work, actor: Actor) =>
    Object.entries(kind.steps).filter(([, step]) => offered(kind, step, work, actor, placesIn(directory())));

  /** @throws Refusal `NotFound` for whoever may not know */
  async function load(subject: Subject, actor: Actor) {
    const loaded = await loadWork(needs, subject);
    const kind = workKinds[loaded.work.kind]!;
    const row = workRows(workKinds, subject, loaded.actions, needs.lawOf).find(({ unit }) => unitsOf(actor).includes(unit));
    if (!row || !opens(actor, kind)) throw notHere();
    return { ...loaded, kind, row };
  }

  /** What rows are about, as far as the unit of the reader has to do with it. */
  async function textsOfRows(rows: readonly WorkRow[], actor: Actor): Promise<RowTexts> {
    const [own, titleOf] = await Promise.all([
      textsOf(rows.flatMap(({ region, title }) => (title ? [{ region, id: title }] : []))),
      titlesOf(needs, unitsOf(actor), rows.flatMap(namedIn)),
    ]);
    return { own, matterOf: (row) => namedIn(row).map(titleOf)[0] };
  }

  const textsOf = (wanted: readonly { region: string; id: string }[]) => readWords(db.sql, keys, wanted);

  /** What the joint conference of this unit has decided, for the measures that stand on it. */
  async function conferenceDecisions(actor: Actor, kinds: readonly string[]) {
    if (!kinds.includes('measure') || directory().findOrgan(actor.unit)?.type !== 'jointConference') return [];
    const sql = db.sql as CoordinationDb;
    const [open, over] = await Promise.all([true, false].map((each) => findWork(sql, actor.region, [actor.unit], { kinds: ['meeting'], open: each })));
    const meetings = await Promise.all(
      [...open!, ...over!].slice(0, 50).map(async ({ region, subject }) => ({ region, subject, ...(await loadWork(needs, { region, id: subject })) })),
    );
    const conferences = meetings.filter(({ work }) => work.values.meetingKind === 'jointConference');
    return conferences.flatMap(({ region, subject, work }) =>
      decisionsOf(work).map(({ id, at }) => ({
        value: `${region}/${subject}#${id}`,
        label: `${dateInChina(at.at)} ${MEETING_KINDS.jointConference}，${id.replace('decision/', '第 ')} 项`,
      })),
    );
  }
}

/** The matter of a row: by its id where the timetable wrote it down, else by the number that somebody here typed. Rows older than both are left with their number. */
function namedIn({ region, kind, matter, topic, about_matter: about }: WorkRow): Named[] {
  const [home, id] = about?.split('/') ?? [];
  if (home && id) return [{ region: home, id }];
  return matter && (topic || kind !== 'order') ? [{ region, no: matter }] : [];
}
