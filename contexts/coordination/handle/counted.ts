/** What is reckoned from the records and typed by nobody: shown while it grows, and kept with the step that tells it. */
import type { Subject } from '#kernel/subject.ts';
import type { WorkField, WorkKind, WorkValues } from '#kernel/work/kind.ts';
import type { WorkNeeds } from './needs.ts';

const countedOf = (fields: readonly WorkField[] = []) => fields.filter(({ counted }) => counted);

/** The counted fields of this step, as they stand now; none where nobody counts. */
export async function countedFor(needs: WorkNeeds, subject: Subject, kind: string, step: string): Promise<WorkValues> {
  const fields = countedOf(needs.workKinds[kind]?.steps[step]?.fields);
  if (fields.length === 0 || !needs.countedFor) return {};
  const counted = await needs.countedFor(subject, kind);
  return Object.fromEntries(fields.flatMap(({ name }) => (counted[name] === undefined ? [] : [[name, counted[name]]])));
}

/** All that is counted of an open piece of work, for its page. */
export async function countsShown(needs: WorkNeeds, subject: Subject, name: string, kind: WorkKind): Promise<{ label: string; text: string }[]> {
  const fields = Object.values(kind.steps).flatMap(({ fields: all }) => countedOf(all));
  if (fields.length === 0 || !needs.countedFor) return [];
  const counted = await needs.countedFor(subject, name);
  return fields.flatMap(({ name: field, label }) => (counted[field] === undefined ? [] : [{ label, text: String(counted[field]) }]));
}
