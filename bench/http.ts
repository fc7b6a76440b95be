import { Agent, request } from 'node:http';
import { loadPeople } from '../data/demo/load.ts';

/** A person who is signed in, on one connection of their own, asking one thing after the other. */
export interface Client {
  get(path: string): Promise<any>;
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
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }; // as a browser says it

  const call = (method: string, path: string, body?: unknown) =>
    new Promise<{ json: any; cookie: string | undefined }>((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const sent = request(
        `${url}${path}`,
        { method, agent, headers: { ...headers, ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }) } },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part) => parts.push(part));
          response.on('end', () => {
            const answer = Buffer.concat(parts).toString();
            if (response.statusCode === 200) resolve({ json: JSON.parse(answer), cookie: response.headers['set-cookie']?.[0] });
            else reject(new Error(`${method} ${path}: ${response.statusCode} ${answer.slice(0, 300)}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(text);
    });

  const { cookie = '' } = await call('POST', '/api/directory/sign-in', { login, password: PASSWORD });
  headers['cookie'] = cookie.split(';')[0]!;
  const { json: me } = await call('GET', '/api/directory/me');
  headers['x-csrf-token'] = me.csrf;
  return {
    get: (path) => call('GET', path).then(({ json }) => json),
    post: (path, body) => call('POST', path, body).then(({ json }) => json),
    close: () => agent.destroy(),
  };
}
