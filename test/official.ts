import type { Running } from './running.ts';

/** A person at the workbench, as the browser speaks for them: signed in, with their cookie, the office's origin and their CSRF token. */
export interface Official {
  readonly login: string;
  get<Body = any>(path: string): Promise<Answer<Body>>;
  download(path: string): Promise<Buffer>;
  post<Body = any>(path: string, body: unknown): Promise<Answer<Body>>;
  /** What is no JSON is sent all the same, as written. */
  send<Body = any>(path: string, written: string | FormData, type?: string): Promise<Answer<Body>>;
}

export interface Answer<Body = any> {
  readonly status: number;
  readonly body: Body;
}

/** Everything with Chinese characters that was handed to the program: none of it may be found in its log. */
export const said = new Set<string>();

const signedIn = new Map<string, Promise<Official>>();

/** Signed in once for each test file; where days pass in it, once a day. */
export function signIn(running: Running, login: string, day = ''): Promise<Official> {
  const key = `${running.office} ${login} ${day}`;
  const known = signedIn.get(key) ?? enter(running, login);
  signedIn.set(key, known);
  return known;
}

async function enter({ office, password }: Running, login: string): Promise<Official> {
  const answer = await fetch(`${office}/api/directory/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: office },
    body: JSON.stringify({ login, password }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  if (answer.status !== 200) throw new Error(`${login} is not let in: ${answer.status} ${await answer.text()}`);
  const me = await fetch(`${office}/api/directory/me`, { headers: { cookie } });
  const { csrf } = (await me.json()) as { csrf: string };
  const headers = { cookie, origin: office, 'x-csrf-token': csrf };
  const send = async (path: string, written: string | FormData, type?: string) =>
    read(await fetch(office + path, { method: 'POST', headers: { ...headers, ...(type && { 'content-type': type }) }, body: written }));
  return {
    login,
    send,
    download: async (path) => Buffer.from(await (await fetch(office + path, { headers: { cookie } })).arrayBuffer()),
    get: async (path) => read(await fetch(office + path, { headers: { cookie } })),
    post(path, body) {
      remember(body);
      return send(path, JSON.stringify(body), 'application/json');
    },
  };
}

async function read(answer: Response): Promise<Answer> {
  const text = await answer.text();
  const json = answer.headers.get('content-type')?.includes('json');
  return { status: answer.status, body: json ? JSON.parse(text) : text };
}

/** Names, words, numbers: whatever a person could be recognised by. */
export function remember(value: unknown): void {
  if (typeof value === 'string') {
    if (/\p{Script=Han}{2}|\d{7}/u.test(value)) said.add(value);
  } else if (value !== null && typeof value === 'object') Object.values(value).forEach(remember);
}
