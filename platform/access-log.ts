import type { Kysely } from 'kysely';
import type { Subject } from '#kernel/subject.ts';
import { linkOf, type OpeningRow } from './access-log-chain.ts';
import type { Database, Query } from './database.ts';
import { CommitLost } from './database-errors.ts';
import { newId } from './numbers-id.ts';
import { insertIf, insertRows, type There } from './rows.ts';

export interface AccessTables {
  'access.opening': OpeningRow;
  'access.closing': { region: string; segment: string; n: number; hash: Buffer; closed_at: Date; closed_by: string };
}

/** One look: by whom, from where, what for, at which matters, and which parts of an identity were shown. */
export interface Opening {
  readonly by: { readonly person: string; readonly unit: string; readonly session: string };
  readonly place: string; // network address
  readonly purpose: string; // a code: 'handle', 'search', 'supervise', 'export'
  readonly subjects: readonly Subject[];
  readonly fields?: readonly string[]; // 'name', 'phone', 'address'; none for a page that shows no identity
  readonly exported?: boolean;
}

export interface AccessLog {
  /**
   * Sends these queries and the record of the look together: one round trip.
   * Their rows come back only when the record is on the disk, so nothing is
   * shown that was not recorded, identity or not.
   */
  read(opening: Opening, ...queries: readonly Query[]): Promise<any[][]>;
  /**
   * The same for a look at one subject that may turn out to be nobody's to have:
   * recorded, in the same trip, only where there is such a row. `recorded` tells
   * whether; what came back without it is shown to nobody before `read`.
   */
  readIf(there: There, opening: Opening, ...queries: readonly Query[]): Promise<{ readonly recorded: boolean; readonly answers: any[][] }>;
  close(): Promise<void>;
}

/**
 * Records lie in segments, each a chain that one look at a time extends. A
 * process keeps as many open as looks go on at once, so none waits for another,
 * and a crash can only leave the end of a segment open, never a gap in it.
 */
interface Segment {
  readonly region: string;
  readonly id: string;
  readonly hour: number;
  n: number;
  hash: Buffer;
}

const HOUR = 3600_000;

export function openAccessLog(db: Database, { name, now }: { readonly name: string; readonly now: () => Date }): AccessLog {
  const sql = db.sql as Kysely<AccessTables>;
  let idle: Segment[] = [];

  function take(region: string, hour: number): Segment {
    const found = idle.find((one) => one.region === region && one.hour === hour);
    idle = idle.filter((one) => one !== found);
    return found ?? { region, id: newId(), hour, n: 0, hash: Buffer.alloc(32) };
  }

  function closing({ region, id, n, hash }: Segment): Query {
    return sql
      .insertInto('access.closing')
      .values({ region, segment: id, n, hash, closed_at: now(), closed_by: name })
      .onConflict((conflict) => conflict.doNothing());
  }

  /** Segments of past hours end with the next look, at no trip of their own. */
  function takePast(hour: number): Segment[] {
    const past = idle.filter((one) => one.hour !== hour);
    idle = idle.filter((one) => one.hour === hour);
    return past;
  }

  return {
    async read(opening, ...queries) {
      const at = now();
      const hour = Math.floor(at.getTime() / HOUR);
      const regions = [...new Set(opening.subjects.map(({ region }) => region))];
      const taken = regions.map((region) => {
        const segment = take(region, hour);
        const rows = rowsOf(segment, opening, at);
        return { segment, rows };
      });
      const past = takePast(hour);
      const records = taken.flatMap(({ rows }) => inPortions(rows).map((portion) => insertRows(sql, 'access.opening', portion)));
      // Should this fail, the segments are left as they are: nobody knows how far the last record came.
      // The worker closes them by what it finds (access-log-verify.ts); the next look begins new ones.
      const answers = await db.send(...queries, ...records, ...past.map(closing)).catch(notShown);
      for (const { segment, rows } of taken) {
        const last = rows.at(-1)!;
        idle.push({ ...segment, n: last.n, hash: last.hash });
      }
      return answers.slice(0, queries.length);
    },
    async readIf(there, opening, ...queries) {
      const at = now();
      const segment = take(opening.subjects[0]!.region, Math.floor(at.getTime() / HOUR));
      const [row] = rowsOf(segment, opening, at);
      const answers = await db.look(...queries, insertIf(sql, 'access.opening', row!, there)).catch(notShown);
      const recorded = answers.at(-1)!.length > 0;
      idle.push(recorded ? { ...segment, n: row!.n, hash: row!.hash } : segment);
      return { recorded, answers: answers.slice(0, queries.length) };
    },
    async close() {
      const left = idle;
      idle = [];
      if (left.length > 0) await db.send(...left.map(closing));
    },
  };
}

/** A record may have been kept of a look that showed nothing; to whoever looked, the page is simply not there yet. */
function notShown(error: unknown): never {
  throw error instanceof CommitLost ? error.cause : error;
}

const MOST = 2_000; // a statement takes 65,535 parameters; an export may show many matters at once

function inPortions(rows: readonly OpeningRow[]): OpeningRow[][] {
  return Array.from({ length: Math.ceil(rows.length / MOST) }, (_, index) => rows.slice(index * MOST, (index + 1) * MOST));
}

function rowsOf({ region, id, n, hash }: Segment, { by, place, purpose, subjects, fields = [], exported = false }: Opening, at: Date): OpeningRow[] {
  let last = { n, hash };
  return subjects
    .filter((subject) => subject.region === region)
    .map((subject) => {
      const row = {
        region,
        segment: id,
        n: last.n + 1,
        at,
        subject: subject.id,
        person: by.person,
        unit: by.unit,
        session: by.session,
        place,
        purpose,
        fields: [...fields].sort().join(','),
        exported,
      };
      last = { ...row, hash: linkOf(last.hash, row) };
      return last as OpeningRow;
    });
}
