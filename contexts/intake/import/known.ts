import { sql } from 'kysely';
import type { IntakeNeeds } from '../handle.ts';
import { ownNumber, type Arrived } from '../handle/register.ts';
import { sameTextHash } from '../handle/same-text.ts';
import type { IntakeDb } from '../store.ts';

/** Which of these have come before to the same unit: under the same number of the same source, or with the same words of the same people on the same day. */
export async function findKnown(needs: IntakeNeeds, region: string, arrivals: readonly Arrived[]): Promise<ReadonlySet<Arrived>> {
  const db = needs.db.sql as IntakeDb;
  const marked = arrivals.map((arrived) => ({
    arrived,
    id: arrived.external?.id ?? '',
    hash: sameTextHash(needs, region, arrived),
  }));
  const ids = [...new Set(marked.map(({ id }) => id))];
  const hashes = marked.flatMap(({ hash }) => (hash ? [hash] : []));
  const [external, same] = await Promise.all([
    db
      .selectFrom('intake.external as external')
      .innerJoin('intake.intake as intake', (join) => join.onRef('intake.region', '=', 'external.region').onRef('intake.subject', '=', 'external.subject'))
      .select(['external.source', 'external.external_id', 'intake.unit'])
      .where('external.region', '=', region)
      .where(sql<boolean>`external_id = any(${ids}::text[])`)
      .execute(),
    db.selectFrom('intake.same_text').select('hash').where('region', '=', region).where(sql<boolean>`hash = any(${hashes}::bytea[])`).execute(),
  ]);
  const seen = new Set([...external.map((row) => `${row.unit}\n${row.source}\n${row.external_id}`), ...same.map(({ hash }) => hash.toString('hex'))]);
  const known = new Set<Arrived>();
  for (const { arrived, hash } of marked) {
    const numbers = arrived.external ? [arrived.external, ownNumber(arrived.external, arrived.unit)] : [];
    const marks = [...numbers.map((number) => `${arrived.unit}\n${number.source}\n${number.id}`), ...(hash ? [hash.toString('hex')] : [])];
    if (marks.some((mark) => seen.has(mark))) known.add(arrived);
    else for (const mark of marks) seen.add(mark); // the same twice in one batch
  }
  return known;
}
