import { sql } from 'kysely';
import { regionOf, type Subject } from '#kernel/subject.ts';
import { isOpen, STAGE_NAMES } from './domain/stages.ts';
import type { CaseworkDb } from './store.ts';

/** An open matter that lies with nobody: no organ answers for it, or nothing runs in it (件件有着落, 不变量 7). */
interface Nobodys extends Subject {
  readonly no: string;
  readonly channel: string;
  readonly receivedAt: Date;
}

/**
 * The open matters of these units that lie with nobody, in one question: the boxes
 * of the units lead to what is open, so that what has ended is never read.
 */
export async function findNobodys(db: CaseworkDb, units: readonly string[], regions: readonly string[], limit = 200): Promise<Nobodys[]> {
  if (units.length === 0) return [];
  const { rows } = await sql<{ region: string; subject: string; no: string; channel: string; received_at: Date }>`
    select distinct matter.region, matter.subject, matter.no, matter.channel, matter.received_at
    from casework.box
    join casework.matter on matter.region = box.region and matter.subject = box.subject
    where box.holder_region = any(${[...new Set(units.map(regionOf))]}::text[])
      and box.unit = any(${units}::text[])
      and box.stage = any(${OPEN}::text[])
      and box.region = box.holder_region
      and (matter.answerable is null or not exists (
        select from casework.running
        where running.holder_region = any(${regions}::text[]) and running.region = matter.region and running.subject = matter.subject))
    order by matter.received_at
    limit ${limit}`.execute(db);
  return rows.map(({ region, subject: id, no, channel, received_at: receivedAt }) => ({ region, id, no, channel, receivedAt }));
}

const OPEN = STAGE_NAMES.filter(isOpen);
