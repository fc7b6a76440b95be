import type { FastifyInstance } from 'fastify';
import { IN_PERSON } from '#kernel/channels.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { serve } from '#platform/http.ts';
import { readWords } from '#platform/words.ts';
import type { Classification } from '#contexts/casework/index.ts';
import { readDrawn } from '#contexts/documents/index.ts';
import { findEarlier, registerIntake as registerEndpoint, type PartGiven, type Receipt, type Registration } from '../contract.ts';
import { loadIntake } from '../handle.ts';
import { blindTokens } from '../handle/blind.ts';
import type { Part } from '../handle/matters.ts';
import { mustBeDivisible, type Mixed } from '../handle/mixed.ts';
import { openMatters } from '../handle/open.ts';
import { registerIntake, type Arrived, type Registered } from '../handle/register.ts';
import { showCode } from '../portal/code.ts';
import type { KeptFile } from '../portal/domain/filing.ts';
import { findEarlier as findEarlierRows, type IntakeDb } from '../store.ts';
import { withFiles } from '../tickets.ts';
import { whyNotCall } from './calls.ts';
import { doneBy, mustSitAtDesk, type IntakeRouteNeeds } from './needs.ts';
import type { Actor } from '#platform/actor.ts';

/** Registration at the desk: one screen, one act. */
export function registerRoutes(app: FastifyInstance, needs: IntakeRouteNeeds): void {
  serve(app, registerEndpoint, ({ actor, body }) => register(needs, actor, body));

  serve(app, findEarlier, async ({ actor, body }) => {
    mustSitAtDesk(actor);
    const tokens = blindTokens(needs.blindKey(actor.region), { parties: body.parties, ...(body.idNumber && { idNumber: body.idNumber }) });
    const rows = await findEarlierRows(needs.db.sql as IntakeDb, actor.region, tokens);
    await Promise.all(rows.map(({ region, subject }) => needs.logAccess({ subject: { region, id: subject }, actor, purpose: '登记时查重', fields: 'page' })));
    const texts = await readWords(
      needs.db.sql,
      needs.keys,
      rows.flatMap(({ region, title }) => (title ? [{ region, id: title }] : [])),
    );
    return rows
      .filter(({ stage }) => stage !== 'sealed')
      .map(({ region, subject, no, stage, channel, received_at, title }) => ({
        region,
        intake: subject,
        no,
        stage,
        channel: channel as never,
        title: (title && texts.get(title)) || '（内容已依法删除）',
        receivedOn: dateInChina(received_at),
      }));
  });
}

/** One registration, whether it comes at once or from a device that was out of the network. */
export async function register(needs: IntakeRouteNeeds, actor: Actor, body: Registration, also: Pick<Arrived, 'offline'> = {}): Promise<Receipt> {
  mustSitAtDesk(actor);
  mustAddUp(body, needs.lawOf(needs.packFor(actor.region, dateInChina(needs.now()))).limits.representatives.people);
  const parts = (body.parts ?? []).map(partOf);
  const accusing = parts.some(({ accusation }) => accusation);
  mustBeDivisible(parts, mixedOf(body), body.files?.length ?? 0);
  const refusal = await whyNotCall(needs, actor.region, body);
  if (refusal) throw refusal;
  const by = { person: actor.person, unit: actor.unit };
  const given = { by, parts: accusing ? [] : parts };
  const registered = await withFiles(needs, actor, body.files ?? [], (take) =>
    registerIntake(needs, actor.region, { ...arrivedOf(needs, body, actor, take(body.files ?? [])), ...also }, given),
  );
  const subject = registered.intake;

  // What accuses somebody is sealed away in an act of its own, right after: its words are then already here to be forgotten.
  const later =
    accusing && !registered.known
      ? await loadIntake(needs, subject).then((loaded) => openMatters(needs, loaded, parts, doneBy(actor, needs), loaded.past.length, mixedOf(body)))
      : undefined;
  return { ...receiptOf(registered, later?.matters), sealed: later?.sealed ?? 0 };
}

export function receiptOf({ intake, no, receivedAt, known, code, matters }: Registered, opened = matters): Receipt {
  return {
    region: intake.region,
    intake: intake.id,
    no,
    receivedAt: receivedAt.toISOString(),
    known,
    code: code ? showCode(code) : null,
    matters: opened.map(({ region, id, no: number }) => ({ region, matter: id, no: number })),
    sealed: 0,
  };
}

/** What only together makes sense; each sentence says what to change. */
function mustAddUp({ channel, parties, anonymous, oral, drawn, electronic }: Registration, most: number): void {
  const representatives = parties.filter(({ role }) => role === 'representative').length;
  if (channel === 'visit' && representatives > most) {
    throw new Refusal('AgainstRule', `来访的代表最多${most}人，现在写了${representatives}人。其他人请记为联名人，他们同样可以凭查询码查询。`, '第二十条第三款');
  }
  if (!anonymous && parties.length === 0) throw new Refusal('Invalid', '请填写信访人；不愿留姓名的，请选“匿名”。');
  const forWhom = parties.some(({ role }) => role === 'principal' || role === 'representative');
  if (parties.some(({ role }) => role === 'agent' || role === 'guardian') && !forWhom) {
    throw new Refusal('Invalid', '写了代理人、监护人，还要写明是替谁提出的：把本人也写上，不知道全名的写称呼。事项是本人的，文书、期限都对本人。');
  }
  if (oral && channel !== 'visit' && channel !== 'phone') throw new Refusal('Invalid', '只有来访、来电需要核对口述记录。');
  if (drawn && (channel !== 'visit' || oral !== 'signature' || !readDrawn(drawn)))
    throw new Refusal('Invalid', '手写签名没有签完整，或者没有选“已签字”。请清除后重新签；不愿意签的不用签，登记照常进行。');
  if (electronic && !parties.some(({ phone }) => phone))
    throw new Refusal('Invalid', '选了电子送达，请留一个打得通的电话：文书放上门户以后，要打电话告诉本人。');
}

function arrivedOf(needs: IntakeRouteNeeds, body: Registration, actor: Actor, files: readonly KeptFile[]): Arrived {
  const { channel, receivedAt, title, text, claims, parties, anonymous, electronic, people, place, idNumber, oral, drawn, external, call, postmarkOn } = body;
  const { unit } = actor;
  return {
    channel,
    receivedAt: new Date(receivedAt),
    unit,
    isPetitionDept: needs.organCard(unit).isPetitionDept,
    level: needs.levelOf(unit),
    title,
    text,
    claims,
    parties,
    anonymous,
    electronic,
    people,
    ...(place && { place }),
    ...(postmarkOn && { postmarkOn: postmarkOn as PlainDate }),
    ...(idNumber && { idNumber }),
    ...(oral && { oral }),
    ...(drawn && { drawn }),
    ...(external && { external }),
    ...(call && { call }),
    ...(files.length > 0 && { files }),
    ...(IN_PERSON.has(channel) && { card: needs.personCard(actor.person, unit) }),
  };
}

export function partOf({ title, text, claims, accusation, classify }: PartGiven): Part {
  const decided = classify && ({ simple: false, ownLower: false, ...classify, evaluation: true } as Classification);
  return { title, text, claims, accusation, ...(decided && !accusation && { classify: decided }) };
}

export const mixedOf = ({ blackOut, release }: Pick<Registration, 'blackOut' | 'release'>): Mixed => ({
  ...(blackOut && { blackOut }),
  ...(release && { release }),
});
