import pg from 'pg';

/** Asked before anything of the demonstration is loaded, so that a later start costs nothing. */
export async function isTold(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from demo.county where finished_at is not null');
    return rowCount !== null && rowCount > 0;
  } finally {
    await client.end();
  }
}
