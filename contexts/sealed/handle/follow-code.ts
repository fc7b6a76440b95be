import type { ReplacedCode } from '#kernel/sealed-dates.ts';
import type { Subject } from '#kernel/subject.ts';
import { act } from '#platform/act.ts';
import { sealedStep, type SealedNeeds } from '../handle.ts';
import { findToldBy, markTaken, type SealedDb } from '../store.ts';
import { SYSTEM } from '#kernel/system.ts';

/**
 * A code was given out anew on the ordinary side: the files that told the one of
 * before their days tell the new one from here on, and at once what they told
 * already. Most replaced codes concern no file, and leave no trace here.
 */
export async function followCode(needs: SealedNeeds, arrived: Subject, replaced: ReplacedCode): Promise<void> {
  const db = needs.db.sql as SealedDb;
  const taken = markTaken(db, arrived, needs.now());
  const files = await findToldBy(db, arrived.region, replaced.from);
  if (files.length === 0) return void (await taken.execute());
  const at = needs.now();
  const steps = files.map((subject, index) =>
    sealedStep(
      needs,
      subject,
      ({ desk }) => ({ type: 'replaceCode', ...replaced, by: { person: SYSTEM, unit: desk ?? SYSTEM }, at }),
      index === 0 ? { writes: [taken] } : {},
    ),
  );
  await act(needs, steps);
}
