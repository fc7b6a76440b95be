/** 保存期限 over HTTP: for those who answer for files and personal data. */
import type { FastifyInstance } from 'fastify';
import { addDays, dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Database } from '#platform/database.ts';
import { serve } from '#platform/http.ts';
import { getRetention, type Gone, type KeptClass } from './contract.ts';
import { RETENTION_READERS } from './domain/permissions.ts';
import { CLASSES, termOf, TRACES, type Schedule, type Term } from './domain/schedule.ts';
import { readSchedule } from './schedule.ts';
import { countKept, findGone, type GoneRow } from './summary.ts';

export interface RetentionRouteNeeds {
  readonly db: Database;
  readonly now: () => Date;
}

const SOON = 90; // days
const MOST = 200;

export function retentionRoutes(app: FastifyInstance, { db, now }: RetentionRouteNeeds): void {
  const schedule = readSchedule();

  serve(app, getRetention, async ({ actor }) => {
    if (!actor.roles.some((role) => RETENTION_READERS.includes(role)))
      throw new Refusal('NotAllowed', '保存期限由档案人员、个人信息保护负责人、审计人员和系统管理员查看。要知道一件存到什么时候，请问本单位档案人员。');
    const today = dateInChina(now());
    const [counted, gone] = await Promise.all([countKept(db.sql, actor.region, addDays(today, SOON)), findGone(db.sql, actor.region, MOST + 1)]);
    const kept = [
      ...CLASSES.map((key) => shown(key, schedule[key], { trace: false, ...(counted.get(key) ?? NONE) })),
      ...TRACES.map((key) => shown(key, schedule[key], { trace: true, ...NONE })),
    ];
    return { today, kept, gone: gone.slice(0, MOST).map((row) => told(schedule, row)), more: gone.length > MOST };
  });
}

const NONE = { waiting: 0, nextOn: null, soon: 0 };

const shown = (key: string, { name, length, source, lengthEvidence }: Term, counts: Pick<KeptClass, 'trace' | 'waiting' | 'nextOn' | 'soon'>): KeptClass => ({
  key,
  name,
  term: termOf({ length }),
  source,
  confirmed: lengthEvidence === 'T',
  ...counts,
});

const JOBS: Readonly<Record<GoneRow['kind'], Gone['job']>> = { matter: 'expired', intake: 'expired', work: 'expired', asked: 'asked', trace: 'traces' };

const told = (schedule: Schedule, { on, class: name, kind, count }: GoneRow): Gone => ({
  on,
  name: nameOf(schedule, name, kind),
  count,
  job: JOBS[kind],
});

/** A letter goes with the last of its matters and under their class; one that never became a matter has a class of its own. */
function nameOf(schedule: Schedule, name: GoneRow['class'], kind: GoneRow['kind']): string {
  if (kind === 'asked') return '本人请求更正、删除的';
  return kind === 'intake' && name !== 'intakeOnly' ? `${schedule[name].name}：随最后一件删除的来件` : schedule[name].name;
}
