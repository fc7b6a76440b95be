import { sql, type Kysely } from 'kysely';
import { findBreak } from './chain.ts';
import { chainRoot, leavesOfAccess, leavesOfHistory, type RootRow } from './chain-roots.ts';
import type { ActionRow } from './history.ts';
import type { KeyRing } from './keys.ts';
import { rootOf } from './merkle.ts';
import { verifyBytes } from './receipts.ts';

/**
 * Looks for any gap or edit in the history of a region (不变量 36): each
 * subject's chain up to its head, the order of the feed, and every published
 * root. Gives a Chinese line for each thing found wrong; none when all is well.
 */
export async function findHistoryBreaks(db: Kysely<any>, region: string, ring?: KeyRing): Promise<string[]> {
  return [...(await breaksInSubjects(db, region)), ...(await breaksInFeed(db, region)), ...(await breaksInRoots(db, region, ring))];
}

const PORTION = 500;

async function breaksInSubjects(db: Kysely<any>, region: string): Promise<string[]> {
  const { rows: headless } = await sql<{ subject: string }>`
    select distinct subject from history.action
    where region = ${region} and not exists (select from history.head where head.region = action.region and head.subject = action.subject)`.execute(db);
  const found = headless.map(({ subject }) => `办理留痕 ${subject}：末号缺失`);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const heads = await db
      .selectFrom('history.head')
      .select(['subject', 'n', 'hash'])
      .where('region', '=', region)
      .where('subject', '>', after)
      .orderBy('subject')
      .limit(PORTION)
      .execute();
    if (heads.length === 0) return found;
    after = heads.at(-1)!.subject;
    const rows = (await db
      .selectFrom('history.action')
      .selectAll()
      .where('region', '=', region)
      .where(
        'subject',
        'in',
        heads.map(({ subject }) => subject),
      )
      .orderBy('subject')
      .orderBy('n')
      .execute()) as ActionRow[];
    const bySubject = Map.groupBy(rows, ({ subject }) => subject);
    for (const { subject, n, hash } of heads) {
      const wrong = breakOf(bySubject.get(subject) ?? [], n, hash);
      if (wrong) found.push(`办理留痕 ${subject}：${wrong}`);
    }
  }
}

function breakOf(rows: readonly ActionRow[], n: number, hash: Buffer): string | undefined {
  const broken = findBreak(rows);
  if (broken !== undefined) {
    const place = rows.findIndex((row) => row.n === broken) + 1;
    return broken === place ? `第${broken}个动作被改动` : `缺第${place}个动作`;
  }
  if (rows.length < n) return `应有${n}个动作，只剩${rows.length}个`;
  return rows.length === n && (rows.at(-1)?.hash ?? Buffer.alloc(32)).equals(hash) ? undefined : '末号与动作不符';
}

async function breaksInFeed(db: Kysely<any>, region: string): Promise<string[]> {
  const { rows } = await sql<{ wrong: string }>`
    select '次序第' || position || '位缺失' as wrong from (
      select position, lag(position, 1, 0::bigint) over (order by position) as before from history.feed where region = ${region}) as places
    where position <> before + 1
    union all
    select '次序第' || position || '位所指的动作不存在' from history.feed
    where region = ${region} and not exists (
      select from history.action where action.region = feed.region and action.subject = feed.subject and action.n = feed.n)
    union all
    select '办理留痕 ' || subject || '：第' || n || '个动作没有进入次序' from history.head
    where region = ${region}
      and not exists (select from history.outbox where outbox.region = head.region and outbox.subject = head.subject and outbox.n = head.n)
      and not exists (select from history.feed where feed.region = head.region and feed.subject = head.subject and feed.n = head.n)
    limit 1000`.execute(db);
  return rows.map(({ wrong }) => wrong);
}

async function breaksInRoots(db: Kysely<any>, region: string, ring: KeyRing | undefined): Promise<string[]> {
  const rows = (await db.selectFrom('proof.root').selectAll().where('region', '=', region).orderBy('kind').orderBy('day').execute()) as RootRow[];
  const found: string[] = [];
  let before: RootRow | undefined;
  for (const row of rows) {
    if (before?.kind !== row.kind) before = undefined;
    const { leaves } =
      row.kind === 'history'
        ? await leavesOfHistory(db, region, Number(row.first) - 1, Number(row.last))
        : await leavesOfAccess(db, region, before?.day, row.day);
    const name = `${row.day} 的${row.kind === 'history' ? '办理' : '查阅'}根摘要`;
    if (leaves.length !== row.leaves) found.push(`${name}：应有${row.leaves}条，现有${leaves.length}条`);
    else if (!rootOf(leaves).equals(row.root)) found.push(`${name}：与现有内容对不上`);
    else if (!chainRoot(before?.chained, row.day, row.root).equals(row.chained)) found.push(`${name}：与前一日不相连`);
    else if (ring && !verifyBytes(ring, region, row.key, row.chained, row.signature)) found.push(`${name}：签名不符`);
    before = row;
  }
  return found;
}
