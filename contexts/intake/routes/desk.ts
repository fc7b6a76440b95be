import type { FastifyInstance } from 'fastify';
import { dateInChina } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import { serve } from '#platform/http.ts';
import { act } from '#platform/act.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { readWords } from '#platform/words.ts';
import { findOfIntake, PARTY_ROLES, textOf, type CaseworkDb } from '#contexts/casework/index.ts';
import {
  answerInquiry,
  assignLobbyManager,
  getIntake,
  giveDirection,
  keepAsIntake,
  listWaiting,
  openMatters as openEndpoint,
  replaceCode,
  type IntakePage,
} from '../contract.ts';
import { mostUrgent } from '../domain/clocks.ts';
import type { IntakeCommand } from '../domain/decide.ts';
import { INTAKE_STAGES, type IntakeAction } from '../domain/intake.ts';
import { intakeStep, type LoadedIntake } from '../handle.ts';
import { openMatters, partiesOfIntake } from '../handle/open.ts';
import { newCode } from '../handle/new-code.ts';
import { newQueryCode, showCode } from '../portal/code.ts';
import { findWaiting, type IntakeDb } from '../store.ts';
import { callShown } from './calls.ts';
import { filesOf } from './files.ts';
import { offlineShown } from './offline.ts';
import { doneBy, isOriginalFor, loadOwnDesk, mustSitAtDesk, type IntakeRouteNeeds } from './needs.ts';
import { mixedOf, partOf } from './register.ts';
import type { Actor } from '#platform/actor.ts';

const MOST = 500;

/** What lies at the desk, and what a person says that it is. */
export function deskRoutes(app: FastifyInstance, needs: IntakeRouteNeeds): void {
  serve(app, listWaiting, async ({ actor }) => {
    mustSitAtDesk(actor);
    const rows = await findWaiting(needs.db.sql as IntakeDb, actor.region, actor.unit, undefined, MOST);
    const texts = await readWords(
      needs.db.sql,
      needs.keys,
      rows.flatMap(({ region, title }) => (title ? [{ region, id: title }] : [])),
    );
    return {
      today: dateInChina(needs.now()),
      rows: rows.map(({ region, subject, no, title, stage, channel, received_at, clock, light_on, legal_on }) => ({
        region,
        intake: subject,
        no,
        title: (title && texts.get(title)) || '（内容已依法删除）',
        stage,
        channel: channel as never,
        receivedAt: received_at.toISOString(),
        clock,
        legalOn: legal_on,
        lightOn: light_on,
      })),
    };
  });

  serve(app, getIntake, async ({ actor, params }) => {
    const loaded = await open(params, actor);
    await needs.logAccess({ subject: loaded.subject, actor, purpose: '甄别', fields: 'identity' });
    return pageFor(loaded, actor);
  });

  serve(app, openEndpoint, async ({ actor, params, body }) => {
    const loaded = await open(params, actor);
    const { matters, sealed } = await openMatters(needs, loaded, body.parts.map(partOf), doneBy(actor, needs), body.seen, mixedOf(body));
    return { matters: matters.map(({ region, id, no }) => ({ region, matter: id, no })), sealed };
  });

  serve(app, keepAsIntake, ({ actor, params, body }) =>
    handle(params, actor, body.seen, () => ({ type: 'classify', purpose: body.purpose, matters: [], sealed: false, ...doneBy(actor, needs) })),
  );

  serve(app, answerInquiry, ({ actor, params, body }) =>
    handle(params, actor, body.seen, (keep) => ({ type: 'answer', answer: keep(body.answer), basis: keep(body.basis), ...doneBy(actor, needs) })),
  );

  serve(app, giveDirection, ({ actor, params, body }) =>
    handle(params, actor, body.seen, (keep) => ({ type: 'giveDirection', place: keep(body.place), ...doneBy(actor, needs) })),
  );

  serve(app, assignLobbyManager, ({ actor, params, body: { seen, ...card } }) =>
    handle(params, actor, seen, (keep) => ({ type: 'assignLobbyManager', card: keep(JSON.stringify(card)), ...doneBy(actor, needs) })),
  );

  serve(app, replaceCode, async ({ actor, params, body }) => {
    const { subject } = await open(params, actor);
    const code = newQueryCode(needs.codePrefix(subject.region));
    const { n } = await handle(
      params,
      actor,
      body.seen,
      (keep) => ({ type: 'replaceCode', checked: keep(body.checked), ...doneBy(actor, needs) }),
      await newCode(needs, subject, code),
    );
    return { n, code: showCode(code) };
  });

  const open = ({ region, intake }: { region: string; intake: string }, actor: Actor) => loadOwnDesk(needs, { region, id: intake }, actor);

  async function handle(
    params: { region: string; intake: string },
    actor: Actor,
    seen: number,
    commandOf: (keep: (text: string) => Note['words']) => IntakeCommand,
    writes: readonly Query[] = [],
  ) {
    const { subject } = await open(params, actor);
    const notes: Note[] = [];
    const command = commandOf((text) => {
      const note = takeNote(text);
      notes.push(note);
      return note.words;
    });
    const done = await act(needs, [intakeStep(needs, subject, command, { notes, writes })], { seen });
    return { n: done.at(-1)?.n ?? seen };
  }

  /** For whoever had no hand in what has become matters: one form of every intake, as if its words had never been here. */
  async function pageFor(loaded: LoadedIntake, actor: Actor): Promise<IntakePage> {
    if (isOriginalFor(loaded, actor)) return page(loaded);
    const plain = await page({ ...loaded, texts: new Map(), intake: { ...loaded.intake, sealed: false } });
    return { ...plain, original: false, title: '已经立件的来件', text: '', place: '', offline: null, answer: null, manager: null };
  }

  async function page(loaded: LoadedIntake): Promise<IntakePage> {
    const { subject, intake, texts, past } = loaded;
    const received = intake.received!;
    const urgent = mostUrgent(intake.clocks);
    const claims = received.claims && textOf(texts, received.claims);
    return {
      region: subject.region,
      intake: subject.id,
      no: received.no,
      n: past.length,
      today: dateInChina(needs.now()),
      stage: intake.stage,
      stageName: INTAKE_STAGES[intake.stage],
      channel: received.channel,
      receivedAt: intake.receivedAt!.toISOString(),
      postmarkOn: received.postmarkOn ?? null,
      lateEntry: received.lateEntry ?? false,
      offline: offlineShown(received.offline, texts),
      call: await callShown(needs, subject.region, intake.call),
      title: textOf(texts, received.title),
      text: textOf(texts, received.text),
      claims: claims?.startsWith('[') ? JSON.parse(claims) : [],
      parties: partiesOfIntake(loaded).map((party) => ({ ...party, role: PARTY_ROLES[party.role] })),
      place: textOf(texts, received.place),
      anonymous: received.anonymous,
      contactKnown: received.contactKnown,
      electronic: received.electronic,
      people: received.people,
      files: filesOf(loaded).map(({ name, type, bytes }, index) => ({ index, name, type, bytes })),
      clock: urgent?.clock ?? null,
      legalOn: urgent?.legalOn ?? null,
      matters: await mattersOf(subject),
      original: true,
      sealed: intake.sealed,
      answer: answerIn(loaded),
      manager: managerIn(loaded),
      asksManager: intake.clocks['D16'] !== undefined && !intake.clocks['D16'].stoppedOn,
    };
  }

  async function mattersOf({ region, id }: Subject) {
    const rows = (await findOfIntake(needs.db.sql as CaseworkDb, region, id)).filter(({ stage }) => stage !== 'sealed');
    const texts = await readWords(
      needs.db.sql,
      needs.keys,
      rows.map(({ title }) => ({ region, id: title })),
    );
    return rows.map(({ subject, no, title }) => ({ region, matter: subject, no, title: texts.get(title) ?? '（内容已依法删除）' }));
  }
}

/** Name, post and telephone of who looks after it. */
function managerIn({ past, texts }: LoadedIntake): string | null {
  const given = (past as unknown as readonly IntakeAction[]).findLast((action) => action.type === 'LobbyManagerAssigned');
  const card = given && textOf(texts, given.card);
  if (!card) return null;
  return card.startsWith('{') ? Object.values(JSON.parse(card) as Record<string, string>).join('，') : card;
}

function answerIn({ past, texts }: LoadedIntake): string | null {
  const answered = (past as unknown as readonly IntakeAction[]).find((action) => action.type === 'InquiryAnswered');
  return answered?.type === 'InquiryAnswered' ? textOf(texts, answered.answer) : null;
}
