/** Complaints over HTTP. Whoever may not know of one hears that there is none. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { explain } from '#kernel/clocks/explain.ts';
import { daysOfMoved, RECOUNTED } from '#kernel/clocks/moved.ts';
import { dateInChina, daysBetween, plainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import { readWords, takeNote } from '#platform/words.ts';
import { answerComplaint, getComplaint, listComplaints, registerComplaint, type ComplaintRow as Row } from './contract.ts';
import { complaintClock } from './domain/clocks.ts';
import type { Received } from './domain/complaint.ts';
import { notHere } from './domain/decide.ts';
import { isPartOf, MAY_REGISTER, mayOpen } from './domain/permissions.ts';
import { handleComplaint, loadComplaint, placesOf, receiveComplaint, rowOf, type CountedAction, type SupervisionNeeds } from './handle.ts';
import { promiseRoutes } from './promises.ts';
import { reauditRoutes } from './reaudit.ts';
import { findQueue, type ComplaintRow } from './store.ts';

export interface SupervisionRouteNeeds extends SupervisionNeeds {
  /** Nothing is shown before this is on the disk (不变量 29). */
  readonly logAccess: (access: {
    readonly subject: Subject;
    readonly actor: Actor;
    readonly purpose: string;
    readonly fields: 'page' | 'identity';
  }) => Promise<void>;
}

export function supervisionRoutes(app: FastifyInstance, needs: SupervisionRouteNeeds): void {
  const { db, keys, now } = needs;
  const today = () => dateInChina(now());
  const directory = () => needs.directory.current();

  reauditRoutes(app, needs);
  promiseRoutes(app, needs);

  serve(app, listComplaints, async ({ actor, query: { answered = 'no' } }) => {
    const current = directory();
    const inner = current
      .childrenOf(actor.unit)
      .map(({ unit }) => unit)
      .filter((unit) => current.organOf(unit) === actor.unit);
    const rows = await findQueue(db.sql, actor.region, [actor.unit, ...inner], answered === 'yes');
    return { today: today(), rows: rows.filter((row) => isFor(actor, row)).map(asRow) };
  });

  serve(app, getComplaint, async ({ actor, params }) => {
    const subject = { region: params.region, id: params.complaint };
    const {
      complaint: { received, answered },
      actions,
    } = await load(subject, actor);
    await needs.logAccess({ subject, actor, purpose: 'supervise', fields: 'page' });
    const noted = [received.words, received.contact, answered?.words, answered?.evidence].filter((words) => words !== undefined);
    const texts = await readWords(
      db.sql,
      keys,
      noted.map(({ id }) => ({ region: subject.region, id })),
    );
    const textOf = (words: { id: string } | undefined) => (words ? (texts.get(words.id) ?? '（内容已依法删除）') : undefined);
    const law = needs.lawOf(received.pack);
    const clock = complaintClock(actions, law);
    const told = clock && explain(clock, law);
    const contact = textOf(received.contact);
    const evidence = textOf(answered?.evidence);
    return {
      ...asRow(rowOf(subject, actions, needs.lawOf)!),
      text: textOf(received.words)!,
      ...(contact && { contact }),
      ...(received.matter && { matter: received.matter }),
      ...(received.member && { ofMember: true }),
      ...(told && {
        clock: { name: told.name, standing: told.standing, lines: [...told.lines.map(({ word, text }) => ({ word, text })), ...recountsTold(actions)] },
      }),
      ...(answered && {
        answer: {
          text: textOf(answered.words)!,
          told: answered.told,
          toldOn: answered.toldOn,
          by: directory().personOf(answered.by.person),
          ...(evidence && { evidence }),
        },
      }),
    };
  });

  serve(app, registerComplaint, async ({ actor, body: { unit, about, text, contact, matter } }) => {
    if (!actor.roles.some((role) => MAY_REGISTER.includes(role)))
      throw new Refusal('NotAllowed', '投诉由接访办信人员登记，您现在的职务不能办。投诉人也可以在进度页面自己提交。');
    const current = directory();
    if (isPartOf(actor.unit, unit, placesOf(current))) {
      const organ = current.inChargeOfComplaintsAbout(unit);
      const where = organ ? `${current.nameOf(organ)}（电话 ${current.getOrgan(organ).phones.join('、')}）` : '上一级信访部门';
      throw new Refusal('NotAllowed', `对本单位的投诉不由本单位登记。请告诉投诉人：可以在进度页面自己提交，或者找${where}。`, '信访工作条例第四十六条');
    }
    const { region, id, organ } = await receiveComplaint(needs, {
      id: randomUUID(),
      unit,
      about,
      text,
      ...(contact && { contact }),
      ...(matter && { matter }),
      by: byOf(actor),
    });
    return { region, complaint: id, organ, organName: current.nameOf(organ) };
  });

  serve(app, answerComplaint, async ({ actor, params, body: { result, text, told, toldOn, evidence } }) => {
    const subject = { region: params.region, id: params.complaint };
    await load(subject, actor);
    const words = takeNote(text);
    const proof = evidence ? takeNote(evidence) : undefined;
    const command = {
      type: 'answer',
      result,
      words: words.words,
      length: [...text.trim()].length,
      told,
      toldOn: plainDate(toldOn),
      evidence: proof?.words,
      by: byOf(actor),
      at: now(),
    } as const;
    const done = await handleComplaint(needs, subject, command, proof ? [words, proof] : [words]);
    return { done: done.map(({ type }) => type) };
  });

  /** @throws Refusal `NotFound` for whoever may not know */
  async function load(subject: Subject, actor: Actor) {
    const { complaint, actions } = await loadComplaint(needs, subject);
    const { received } = complaint;
    if (!received || !isFor(actor, received)) throw notHere();
    return { complaint: { ...complaint, received }, actions };
  }

  function isFor({ unit, roles, person }: Actor, complaint: Pick<Received, 'unit' | 'organ'>): boolean {
    const units = directory()
      .postsOf(person, today())
      .map((post) => post.unit);
    return mayOpen({ unit, roles, units }, complaint, placesOf(directory()));
  }

  function asRow({ region, subject, about, unit, received_at, light_on: lightOn, legal_on: legalOn, answered_on: answeredOn, result }: ComplaintRow): Row {
    return {
      region,
      complaint: subject,
      about,
      unit,
      unitName: directory().nameOf(unit),
      receivedOn: dateInChina(received_at),
      ...(lightOn && { lightOn }),
      ...(legalOn && { legalOn, daysLeft: daysBetween(answeredOn ?? today(), legalOn) }),
      ...(answeredOn && { answeredOn }),
      ...(result && { result }),
    };
  }
}

/** What a holiday notice moved of it, and when it was counted. */
const recountsTold = (actions: readonly CountedAction[]) =>
  actions.flatMap((action) =>
    action.type === 'TermsRecounted'
      ? action.moved.map((term) => ({ word: '改日子', text: `${dateInChina(action.at)} ${RECOUNTED}：${daysOfMoved(term)}` }))
      : [],
  );

const byOf = ({ person, unit }: Actor) => ({ person, unit });
