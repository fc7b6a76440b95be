/** Follows the feed and plans until when whatever has ended is kept; what goes on again is taken off the plan. */
import { isOpen, loadMatter, type CaseworkNeeds } from '#contexts/casework/index.ts';
import { intakeOf, type IntakeNeeds } from '#contexts/intake/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import type { Subject } from '#kernel/subject.ts';
import { evolve, NO_WORK } from '#kernel/work/decide.ts';
import type { WorkAction, WorkKinds } from '#kernel/work/kind.ts';
import type { Database } from '#platform/database.ts';
import { followAll, type News } from '#platform/feed.ts';
import { loadHistory, toAction, type Recorded } from '#platform/history.ts';
import { classOfMatter, ERASED, keptUntil, type RetentionClass, type Schedule } from './domain/schedule.ts';
import { dropDue, putDue, type DueKind } from './store.ts';

export interface PlanNeeds {
  readonly staff: CaseworkNeeds & IntakeNeeds & { readonly workKinds: WorkKinds }; // reads, in the office's role
  readonly worker: Database; // writes the plan
  readonly schedule: Schedule;
}

/** @returns how many acts it took */
export function planRetention(needs: PlanNeeds, region: string, name: string, limit = 300): Promise<number> {
  return followAll(needs.worker.sql, region, name, (trx, news) => planAll(needs, trx, news), limit);
}

async function planAll(needs: PlanNeeds, trx: Database['sql'], news: readonly News[]): Promise<void> {
  const subjects = [...new Map(news.map(({ region, id }) => [`${region} ${id}`, { region, id }])).values()];
  const rows = await loadHistory(needs.staff.db.sql, subjects).execute();
  const pasts = Map.groupBy(rows, ({ region, subject }) => `${region} ${subject}`);
  for (const subject of subjects) {
    const past = (pasts.get(`${subject.region} ${subject.id}`) ?? []).map(toAction);
    if (past.length === 0 || past.at(-1)!.type === ERASED) continue;
    await plan(needs, trx, subject, past);
  }
}

async function plan(needs: PlanNeeds, trx: Database['sql'], subject: Subject, past: readonly Recorded[]): Promise<void> {
  const found = await endOf(needs, subject, past);
  if (!found) return dropDue(trx, subject);
  const endedOn = dateInChina(past.at(-1)!.at);
  const due = found.kind === 'asked' ? endedOn : keptUntil(needs.schedule[found.class], endedOn);
  await putDue(trx, { region: subject.region, subject: subject.id, kind: found.kind, class: found.class, ended_on: endedOn, due_on: due ?? null });
}

/** What it is, where it has ended. What lies in the sealed line is not ours to plan. */
async function endOf({ staff }: PlanNeeds, subject: Subject, past: readonly Recorded[]): Promise<{ kind: DueKind; class: RetentionClass } | undefined> {
  const [first] = past;
  if (first!.type === 'MatterOpened') {
    const { matter } = await loadMatter(staff, subject);
    return isOpen(matter.stage) || matter.stage === 'sealed' ? undefined : { kind: 'matter', class: classOfMatter(past.map(({ type }) => type)) };
  }
  if (first!.type === 'IntakeReceived') {
    const { stage, matters, sealed } = intakeOf(staff, past);
    return stage === 'replied' && matters.length === 0 && !sealed ? { kind: 'intake', class: 'intakeOnly' } : undefined;
  }
  if (first!.stream !== 'work') return undefined;
  const work = replay({ initial: NO_WORK, evolve }, past as unknown as readonly WorkAction[]);
  const kind = staff.workKinds[work.kind];
  if (kind?.stages[work.stage]?.open !== false) return undefined;
  const asked = work.kind === 'privacy' && work.values.result !== 'refused' && ['correct', 'delete'].includes(String(work.values.wish));
  return asked ? { kind: 'asked', class: 'work' } : { kind: 'work', class: work.kind === 'danger' ? 'danger' : 'work' };
}
