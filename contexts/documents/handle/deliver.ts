import { actOnMatters, matterOf, matterStep, type MatterCommand } from '#contexts/casework/index.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import { act, type Step } from '#platform/act.ts';
import type { Actor } from '#platform/actor.ts';
import type { Recorded } from '#platform/history.ts';
import { readWords, takeNote } from '#platform/words.ts';
import { SEALING } from '../domain/actions.ts';
import { CATALOGUE } from '../domain/catalogue.ts';
import { getPaper } from '../domain/decide.ts';
import { METHODS, type Evidence, type Method } from '../domain/delivery.ts';
import { readDrawn } from '../domain/drawn.ts';
import type { Values } from '../domain/field.ts';
import { documentOf, type Paper } from '../domain/paper.ts';
import { sheetOf } from '../render/sheet.ts';
import { effectOf, effectsOfDispatch, lateDispatch } from './effects.ts';
import { loadPastOf, matterNoOf } from './home.ts';
import type { DocumentsNeeds } from './needs.ts';
import { contentOf } from './render.ts';
import { papersOf, paperStep } from './step.ts';

interface Asked {
  readonly actor: Pick<Actor, 'person' | 'unit'>;
  readonly seen?: number | undefined;
}

const doneBy = ({ now }: DocumentsNeeds, { person, unit }: Asked['actor']) => ({ by: { person, unit }, at: now() });
const isMatter = (past: readonly Recorded[]) => past[0]?.type === 'MatterOpened';

/** On a matter its stage, clocks and desk rows follow in the same act; other work keeps none of its own by its papers. */
const actAt = (needs: DocumentsNeeds, past: readonly Recorded[], steps: readonly Step[], subject: Subject, { seen }: Asked) => {
  const circumstances = seen === undefined ? {} : { seen };
  return isMatter(past) ? actOnMatters(needs, steps, [subject], circumstances) : act(needs, steps, { overlook: SEALING, ...circumstances });
};

/** 发出: the record of the paper and its effect on the matter are one act, or neither is. */
export async function dispatchPaper(
  needs: DocumentsNeeds,
  subject: Subject,
  no: number,
  { method, evidence, ...asked }: Asked & { method: Method; evidence: Evidence },
) {
  const document = documentOf(no);
  const past = await loadPastOf(needs, subject);
  const paper = getPaper(papersOf(past), document);
  const values = await contentOf(needs, subject, paper);
  const kept = takeNote(JSON.stringify(evidence));
  const done = doneBy(needs, asked.actor);
  const own = paperStep(needs, subject, { type: 'dispatch', document, method, evidence, kept: kept.words, ...done }, { notes: [kept] });
  const effects = isMatter(past)
    ? effectsOfDispatch(paper.code, values, { method, evidence: kept.words }, done, {
        stage: matterOf(needs, past).stage,
        again: paper.dispatchedOn !== undefined,
      })
    : [];
  const theirs = effects.map(({ command, notes }): Step => matterStep(needs, subject, command(document), { notes }));
  return actAt(needs, past, [own, ...theirs], subject, asked);
}

export async function recordDelivery(
  needs: DocumentsNeeds,
  subject: Subject,
  no: number,
  {
    method,
    evidence: written,
    drawn,
    on,
    also = [],
    ...asked
  }: Asked & { method?: Method | undefined; evidence: Evidence; drawn?: string | undefined; on: PlainDate; also?: readonly Step[] },
) {
  const evidence = withDrawn(written, drawn);
  const document = documentOf(no);
  const past = await loadPastOf(needs, subject);
  const paper = getPaper(papersOf(past), document);
  const kept = takeNote(JSON.stringify(evidence));
  const done = doneBy(needs, asked.actor);
  const own = paperStep(
    needs,
    subject,
    { type: 'recordDelivery', document, ...(method && { method }), evidence, kept: kept.words, on, ...done },
    { notes: [kept] },
  );
  const received = { type: 'recordDelivery', document, method: method ?? paper.method ?? 'direct', evidence: kept.words, on, ...done } as const;
  const effects = isMatter(past) && effectOf(paper.code) ? [...(await sentBefore(needs, subject, paper, kept.words, done)), received] : [];
  return actAt(needs, past, [own, ...effects.map((command) => matterStep(needs, subject, command)), ...also], subject, asked);
}

/** 补登: it had counted as not delivered for want of proof, so the proof says first that it did go out on its day. */
async function sentBefore(needs: DocumentsNeeds, subject: Subject, paper: Paper, evidence: Words, done: Done): Promise<MatterCommand[]> {
  if (paper.stage !== 'unproven') return [];
  const values = await contentOf(needs, subject, paper);
  return lateDispatch(paper.code, values, paper.document, { method: paper.method ?? 'direct', evidence }, done);
}

/** A signature on a pad stands for the scan of one; it lies in the same envelope as the rest of the evidence. */
function withDrawn({ drawn: _, ...written }: Evidence, drawn: string | undefined): Evidence {
  if (drawn === undefined) return written;
  if (!readDrawn(drawn)) throw new Refusal('Invalid', '手写屏上的签名没有签完整，或者没有勾选同意。请清除后重新签；也可以在纸上签名，填写扫描件编号。');
  return { ...written, signature: '本人在手写屏上签名', drawn };
}

/** 没有送到: the written duty runs on at its old date (V25), and no term of the petitioner has begun. */
export async function reportReturned(needs: DocumentsNeeds, subject: Subject, no: number, { reason, ...asked }: Asked & { reason: string }) {
  const document = documentOf(no);
  const past = await loadPastOf(needs, subject);
  const paper = getPaper(papersOf(past), document);
  const grounds = takeNote(reason);
  const done = doneBy(needs, asked.actor);
  const own = paperStep(needs, subject, { type: 'reportReturned', document, grounds: grounds.words, ...done }, { notes: [grounds] });
  const failed = { type: 'reportDeliveryFailed', document, grounds: grounds.words, ...done } as const;
  const effect = isMatter(past) && effectOf(paper.code) ? [matterStep(needs, subject, failed)] : [];
  return actAt(needs, past, [own, ...effect], subject, asked);
}

/** 作废: the number stays in the register, marked void, and is given to nothing else. */
export async function voidPaper(needs: DocumentsNeeds, subject: Subject, no: number, { reason, ...asked }: Asked & { reason: string }) {
  const grounds = takeNote(reason);
  const command = { type: 'void', document: documentOf(no), grounds: grounds.words, ...doneBy(needs, asked.actor) } as const;
  return actAt(needs, await loadPastOf(needs, subject), [paperStep(needs, subject, command, { notes: [grounds] })], subject, asked);
}

/** F27 送达回证, of what is on record now: blank where a signature is still to come. */
export async function deliveryReceipt(needs: DocumentsNeeds, subject: Subject, no: number, actor: Pick<Actor, 'person'>): Promise<Buffer> {
  const past = await loadPastOf(needs, subject);
  const sheet = await receiptSheet(needs, subject, getPaper(papersOf(past), documentOf(no)), past, actor);
  return needs.typesetter().typeset('F27', sheet).pdf;
}

export async function receiptSheet(needs: DocumentsNeeds, subject: Subject, paper: Paper, past: readonly Recorded[], actor: Pick<Actor, 'person'>) {
  const [content, sent, received] = await Promise.all([
    contentOf(needs, subject, paper),
    evidenceOf(needs, subject, paper.dispatchEvidence),
    evidenceOf(needs, subject, paper.deliveryEvidence),
  ]);
  const values = receiptValues(paper, content, sent, received, needs.personOf(actor.person));
  return sheetOf('F27', values, { organ: paper.organName, issuedOn: dateInChina(needs.now()), matterNo: matterNoOf(past) });
}

async function evidenceOf({ db, keys }: DocumentsNeeds, { region }: Subject, words: { id: string } | undefined): Promise<Evidence> {
  const text = words && (await readWords(db.sql, keys, [{ region, id: words.id }])).get(words.id);
  return text ? (JSON.parse(text) as Evidence) : {};
}

function receiptValues(paper: Paper, content: Values, sent: Evidence, received: Evidence, deliverer: string): Values {
  const { method = 'direct', dispatchedAt, endedOn } = paper;
  const { signedBy, relation, refusal, witness, drawn, ...rest } = received;
  const proofs = [...described(method, 'dispatch', sent, ['deliverer', 'place', 'address']), ...described(method, 'delivery', rest, [])];
  const given: Record<string, string | undefined> = {
    documentName: CATALOGUE[paper.code].name,
    documentNo: paper.number ?? '无文号',
    addressee: String(content['addressee'] ?? ''),
    method,
    place: sent['place'] ?? sent['address'],
    sentAt: dispatchedAt ? moment(dispatchedAt) : '　　　　年　　月　　日　　时',
    receivedAt: paper.stage === 'delivered' && endedOn ? day(endedOn) : undefined,
    evidence: proofs.join('；') || undefined,
    signedBy: signedBy && (relation ? `${signedBy}（${relation}）` : signedBy),
    drawn,
    refusal,
    witness,
    deliverer: sent['deliverer'] ?? deliverer,
  };
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

const described = (method: Method, part: 'dispatch' | 'delivery', evidence: Evidence, without: readonly string[]) =>
  METHODS[method][part].flatMap(({ name, label }) => (evidence[name] && !without.includes(name) ? [`${label}：${evidence[name]}`] : []));

const day = (date: string) => {
  const [year, month, on] = date.split('-').map(Number);
  return `${year}年${month}月${on}日`;
};
const moment = (at: Date) => {
  const china = new Date(at.getTime() + 8 * 3_600_000);
  return `${day(dateInChina(at))}${china.getUTCHours()}时${china.getUTCMinutes()}分`;
};
