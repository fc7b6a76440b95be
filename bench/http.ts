import { once } from 'node:events';
import { connect } from 'node:net';
import { loadPeople } from '../data/demo/load.ts';

/** A person who is signed in, on one connection of their own, asking one thing after the other. */
export interface Client {
  get(path: string): Promise<Buffer>; // as it came: whoever measures does not read it
  post(path: string, body: unknown): Promise<any>;
  close(): void;
}

const PASSWORD = 'huiyin-demo-2026';

/** One after the other: many at once for one account look like somebody who guesses. */
export async function signInAll(url: string, login: string, count: number): Promise<Client[]> {
  const clients: Client[] = [];
  for (let index = 0; index < count; index += 1) clients.push(await signIn(url, login));
  return clients;
}

/** Somebody of the county who has this role in this unit. */
export function loginOf(unit: string, role: string): string {
  const found = loadPeople().find(({ posts }) => posts[0]?.unit === unit && posts[0].roles.includes(role as never));
  if (!found) throw new Error(`Nobody in ${unit} is ${role}`);
  return found.login;
}

export async function signIn(url: string, login: string): Promise<Client> {
  const { hostname, port } = new URL(url);
  const line = await openLine(hostname, Number(port));
  let headers = `host: ${hostname}:${port}\r\nsec-fetch-site: same-origin\r\n`; // as a browser says it

  const call = async (method: string, path: string, body?: unknown) => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const about = text === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`;
    const answer = await line.ask(`${method} ${path} HTTP/1.1\r\n${headers}${about}\r\n${text}`);
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${answer.body.toString('utf8', 0, 300)}`);
    return answer;
  };

  const { head } = await call('POST', '/api/directory/sign-in', { login, password: PASSWORD });
  headers += `cookie: ${/^set-cookie: ([^;\r]+)/im.exec(head)?.[1] ?? ''}\r\n`;
  const me = JSON.parse((await call('GET', '/api/directory/me')).body.toString());
  headers += `x-csrf-token: ${me.csrf}\r\n`;
  return {
    get: async (path) => (await call('GET', path)).body,
    post: async (path, body) => JSON.parse((await call('POST', path, body)).body.toString()),
    close: line.close,
  };
}

interface Answer {
  readonly status: number;
  readonly head: string;
  readonly body: Buffer;
}

/**
 * One kept connection, one question at a time. A load is made of as little as
 * it can: on two processors whatever asks takes its time from whoever answers.
 */
async function openLine(host: string, port: number) {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  let come: Buffer = Buffer.alloc(0);
  const fail = (error: Error) => waiting?.reject(error);
  socket.on('error', fail).on('close', () => fail(new Error('The office closed the connection')));
  socket.on('data', (part) => {
    come = come.length === 0 ? part : Buffer.concat([come, part]);
    const answer = answerIn(come);
    if (!answer || !waiting) return;
    come = Buffer.alloc(0);
    const { resolve } = waiting;
    waiting = undefined;
    resolve(answer);
  });
  return {
    ask: (text: string) =>
      new Promise<Answer>((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(text);
      }),
    close() {
      waiting = undefined;
      socket.destroy();
    },
  };
}

/** The whole answer, once it is there. */
function answerIn(come: Buffer): Answer | undefined {
  const end = come.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = come.toString('latin1', 0, end);
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  if (length === undefined) throw new Error(`An answer without a length: ${head.split('\r\n')[0]}`);
  const body = come.subarray(end + 4);
  return body.length < Number(length) ? undefined : { status: Number(head.slice(9, 12)), head, body };
}
