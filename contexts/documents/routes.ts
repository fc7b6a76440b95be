import type { FastifyInstance } from 'fastify';
import { isConcerned, performsOnly } from '#contexts/casework/index.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Role } from '#kernel/roles.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import type { DoneAll } from '#platform/act.ts';
import { describe } from '#platform/log.ts';
import { serve } from '#platform/http.ts';
import * as contract from './contract.ts';
import { ASKS } from './domain/decide.ts';
import { CATALOGUE } from './domain/catalogue.ts';
import type { Values } from './domain/field.ts';
import type { PaperCode } from './domain/kind.ts';
import { correctionOf, documentOf, numberOf, type Paper, type Papers } from './domain/paper.ts';
import { PAPER_PERMISSIONS, signersOf } from './domain/permissions.ts';
import { deliveryReceipt, dispatchPaper, recordDelivery, reportReturned, voidPaper } from './handle/deliver.ts';
import { discardDraft, loadDraft, previewDraft, readinessOf, saveDraft, startDraft } from './handle/drafts.ts';
import { loadHome, papersAt, type Home } from './handle/home.ts';
import { decidesRecusalAlone } from './handle/prefill-recusal.ts';
import { organFor, type DocumentsNeeds } from './handle/needs.ts';
import { queueRoutes } from './queue.ts';
import { readPaper, renderPaper } from './handle/render.ts';
import { signDraft } from './handle/sign.ts';
import { fileRoutes } from './routes/file.ts';
import { officeRoutes } from './routes/office.ts';
import { findDrafts, findVerification, type DocumentsDb } from './store.ts';

/** What the pages need beside what the acts need: who may open content, and the log of who did. */
export interface DocumentsRouteNeeds extends DocumentsNeeds {
  readonly regions: () => readonly string[]; // in which matters of this unit may lie
  readonly mayOpenContent: (actor: Actor) => boolean;
  readonly logAccess: (access: { subject: Subject; actor: Actor; purpose: string; fields: 'page' | 'identity' }) => Promise<void>;
}

/** The organ above that decides a challenge (第二十八条) writes that decision, and sees no other paper. */
const decidesOnly = ({ matter }: Home, needs: DocumentsNeeds, { unit }: Actor) => matter !== undefined && decidesRecusalAlone(needs, matter, unit);

/** Whoever only carries out what was decided reads what decides it, and writes nothing here (第三十二条第二款). */
const onlyPerforms = ({ matter }: Home, needs: DocumentsNeeds, { unit }: Actor) => matter !== undefined && performsOnly(matter.matter, unit, needs.organs());
const DECIDING: ReadonlySet<PaperCode> = new Set(['F23', 'F24', 'F26', 'F35', 'F36']);
const isToPerform = ({ code, stage }: Paper) => DECIDING.has(code) && (code === 'F26' || stage === 'dispatched' || stage === 'delivered');

type Place = { readonly region: string; readonly matter: string };
const subjectOf = ({ region, matter }: Place): Subject => ({ region, id: matter });
const typesOf = (done: DoneAll) => ({ done: done.map(({ type }) => type) });

/** A route asks, decides nothing, and answers. */
export function documentsRoutes(app: FastifyInstance, needs: DocumentsRouteNeeds): void {
  const db = needs.db.sql as DocumentsDb;
  fileRoutes(app, needs);
  officeRoutes(app, needs);
  queueRoutes(app, needs);

  serve(app, contract.listPapers, async ({ params, actor }) => {
    const subject = subjectOf(params);
    const home = await open(subject, actor, PAPER_PERMISSIONS.read);
    const papers = papersAt(home);
    const onlyDecides = decidesOnly(home, needs, actor);
    const performs = onlyPerforms(home, needs, actor);
    const drafts = await findDrafts(db, subject, actor.unit);
    return {
      papers: Object.values(papers.all)
        .filter((paper) => (!onlyDecides || paper.organ === organFor(needs, actor.unit)) && (!performs || isToPerform(paper)))
        .map((paper) => shown(paper, papers, { unit: organFor(needs, actor.unit), roles: actor.roles }))
        .sort((one, other) => other.no - one.no),
      drafts: drafts.map(({ id, code, saved_at, saved_by }) => ({
        draft: id,
        code,
        name: CATALOGUE[code].name,
        savedAt: saved_at.toISOString(),
        savedBy: needs.personOf(saved_by),
      })),
      electronicConsent: papers.electronic,
      ...(home.beside && { offers: home.beside.offers(actor).map(named) }),
      ...(onlyDecides && { offers: [named('F18')] }),
      ...(performs && { offers: [] }),
    };
  });

  serve(app, contract.startDraft, async ({ params, body, actor }) => {
    const subject = subjectOf(params);
    const home = await open(subject, actor, PAPER_PERMISSIONS.draft);
    const { code, values, corrects } = body;
    if (onlyPerforms(home, needs, actor)) throw new Refusal('NotAllowed', '本单位只负责落实，文书由办理单位出。做完了，请在事项页“报告落实情况”。', PERFORMING);
    if (code !== 'F18' && decidesOnly(home, needs, actor))
      throw new Refusal('NotAllowed', '本单位只决定这项回避申请，只出《回避申请和决定》；其他文书由办理单位出。', RECUSAL);
    const started = await startDraft(needs, subject, { code, ...(values && { values: values as Values }), ...(corrects !== undefined && { corrects }) }, actor);
    return { ...started, values: writable(started.values) };
  });

  serve(app, contract.getDraft, async ({ params, actor }) => {
    const loaded = await open(subjectOf(params), actor, PAPER_PERMISSIONS.draft);
    const draft = await loadDraft(needs, subjectOf(params), params.draft, actor);
    const { code, saved_at, saved_by } = draft.row;
    return {
      draft: params.draft,
      code,
      values: writable(draft.values),
      savedAt: saved_at.toISOString(),
      savedBy: needs.personOf(saved_by),
      ...readinessOf(needs, loaded, draft),
    };
  });

  serve(app, contract.saveDraft, async ({ params, body, actor }) => {
    await open(subjectOf(params), actor, PAPER_PERMISSIONS.draft);
    return saveDraft(needs, subjectOf(params), params.draft, body.values as Values, body.version, actor);
  });

  serve(app, contract.discardDraft, async ({ params, actor }) => {
    await open(subjectOf(params), actor, PAPER_PERMISSIONS.draft);
    return { discarded: await discardDraft(needs, subjectOf(params), params.draft, actor) };
  });

  serve(app, contract.previewDraft, async ({ params, actor }) => {
    await open(subjectOf(params), actor, PAPER_PERMISSIONS.draft, '预览草稿');
    return { name: '草稿.pdf', content: await previewDraft(needs, subjectOf(params), params.draft, actor), show: true };
  });

  serve(app, contract.signDraft, async ({ params, body, actor, request }) => {
    const subject = subjectOf(params);
    await open(subject, actor, PAPER_PERMISSIONS.read);
    const { row } = await loadDraft(needs, subject, params.draft, actor);
    mustHaveOne(actor, signersOf(row.code), `《${CATALOGUE[row.code].name}》要由单位负责人签发，请送签。`);
    const { no, number, done } = await signDraft(needs, subject, { draft: params.draft, ...body }, actor);
    // The bytes follow at once where that goes well; else the worker makes them. The number stands either way.
    await renderPaper(needs, subject, no).catch((error) => request.log.warn(describe(error), 'paper left to the worker'));
    return { no, number, ...typesOf(done) };
  });

  serve(app, contract.voidPaper, async ({ params, body, actor }) => {
    await openOwn(params, actor, PAPER_PERMISSIONS.void);
    return typesOf(await voidPaper(needs, subjectOf(params), params.no, { reason: body.reason, actor }));
  });

  serve(app, contract.dispatchPaper, async ({ params, body, actor }) => {
    const { code } = await openOwn(params, actor, PAPER_PERMISSIONS.dispatch);
    if (code === 'F16') mustHaveOne(actor, signersOf('F16'), '延期由单位负责人批准，并在批准时发出告知书。');
    return typesOf(await dispatchPaper(needs, subjectOf(params), params.no, { ...body, actor }));
  });

  serve(app, contract.recordDelivery, async ({ params, body, actor }) => {
    await openOwn(params, actor, PAPER_PERMISSIONS.dispatch);
    const { evidence, method, seen, drawn } = body;
    return typesOf(await recordDelivery(needs, subjectOf(params), params.no, { evidence, method, seen, drawn, on: body.on as PlainDate, actor }));
  });

  serve(app, contract.recordFailure, async ({ params, body, actor }) => {
    await openOwn(params, actor, PAPER_PERMISSIONS.dispatch);
    return typesOf(await reportReturned(needs, subjectOf(params), params.no, { ...body, actor }));
  });

  serve(app, contract.getPaperPdf, async ({ params, actor }) => {
    await openToRead(params, actor, '查阅文书');
    const { pdf, name } = await readPaper(needs, subjectOf(params), params.no);
    return { name, content: pdf, show: true };
  });

  serve(app, contract.getDeliveryReceipt, async ({ params, actor }) => {
    await openToRead(params, actor, '查阅送达回证');
    return { name: '送达回证.pdf', content: await deliveryReceipt(needs, subjectOf(params), params.no, actor), show: true };
  });

  /** Only for a unit that has to do with the matter or the other work; opening a paper is written down. */
  async function open(subject: Subject, actor: Actor, roles: readonly Role[], purpose?: string): Promise<Home> {
    if (!needs.mayOpenContent(actor)) throw new Refusal('NotAllowed', '系统管理员不能打开信访事项的内容。', '《个人信息保护法》第五十一条');
    mustHaveOne(actor, roles, '您的岗位没有这项职责，请由本单位有相应职责的人办理。');
    const home = await loadHome(needs, subject);
    const isOpen = home.matter
      ? isConcerned(home.matter.matter, actor.unit) || decidesOnly(home, needs, actor) || onlyPerforms(home, needs, actor)
      : home.beside?.isOpenTo(actor);
    if (!isOpen) throw new Refusal('NotFound', '没有这件信访事项或者这项工作，或者不在本单位经手的范围内。请核对编号。');
    if (purpose) await needs.logAccess({ subject, actor, purpose, fields: 'page' });
    return home;
  }

  async function openToRead(params: Place & { no: number }, actor: Actor, purpose: string): Promise<void> {
    const home = await open(subjectOf(params), actor, PAPER_PERMISSIONS.read);
    const paper = papersAt(home).all[documentOf(params.no)];
    if (onlyPerforms(home, needs, actor) && !(paper && isToPerform(paper)))
      throw new Refusal('NotAllowed', '本单位只负责落实，只看作出决定的文书。要看别的，请与办理单位联系。', PERFORMING);
    const organ = paper?.organ;
    if (decidesOnly(home, needs, actor) && organ !== organFor(needs, actor.unit))
      throw new Refusal('NotAllowed', '本单位只决定这项回避申请，不看办理单位的文书。', RECUSAL);
    await needs.logAccess({ subject: home.subject, actor, purpose, fields: 'page' });
  }

  /** A paper is voided, sent and proven by the unit that issued it. */
  async function openOwn(params: Place & { no: number }, actor: Actor, roles: readonly Role[]): Promise<Paper> {
    const paper = papersAt(await open(subjectOf(params), actor, roles)).all[documentOf(params.no)];
    if (!paper) throw new Refusal('NotFound', '本件没有这份文书，请刷新页面后核对。');
    if (paper.organ !== organFor(needs, actor.unit)) throw new Refusal('NotAllowed', `这份文书由${paper.organName}制发，由该单位办理。`);
    return paper;
  }
}

const PERFORMING = '《信访工作条例》第三十二条第二款';
const RECUSAL = '《信访工作条例》第二十八条';
const named = (code: PaperCode) => ({ code, name: CATALOGUE[code].name });

/** For anyone who holds a paper; served on the portal too, in its own role. */
export function verificationRoutes(app: FastifyInstance, { db }: Pick<DocumentsNeeds, 'db'>): void {
  serve(app, contract.verifyPaper, async ({ params }) => {
    const row = await findVerification(db.sql as DocumentsDb, params.code);
    if (!row) throw new Refusal('NotFound', '没有这个核对码。请核对文书上的二维码；仍查不到的，请向文书上的单位核实。');
    const { number, name, organ, issued_on, state, check_value, hash, replaced_by } = row;
    return { number, name, organ, issuedOn: issued_on, state, checkValue: check_value, hash, replacedBy: replaced_by };
  });
}

function mustHaveOne({ roles }: Actor, allowed: readonly Role[], sentence: string): void {
  if (!roles.some((role) => allowed.includes(role))) throw new Refusal('NotAllowed', sentence);
}

function shown(paper: Paper, papers: Papers, { unit, roles }: Pick<Actor, 'unit' | 'roles'>): contract.PaperItem {
  const { document, code, number, stage, issuedOn, organ, rendering, method, dispatchedOn, endedOn, corrects, correctedBy } = paper;
  const mine = organ === unit;
  const has = (allowed: readonly Role[]) => roles.some((role) => allowed.includes(role));
  const allows: contract.PaperItem['allows'] = [];
  const { effects, published } = CATALOGUE[code];
  if (mine && !published && has(PAPER_PERMISSIONS.void) && ASKS.void.includes(stage) && (!effects.signed || paper.revoked)) allows.push('void');
  if (mine && !published && has(PAPER_PERMISSIONS.dispatch) && ASKS.dispatch.includes(stage)) allows.push('dispatch');
  if (mine && has(PAPER_PERMISSIONS.dispatch) && ASKS.recordDelivery.includes(stage)) allows.push('recordDelivery');
  if (mine && has(PAPER_PERMISSIONS.dispatch) && ASKS.reportReturned.includes(stage)) allows.push('recordFailure');
  if (mine && has(PAPER_PERMISSIONS.draft) && !correctionOf(papers, document) && ['dispatched', 'delivered'].includes(stage)) allows.push('correct');
  return {
    no: numberOf(document),
    code,
    name: CATALOGUE[code].name,
    number,
    stage,
    issuedOn,
    organ,
    hash: rendering?.hash ?? null,
    pages: rendering?.pages ?? null,
    method: method ?? null,
    dispatchedOn: dispatchedOn ?? null,
    endedOn: endedOn ?? null,
    corrects: corrects ? numberOf(corrects) : null,
    correctedBy: correctedBy ? numberOf(correctedBy) : null,
    allows,
  };
}

/** The same values, as the contract types them. */
const writable = (values: Values) => values as contract.DraftValues;
