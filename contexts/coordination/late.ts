import { regionOf } from '#kernel/subject.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { workClocks } from '#kernel/work/clocks.ts';
import { textOfValue } from '#kernel/work/kind.ts';
import type { WorkNeeds } from './handle/needs.ts';
import { loadWork } from './handle/work.ts';
import { findPast, type CoordinationDb } from './store.ts';

/** What a meeting charged a unit with, and what that unit has not reported by its day (D12, 交办督办闭环). */
export interface LateDecision {
  readonly region: string;
  readonly subject: string; // of the meeting
  readonly key: string; // 'D12@decision/2'
  readonly item: number; // which of its decisions
  readonly unit: string;
  readonly host: string;
  readonly legalOn: PlainDate;
  readonly matter: string; // its number, where the meeting was about one
}

/** Of all meetings, whoever held them, what units of this region are late with. */
export async function findLateDecisions(needs: WorkNeeds, region: string, today: PlainDate): Promise<LateDecision[]> {
  const late: LateDecision[] = [];
  for (const { region: home, subject } of await findPast(needs.db.sql as CoordinationDb, region, 'meeting', today)) {
    const { work, actions } = await loadWork(needs, { region: home, id: subject });
    const readings = Object.values(workClocks(needs.workKinds.meeting!, actions, needs.lawOf(work.pack)));
    for (const { key, clock, holder, instance = '', legalOn, stoppedOn } of readings) {
      if (clock !== 'D12' || stoppedOn || legalOn >= today || regionOf(holder) !== region) continue;
      const item = Number(instance.split('/').at(-1));
      late.push({ region: home, subject, key, item, unit: holder, host: work.owner, legalOn, matter: textOfValue(work.values.matter) });
    }
  }
  return late;
}
