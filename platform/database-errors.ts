import { Refusal } from '#kernel/refusal.ts';

/** What PostgreSQL and the way to it may say no with, in words for people. What is not here is a bug. */

/** The connection was gone after COMMIT had been sent: nobody knows yet whether it counted. */
export class CommitLost extends Error {
  override readonly name = 'CommitLost';
}

const AWAY = '系统暂时连不上数据库，这一步没有办，已经办好的都在。您写的内容还在这一页上，请过一两分钟再提交一次。';
const BUSY = '此刻办理的人太多，这一步没有办。您写的内容还在这一页上，请再提交一次。';
const FULL = '服务器的存储空间满了，这一步没有办，已经办好的都在。您写的内容还在这一页上，请告诉系统管理员清理空间，再提交一次。';
const LOST = '网络在最后一刻断了，这一步是否已经办成还不能确定。请先刷新页面查看，确认没有办成再重办，以免办成两次。';
const SLOW = '这次查询太久，系统停下了，没有改动任何内容。请缩小范围再试。';
const UNPRINTABLE = '文字里有不能保存的控制字符，没有写入任何内容。请删去多余的符号（常见于从别处粘贴），再提交一次。';

/** SQLSTATE, or a class of it by its first two characters. */
const REFUSALS: Record<string, readonly ['Unavailable' | 'Uncertain' | 'NoSpace' | 'Stale' | 'Invalid', string]> = {
  '08': ['Unavailable', AWAY], // connection
  '53': ['Unavailable', BUSY], // too many connections, out of memory
  '53100': ['NoSpace', FULL],
  '57P01': ['Unavailable', AWAY], // terminated by an administrator
  '57P02': ['Unavailable', AWAY], // crash of another server process
  '57P03': ['Unavailable', AWAY], // starting or stopping
  '57014': ['Unavailable', SLOW], // statement timeout
  '25P03': ['Unavailable', SLOW], // idle in transaction too long
  '25P04': ['Unavailable', SLOW], // transaction timeout
  '25006': ['Unavailable', AWAY], // a standby that has not been promoted yet
  '22021': ['Invalid', UNPRINTABLE], // a zero byte in a text
  '22P05': ['Invalid', UNPRINTABLE], // the same in jsonb
  '40001': ['Stale', '另一个人同时在办这一件，系统没有写入您这一步。内容没有丢，请刷新后再办。'],
  '40P01': ['Stale', '另一个人同时在办这一件，系统没有写入您这一步。内容没有丢，请刷新后再办。'],
  '55P03': ['Unavailable', BUSY], // lock not available in time
  '58030': ['NoSpace', FULL], // io error, mostly a full or broken disk
};

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN', 'ENOTFOUND']);

/** pg says these without a code. */
const PG_SENTENCES = [
  'Connection terminated',
  'connection error and is not queryable',
  'timeout exceeded when trying to connect',
  'Client was closed',
  'Query read timeout',
  'Cannot use a pool after calling end',
];

export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof CommitLost) return new Refusal('Uncertain', LOST);
  const { code = '', severity, syscall } = error as Error & { code?: string; severity?: string; syscall?: string };
  if (severity !== undefined) {
    const known = REFUSALS[code] ?? REFUSALS[code.slice(0, 2)];
    return known && new Refusal(...known);
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Refusal('NoSpace', FULL);
  return isAway(error, code, syscall) ? new Refusal('Unavailable', AWAY) : undefined;
}

/** The connection is gone, as against: the database answered, with a no. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '', severity, syscall } = error as Error & { code?: string; severity?: string; syscall?: string };
  return severity !== undefined ? code.startsWith('08') || ['57P01', '57P02', '57P03'].includes(code) : isAway(error, code, syscall);
}

export const isGone = (error: unknown): boolean => error instanceof CommitLost || isConnectionLost(error);

/** `ENOENT` may be any missing file; of a socket only when it was connected to. */
function isAway({ message }: Error, code: string, syscall: string | undefined): boolean {
  if (code === 'ENOENT') return syscall === 'connect';
  return NETWORK.has(code) || PG_SENTENCES.some((sentence) => message.includes(sentence));
}
