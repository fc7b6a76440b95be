import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLAIMS, codeOn, fillIn, PERSON, STORY } from '../../../test/filing.ts';
import { picture } from '../../../test/pictures.ts';
import { startPortalServer, type PortalServer } from '../../../test/portal-server.ts';
import { visit } from '../../../test/visitor.ts';

/** What somebody could do who had taken over the portal's machine, or its database. */
let portal: PortalServer;
let code = '';
beforeAll(async () => {
  portal = await startPortalServer();
  const visitor = visit(portal.origin);
  await fillIn(visitor);
  await visitor.open('/file/files');
  await visitor.upload('/file/files', { then: 'next' }, [{ name: '断水记录.png', bytes: await picture('png') }]);
  await visitor.open('/file/review');
  code = codeOn(await visitor.send('/file/submit', {}));
  const half = visit(portal.origin);
  await half.open('/file');
  await half.send('/file', {});
  await half.open('/file/story');
  await half.send('/file/story', { story: '没写完的半页：东河村的水', then: 'stop' });
});

async function ask(role: 'huiyin_portal' | 'postgres', sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: portal.address(role) });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('门户的数据库账户', () => {
  const FORBIDDEN = [
    'select * from intake.arrival',
    'update intake.arrival set received_at = now()',
    'delete from intake.arrival',
    'update intake.arrival set taken_at = now()',
    'select * from intake.code',
    'insert into intake.code select',
    'update intake.receipt set expires_at = now()',
    'delete from intake.receipt',
    'select * from transparency.message',
    'update transparency.message set at = now()',
    'delete from transparency.message',
    'update transparency.progress set expires_at = now()',
    'delete from transparency.progress',
    "insert into transparency.progress values ('qinghe', 'x', 'x', now(), now())",
    'select * from history.action',
    'insert into history.action select',
    'select * from history.feed',
    'select * from words.text',
    'select * from words.key',
    'select * from casework.matter',
    'select * from casework.running',
    'select * from intake.intake',
    'select * from documents.paper',
    'select subject from documents.verification',
    'select * from sealed.inbox',
    'insert into sealed.inbox select',
    'select * from directory.person',
    'select * from directory.account',
    'select * from directory.session',
    'select * from access.opening',
    'create table mine (x int)',
    'create schema mine',
    "copy (select 1) to program 'id'",
    "select pg_read_file('/etc/passwd')",
    'truncate intake.draft',
    'drop table intake.draft',
    'alter table intake.arrival add x int',
    'grant select on intake.arrival to huiyin_portal',
  ];

  it.each(FORBIDDEN)('不能：%s', async (sql) => {
    await expect(ask('huiyin_portal', sql)).rejects.toThrow(/permission denied|must be owner|must be superuser|no privileges/);
  });

  it('在自己的模式里，除草稿外，没有改、删的权', async () => {
    const rows = await ask(
      'postgres',
      `
      select table_schema || '.' || table_name as name, privilege_type as may from information_schema.role_table_grants
      where grantee = 'huiyin_portal' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`,
    );
    expect(new Set(rows.map((row) => (row as { name: string }).name))).toEqual(new Set(['intake.draft', 'intake.draft_file']));
  });
});

describe('数据库和附件的拷贝里', () => {
  const WORDS = [...CLAIMS, '村东7户', '断水', '东河村', PERSON.name, PERSON.phone, PERSON.address, '半页', '断水记录.png', STORY.slice(0, 12)];

  it('没有一个字、一个名字、一个号码，也没有查询码', async () => {
    const tables = (await ask(
      'postgres',
      `
      select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('intake', 'transparency', 'history', 'words')`,
    )) as { name: string }[];
    expect(tables.length).toBeGreaterThan(8);
    for (const { name } of tables) {
      const rows = (await ask('postgres', `select to_jsonb(one)::text as text from ${name} one`)) as { text: string }[];
      for (const { text } of rows) {
        const plain = text + fromHex(text);
        for (const word of [...WORDS, code]) expect(plain, name).not.toContain(word);
      }
    }
  });

  it('附件只有密文，名字也没有', () => {
    const { blobFolder } = portal.needs;
    const files = readdirSync(blobFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const { parentPath, name } of files) {
      expect(name).toMatch(/^[0-9a-f]+$/);
      expect(readFileSync(join(parentPath, name)).subarray(0, 4).toString('hex')).not.toBe('89504e47'); // no PNG head
    }
  });
});

/** bytea comes as hex text: what lies in it is looked at too. */
function fromHex(text: string): string {
  return [...text.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString()).join('');
}
