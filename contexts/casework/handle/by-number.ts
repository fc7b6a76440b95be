import { regionOf } from '#kernel/subject.ts';
import type { Matter } from '../domain/matter.ts';
import { matterOf, type CaseworkNeeds } from '../handle.ts';
import { loadPast } from '../page/load.ts';
import { findAllByNo, type CaseworkDb } from '../store.ts';

/** What looking up a number needs: which tenants may have given it, by the division code that it begins with. */
export type NumberNeeds = CaseworkNeeds & { readonly regionsOfNo?: (no: string) => readonly string[] };

/**
 * A number as somebody typed it, looked for in every tenant that may have given
 * it, and in no other: found is what this unit may see, and a matter that it may
 * not see is as one that is not there. Without a directory it is looked for in
 * the unit's own tenant.
 */
export async function findByTypedNo(needs: NumberNeeds, typed: string, unit: string, maySee: (matter: Matter) => boolean) {
  const no = typed.trim().toUpperCase();
  const rows = await findAllByNo(needs.db.sql as CaseworkDb, needs.regionsOfNo?.(no) ?? [regionOf(unit)], no);
  for (const row of rows) {
    const matter = matterOf(needs, await loadPast(needs, { region: row.region, id: row.subject }));
    if (maySee(matter)) return { row, matter };
  }
  return undefined;
}
