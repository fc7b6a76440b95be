import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startRunning, type Running, type Started } from './running.ts';

/**
 * One running program for all test files of a run. It is started when the
 * first of them asks, and not at all where none does; it stops with the run.
 */
export async function offerRunning(): Promise<{ readonly address: string; stop(): Promise<void> }> {
  let starting: Promise<Started> | undefined;
  const server = createServer((request, response) => {
    starting ??= startRunning({ env: { HUIYIN_TRUST_PROXY: '127.0.0.1' } }); // so that a test can come from elsewhere
    starting.then(
      (started) => response.end(request.url === '/output' ? started.output() : JSON.stringify(plain(started))),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await starting?.then(
        ({ stop }) => stop(),
        () => {},
      );
    },
  };
}

const plain = ({ portal, office, data, password }: Started): Running => ({ portal, office, data, password });

export interface Shared extends Running {
  output(): Promise<string>;
}

/** The program of this run. `address` is what the run was given: inject('running'). */
export async function sharedProgram(address: string): Promise<Shared> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(await answer.text());
  return { ...((await answer.json()) as Running), output: async () => (await fetch(`${address}/output`)).text() };
}
