import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Decider, Done, Words } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Issue, PaperAction, Rendering } from './actions.ts';
import { CATALOGUE } from './catalogue.ts';
import { findMissing } from './check.ts';
import { lackingEvidence, METHODS, type Evidence, type Method } from './delivery.ts';
import type { Values } from './field.ts';
import { correctionOf, evolve, nextDocument, none, PAPER_STAGES, type Paper, type Papers, type PaperStage } from './paper.ts';

/** What may be asked of the papers of a subject. Values and evidence are looked at here and kept as Words. */
export type PaperCommand = Done &
  (
    | ({ readonly type: 'number'; readonly values: Values } & Omit<Issue, 'document' | 'template'> & { readonly template: string })
    | ({ readonly type: 'seal'; readonly document: string } & Rendering)
    | { readonly type: 'void'; readonly document: string; readonly grounds: Words }
    | { readonly type: 'dispatch'; readonly document: string; readonly method: Method; readonly evidence: Evidence; readonly kept: Words }
    | {
        readonly type: 'recordDelivery';
        readonly document: string;
        readonly method?: Method;
        readonly evidence: Evidence;
        readonly kept: Words;
        readonly on: PlainDate;
      }
    | { readonly type: 'reportReturned'; readonly document: string; readonly grounds: Words }
  );

type Of<Type extends PaperCommand['type']> = Extract<PaperCommand, { type: Type }>;

/** Which stage each command asks for, and what to do instead. The list of papers shows the same. */
export const ASKS: Readonly<Record<Exclude<PaperCommand['type'], 'number'>, readonly PaperStage[]>> = {
  seal: ['numbered'],
  void: ['numbered', 'sealed'],
  dispatch: ['sealed', 'failed', 'unproven'],
  recordDelivery: ['dispatched', 'unproven'],
  reportReturned: ['dispatched'],
};

const WAY_OUT: Readonly<Record<PaperStage, string>> = {
  numbered: '文书取号后几秒内成文，请稍后刷新。',
  sealed: '请先登记发出和凭证。',
  dispatched: '已经发出的文书不能作废；确有错误的，请另发更正决定书。没有送到的，请先登记未送达。',
  delivered: '已经送达的文书不改不废；确有错误的，请另发更正决定书。',
  failed: '请换一种方式重新发出，并登记凭证。',
  unproven: '拿到凭证的，请补登送达；没有的，请换一种方式重新发出。',
  voided: '作废的号不再使用，请重新起草、另取新号。',
};

/** From the draft to the reader's hand. A paper once issued is never changed: a mistake is mended by another paper. */
export const paperDecider: Decider<PaperCommand, PaperAction, Papers> = { initial: none, evolve, decide };

function decide(command: PaperCommand, papers: Papers): PaperAction[] {
  switch (command.type) {
    case 'number':
      return number(command, papers);
    case 'seal': {
      mustStand('seal', getPaper(papers, command.document));
      return [{ ...command, type: 'DocumentSealed' }];
    }
    case 'void': {
      const { document, grounds, by, at } = command;
      const paper = getPaper(papers, document);
      mustNotBePublic(paper, '公示稿不作废。要改的，请先“撤下公示”，再重新签发一份。');
      mustStand('void', paper);
      mustDecideNothing(paper);
      return [{ type: 'DocumentVoided', document, grounds, by, at }];
    }
    case 'dispatch':
      return dispatch(command, papers);
    case 'recordDelivery':
      return deliver(command, papers);
    case 'reportReturned': {
      const { document, grounds, by, at } = command;
      mustStand('reportReturned', getPaper(papers, document));
      return [{ type: 'PaperReturned', document, grounds, by, at }];
    }
  }
}

function number({ type: _, values, ...issue }: Of<'number'>, papers: Papers): PaperAction[] {
  const { name } = CATALOGUE[issue.code];
  const missing = findMissing(issue.code, values);
  if (missing.length > 0) {
    const why = missing.find(({ why: one }) => one.includes('《'))?.why.match(/《[^》]+》第[一二三四五六七八九十]+条/)?.[0];
    throw new Refusal('AgainstRule', `《${name}》还不能取号，缺：${missing.map(({ label }) => label).join('、')}。请补齐后再签。`, why);
  }
  const { corrects } = issue;
  if (corrects && !papers.all[corrects]) throw new Refusal('NotFound', '要更正的那份文书不在本件中，请核对。');
  if (corrects && papers.all[corrects]?.stage === 'voided') throw new Refusal('AgainstRule', '那份文书已经作废，没有发出，不需要更正；请重新起草。');
  if (corrects) mustBeCorrectedOnce(papers, corrects);
  return [{ type: 'DocumentNumbered', ...issue, document: nextDocument(papers) }];
}

/** Two corrections of one paper would leave its reader to guess which holds. @throws Refusal with the way that is left */
export function mustBeCorrectedOnce(papers: Papers, corrects: string): void {
  const first = correctionOf(papers, corrects);
  if (!first) return;
  const which = `这份文书已经有一份《更正决定书》（${first.number ?? '无文号'}），不能再出一份，以免两份说法不一`;
  const way = ASKS.void.includes(first.stage) ? '那一份还没有发出：写错了的，请先作废它，再重新起草' : '那一份里还有错的，请更正那一份';
  throw new Refusal('AgainstRule', `${which}。${way}。`);
}

function dispatch({ document, method, evidence, kept, by, at }: Of<'dispatch'>, papers: Papers): PaperAction[] {
  const paper = getPaper(papers, document);
  mustNotBePublic(paper, '公示稿不向谁发出。先“登记公示告知”，过了异议期，由另一人“发布公示”。');
  mustStand('dispatch', paper);
  mustAgree(method, paper, papers);
  mustBeProven(method, 'dispatch', evidence);
  return [{ type: 'PaperDispatched', document, method, evidence: kept, by, at }];
}

function deliver(command: Of<'recordDelivery'>, papers: Papers): PaperAction[] {
  const { document, evidence, kept, on, by, at } = command;
  const paper = getPaper(papers, document);
  mustStand('recordDelivery', paper);
  const sent = paper.method ?? 'direct';
  const method = command.method ?? sent;
  const atTheDoor: readonly Method[] = ['direct', 'adultFamily', 'leftAtHome'];
  if (method !== sent && !(atTheDoor.includes(method) && atTheDoor.includes(sent))) {
    throw new Refusal(
      'AgainstRule',
      `这份文书是按“${METHODS[sent].name}”发出的，不能登记为“${METHODS[method].name}”。没有送到的，请先登记未送达，再换方式发出。`,
    );
  }
  if (on > dateInChina(at)) throw new Refusal('AgainstRule', '送达日期晚于今天，请核对。');
  if (paper.dispatchedOn && on < paper.dispatchedOn) throw new Refusal('AgainstRule', `送达日期早于发出日期（${paper.dispatchedOn}），请核对；不能倒填日期。`);
  mustBeProven(method, 'delivery', evidence);
  return [{ type: 'PaperDelivered', document, method, evidence: kept, on, by, at }];
}

/** 不变量 20: electronic delivery to a petitioner needs consent that is on record. */
function mustAgree(method: Method, { code }: Paper, { electronic }: Papers): void {
  if (method !== 'electronic' || electronic || CATALOGUE[code].addressee !== 'petitioner') return;
  throw new Refusal('AgainstRule', '信访人没有同意电子送达，请改用其他方式；征得同意的，请先登记电子送达意愿。', '《民事诉讼法》第九十条（参照）');
}

function mustBeProven(method: Method, part: 'dispatch' | 'delivery', evidence: Evidence): void {
  const lacking = lackingEvidence(method, part, evidence);
  if (lacking.length === 0) return;
  const act = part === 'dispatch' ? '发出' : '送达';
  throw new Refusal('AgainstRule', `没有凭证不能登记${act}，缺：${lacking.join('、')}。请补齐凭证后再登记。`, METHODS[method].article);
}

/** It hangs where everybody sees it: what becomes of it are steps of the matter (第三十六条第二款). */
function mustNotBePublic({ code }: Paper, instead: string): void {
  if (CATALOGUE[code].published) throw new Refusal('AgainstRule', `《${CATALOGUE[code].name}》是公示的，${instead}`, '《信访工作条例》第三十六条');
}

/** Its number was taken in the act that decided: void the paper alone, and the decision would stand without one. */
function mustDecideNothing({ code, revoked }: Paper): void {
  if (!CATALOGUE[code].effects.signed || revoked) return;
  const way = code === 'F23' ? '请先在事项中“更正处理意见”，再作废这个号。' : '请照常发出；确有错误的，发出后另发更正决定书。';
  throw new Refusal('WrongStage', `《${CATALOGUE[code].name}》取号时决定已经作出，不能只作废文号。${way}`);
}

export function getPaper({ all }: Papers, document: string): Paper {
  const paper = all[document];
  if (!paper) throw new Refusal('NotFound', '本件没有这份文书，请刷新页面后核对。');
  return paper;
}

function mustStand(command: keyof typeof ASKS, paper: Paper): void {
  if (ASKS[command].includes(paper.stage)) return;
  throw new Refusal('WrongStage', `这份文书${PAPER_STAGES[paper.stage]}，现在不能这样办。${WAY_OUT[paper.stage]}`);
}
