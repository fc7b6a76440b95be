/** What waits in the papers of a unit, by what has to be done with it: the first band is the one where a petitioner waits in vain. */
import type { QueuedDraft, QueuedPaper } from '#contexts/documents/contract.ts';
import { METHOD_NAMES } from '#contexts/documents/domain/delivery.ts';
import type { DeskRow } from '../desk/bands.ts';
import { addressOf, draftOf } from '../desk/duties.ts';
import { day, moment } from '../shared/dates.ts';

export type WaitName = 'failed' | 'toWrite' | 'toSign' | 'toSend' | 'toProve';

export const WAITS: Readonly<Record<WaitName, { readonly name: string; readonly short: string; readonly note: string }>> = {
  failed: { name: '没有送到', short: '没送到', note: '原来的期限接着算，要另想办法送' },
  toWrite: { name: '该起草', short: '该起草', note: '最急的在前；写好才能取号' },
  toSign: { name: '草稿，等写完、等签', short: '等签', note: '决定类文书由单位负责人签发' },
  toSend: { name: '已用印，等发出', short: '等发出', note: '有发出的凭证，告知的期限才算完成' },
  toProve: { name: '已发出，等送达的证明', short: '等证明', note: '从送达那天起，信访人的期限才开始算' },
};

export const WAIT_NAMES = Object.keys(WAITS) as WaitName[];

export interface Waiting {
  readonly key: string;
  readonly wait: WaitName;
  readonly paper: string;
  readonly number: string;
  readonly title: string;
  readonly matterNo: string;
  readonly since: string; // in words
  readonly clock?: DeskRow; // where the paper itself is what a clock asks for
  readonly verb: string;
  readonly to: string;
}

const VERBS: Readonly<Record<WaitName, string>> = { failed: '另行送达', toWrite: '起草', toSign: '接着写', toSend: '登记发出', toProve: '登记送达' };
const STAGE_WAITS: Readonly<Record<QueuedPaper['stage'], WaitName>> = {
  failed: 'failed',
  unproven: 'failed',
  numbered: 'toSend',
  sealed: 'toSend',
  dispatched: 'toProve',
};

const homeOf = (region: string, id: string, beside: true | undefined) => `/${beside ? 'work' : 'matters'}/${region}/${id}`;

/** A draft that waits for its head is the head's to look at; a clerk goes on writing. */
export function ofDraft(
  { region, matter, matterNo, title, beside, draft, name, savedAt, savedBy, forHead }: QueuedDraft,
  isHead: boolean,
  today: string,
): Waiting {
  return {
    key: draft,
    wait: 'toSign',
    paper: name,
    number: forHead ? '未取号，负责人签发' : '未取号',
    title,
    matterNo,
    since: `${savedBy} ${moment(savedAt, today)} 存`,
    verb: forHead && isHead ? '看后签发' : VERBS.toSign,
    to: `${homeOf(region, matter, beside)}/drafts/${draft}`,
  };
}

export function ofPaper(
  { region, matter, matterNo, title, beside, no, name, number, stage, issuedOn, method, dispatchedOn, endedOn }: QueuedPaper,
  today: string,
): Waiting {
  const wait = STAGE_WAITS[stage];
  const how = method ? METHOD_NAMES[method] : '';
  const since = {
    failed: `${stage === 'unproven' ? '到期没有送达凭证' : endedOn ? `${day(endedOn, today)}退回` : '没有送到'}${how && `，${how}`}`,
    toProve: `${dispatchedOn ? `${day(dispatchedOn, today)}发出` : ''}${how && `，${how}`}`,
    toSend: stage === 'numbered' ? '正在生成' : `${day(issuedOn, today)}签发`,
    toWrite: '',
    toSign: '',
  }[wait];
  return {
    key: `${matter}/${no}`,
    wait,
    paper: name,
    number: number ?? '不编号',
    title,
    matterNo,
    since,
    verb: stage === 'unproven' ? '补登或者重发' : VERBS[wait],
    to: `${homeOf(region, matter, beside)}?at=papers`,
  };
}

/** A duty of the desk that a paper fulfils, as long as nobody has begun to write it. */
export function ofDuty(row: DeskRow): Waiting {
  const { item, duty } = row;
  const paper = paperOf(row);
  return {
    key: item.key + item.matter,
    wait: 'toWrite',
    paper: duty.owed.replace(/^(发出|出具)/, ''),
    number: '还没有起草',
    title: item.title,
    matterNo: item.no,
    since: '',
    clock: row,
    verb: VERBS.toWrite,
    to: paper ? draftOf(item, paper) : addressOf(item, duty),
  };
}

/** The paper that a duty asks for, by its code. */
export const paperOf = ({ duty: { opens } }: DeskRow): string | undefined => (typeof opens === 'object' && 'paper' in opens ? opens.paper : undefined);
