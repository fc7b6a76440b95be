/** What matters are about, for lists of other work: only of those that a unit has had to do with. */
import { sql } from 'kysely';
import { regionOf, type Subject } from '#kernel/subject.ts';
import type { ActNeeds } from '#platform/act.ts';
import { readWords } from '#platform/words.ts';
import type { CaseworkDb } from './store.ts';

/** A matter by its id; or as a person wrote it, by the number that it has in a region. */
export type Named = Subject | { readonly region: string; readonly no: string };
type Row = { readonly region: string; readonly subject: string; readonly no: string; readonly id: string };

/** @returns what a matter is about; nothing for one that these units have nothing to do with, and where the words are erased */
export async function titlesOf({ db, keys }: Pick<ActNeeds, 'db' | 'keys'>, units: readonly string[], wanted: readonly Named[]) {
  const rows: readonly Row[] = wanted.length === 0 ? [] : await findNamed(db.sql as unknown as CaseworkDb, units, wanted);
  const texts = await readWords(db.sql, keys, rows);
  const titles = new Map(rows.flatMap(({ region, subject, no, id }) => [subject, no].map((name) => [`${region} ${name}`, texts.get(id)] as const)));
  return (named: Named): string | undefined => titles.get(`${named.region} ${'id' in named ? named.id : named.no}`);
}

function findNamed(db: CaseworkDb, units: readonly string[], wanted: readonly Named[]): Promise<Row[]> {
  const byId = wanted.filter((each): each is Subject => 'id' in each);
  const byNo = wanted.flatMap((each) => ('no' in each ? [each] : []));
  const [regions, ids] = [byId.map(({ region }) => region), byId.map(({ id }) => id)];
  const [places, numbers] = [byNo.map(({ region }) => region), byNo.map(({ no }) => no)];
  return db
    .selectFrom('casework.matter as matter')
    .innerJoin('casework.box as box', (join) => join.onRef('box.region', '=', 'matter.region').onRef('box.subject', '=', 'matter.subject'))
    .select(['matter.region', 'matter.subject', 'matter.no', 'matter.title as id'])
    .distinct()
    .where(
      sql<boolean>`((matter.region, matter.subject) in (select * from unnest(${regions}::text[], ${ids}::uuid[]))
        or (matter.region, matter.no) in (select * from unnest(${places}::text[], ${numbers}::text[])))`,
    )
    .where('box.holder_region', 'in', [...new Set(units.map(regionOf))])
    .where('box.unit', 'in', [...units])
    .execute();
}
