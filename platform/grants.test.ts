import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../test/database.ts';
import type { Database } from './database.ts';

/** What each process may do is a matter of grants: these are asked of the database, whatever the migrations mean to say. */
let owner: Database;
beforeAll(async () => {
  const open = await cloneDatabase();
  owner = open('postgres');
});

const ROLES = sql`unnest(array['huiyin_office', 'huiyin_worker', 'huiyin_portal', 'huiyin_sealed']) as role`;

/** 'huiyin_office update history.head', for these privileges on the program's tables. */
async function granted(...privileges: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ told: string }>`
    select role || ' ' || privilege || ' ' || nspname || '.' || relname as told
    from pg_class rel join pg_namespace space on space.oid = relnamespace, ${ROLES}, unnest(${privileges}::text[]) as privilege
    where relkind = 'r' and nspname not in ('public', 'information_schema') and nspname not like 'pg\\_%'
      and (has_table_privilege(role, rel.oid, privilege) or (privilege in ('SELECT', 'INSERT', 'UPDATE') and has_any_column_privilege(role, rel.oid, privilege)))
    order by 1`.execute(owner.sql);
  return rows.map(({ told }) => told);
}

describe('不变量 36：没有哪个进程能改写已写下的', () => {
  it.each(['history.action', 'access.opening', 'access.closing', 'proof.root', 'numbers.block', 'sealed.action', 'sealed.opening', 'sealed.closing'])(
    '%s 只增',
    async (table) => {
      const changing = await granted('UPDATE', 'DELETE', 'TRUNCATE');
      expect(changing.filter((told) => told.endsWith(` ${table}`))).toEqual([]);
    },
  );

  it('也不能改表、加触发器', async () => expect(await granted('TRIGGER', 'REFERENCES', 'TRUNCATE')).toEqual([]));

  it('没有哪个角色能建模式、绕过权限或管别的角色', async () => {
    const { rows } = await sql`
      select rolname from pg_roles where rolname like 'huiyin\\_%' and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)
      union all
      select role from ${ROLES} where has_database_privilege(role, current_database(), 'CREATE') or has_schema_privilege(role, 'public', 'CREATE')`.execute(
      owner.sql,
    );
    expect(rows).toEqual([]);
  });
});

describe('门户进程在互联网上', () => {
  it('碰不到办理留痕、文字、名录、事项、文书和查阅记录', async () => {
    const portal = (await granted('SELECT', 'INSERT', 'UPDATE', 'DELETE')).filter((told) => told.startsWith('huiyin_portal'));
    const inside = portal.filter((told) => / (history|words|directory|casework|documents|access|timetable|sealed|supervision)\./.test(told));
    // Only what stands on its public pages anyway: offices with their addresses, and the hash by which a paper is verified.
    expect(inside).toEqual(['directory.organ', 'directory.version', 'documents.verification'].map((table) => `huiyin_portal SELECT ${table}`));
    expect(portal).toContain('huiyin_portal INSERT numbers.block');
    expect(portal).toContain('huiyin_portal SELECT proof.root');
  });
});

it('检举控告的角色碰不到别处，别的角色碰不到检举控告', async () => {
  const all = await granted('SELECT', 'INSERT', 'UPDATE', 'DELETE');
  const sealed = all.filter((told) => told.startsWith('huiyin_sealed'));
  // Its recipients sign in as everybody does, so it knows people and sessions; and by which calendar its days are counted; it writes nothing outside but the time of a session.
  expect(sealed.filter((told) => !/ (sealed|numbers)\./.test(told) && !/ SELECT (directory\.|rules\.notice)/.test(told))).toEqual([
    'huiyin_sealed INSERT intake.given_code', // a query code in the place of another, by its digest; it cannot read it back
    'huiyin_sealed INSERT intake.returned', // what accuses nobody, closed with the office's key; it cannot read it back
    'huiyin_sealed INSERT transparency.sealed_dates', // days for the petitioner, sealed to the code; it cannot read them back
    'huiyin_sealed UPDATE directory.session',
  ]);
  expect(all.filter((told) => /^huiyin_(worker|portal) \w+ sealed\./.test(told))).toEqual([]);
});
