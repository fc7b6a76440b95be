import * as documents from '#contexts/documents/contract.ts';
import type { Method, PaperCode } from '#contexts/documents/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Role } from '#kernel/roles.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { BLANKS } from './blanks.ts';
import { proofOfReceipt, proofOfSending } from './evidence.ts';
import { actorOf, type Do, type Doing } from './deed.ts';

/** A paper from its draft to the hand of its reader, as a clerk and a head do it at the workbench. */
const CLERKS: readonly Role[] = ['unitClerk', 'triageOfficer', 'intakeOfficer', 'unitHead'];
const HEADS: readonly Role[] = ['petitionDeptHead', 'unitHead'];

/** Of one hand from the admission to the opinion: whoever reviews took no part before (第二十八条第三款). */
const isOfReview = (paper: PaperCode | undefined) => paper !== undefined && REVIEWED.has(paper);
const REVIEWED: ReadonlySet<PaperCode> = new Set<PaperCode>(['F34', 'F35', 'F36', 'F37', 'F57']);

export const draft: Do = async (doing) => {
  const { stage, deed } = doing;
  const subject = await subjectOf(doing);
  const code = deed.paper!;
  const values = await BLANKS[code]?.(doing, subject);
  const corrects = code === 'F59' ? (await doing.scene.paper(subject, 'F23'))?.document : undefined;
  const actor = actorOf(doing, isOfReview(deed.paper) ? ['reviewOfficer'] : CLERKS);
  const body = { code, ...(values && { values: values as never }), ...(corrects && { corrects }) };
  const started = await stage.office.ask(documents.startDraft, actor, { params: paramsOf(subject), body });
  doing.scene.drafts.set(`${subject.id} ${code}`, started.draft);
};

export const sign: Do = async (doing) => {
  const { stage, deed } = doing;
  const subject = await subjectOf(doing);
  const params = paramsOf(subject);
  const head = actorOf(doing, isOfReview(deed.paper) ? ['reviewOfficer', ...HEADS] : HEADS);
  const mine = doing.scene.drafts.get(`${subject.id} ${deed.paper}`) ?? (await findDraft());
  if (!mine) throw new Error(`No draft of ${deed.paper}`);
  await stage.office.ask(documents.signDraft, head, { params: { ...params, draft: mine }, body: { version: 1 } });

  /** It was drafted before the replay was broken off. */
  async function findDraft(): Promise<string | undefined> {
    const { drafts } = await stage.office.ask(documents.listPapers, head, { params });
    return drafts.find(({ code }) => code === deed.paper)?.draft;
  }
};

export const send: Do = async (doing) => {
  const { stage, deed } = doing;
  const subject = await subjectOf(doing);
  const method = deed.method!;
  const params = { ...paramsOf(subject), no: await numberOf(doing, subject) };
  await stage.office.ask(documents.dispatchPaper, clerkOrHead(doing), { params, body: { method, evidence: proofOfSending(method, doing) } });
};

export const arrive: Do = async (doing) => {
  const { stage, deed, at } = doing;
  const subject = await subjectOf(doing);
  const method: Method = deed.method!;
  const params = { ...paramsOf(subject), no: await numberOf(doing, subject) };
  await stage.office.ask(documents.recordDelivery, clerkOrHead(doing), { params, body: { evidence: proofOfReceipt(method, doing), on: dateInChina(at) } });
};

export const comeBack: Do = async (doing) => {
  const { stage, deed } = doing;
  const subject = await subjectOf(doing);
  const step = deed.step!;
  const reason = 'reason' in step && step.reason ? step.reason : '邮件退回';
  const params = { ...paramsOf(subject), no: await numberOf(doing, subject) };
  await stage.office.ask(documents.recordFailure, clerkOrHead(doing), { params, body: { reason } });
};

const subjectOf = ({ scene, deed }: Doing): Promise<Subject> => scene.matter(deed.matter);
const paramsOf = ({ region, id }: Subject) => ({ region, matter: id });

/** An extension is approved and told in one act, by the head (第三十四条). */
const clerkOrHead = (doing: Doing): Actor => actorOf(doing, doing.deed.paper === 'F16' ? HEADS : CLERKS);

async function numberOf({ scene, deed }: Doing, subject: Subject): Promise<number> {
  const paper = await scene.paper(subject, deed.paper!, deed.nth);
  if (!paper) throw new Error(`No ${deed.paper} in this matter`);
  return paper.document;
}
