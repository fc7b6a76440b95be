import pg from 'pg';
import { Batch as Sent } from '#platform/database-batch.ts';

/** What a call sends to the database, kept as it went out, to be sent again by the driver alone. */
export type Batch = readonly pg.QueryConfig[]; // on the wire together: one round trip

/** Runs `work`, and gives the batches that this process sent meanwhile, whoever sent them. */
export async function record(work: () => Promise<unknown>): Promise<Batch[]> {
  const batches: pg.QueryConfig[][] = [];
  const original = pg.Client.prototype.query as (this: pg.Client, ...given: any[]) => any;
  let waiting = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...given: any[]) {
    const [asked] = given;
    if (asked instanceof Sent) {
      batches.push(asked.statements.map(({ name, text, values }) => (values.length > 0 ? { text, values: [...values], ...(name && { name }) } : { text })));
      return original.apply(this, given);
    }
    const { name, text, values } = typeof asked === 'string' ? { name: undefined, text: asked, values: undefined } : asked;
    if (waiting === 0) batches.push([]);
    batches.at(-1)!.push({ text, ...(name && { name }), ...(values && { values }) });
    waiting += 1;
    const answer = original.apply(this, given);
    const over = () => void (waiting -= 1);
    answer.then(over, over);
    return answer;
  } as never;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original as never;
  }
  return batches;
}

export interface Driver {
  send(batches: readonly Batch[], client: number): Promise<void>;
  close(): Promise<void>;
}

/** Connections with nothing above them, in the role of the office. */
export async function openDriver(url: string, connections: number): Promise<Driver> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url, pipeline: true } as pg.ClientConfig));
  await Promise.all(clients.map((client) => client.connect()));
  return {
    async send(batches, client) {
      const connection = clients[client]!;
      for (const batch of batches) await Promise.all(batch.map((query) => connection.query(query)));
    },
    close: async () => void (await Promise.all(clients.map((client) => client.end()))),
  };
}
