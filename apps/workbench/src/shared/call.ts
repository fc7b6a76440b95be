/** Calls an endpoint of a contract. A no comes back as a Refusal, with its sentence, ready to show. */
import { me } from '#contexts/directory/contract.ts';
import type { Body, Endpoint, Params, Query, Reply } from '#kernel/endpoint.ts';
import { readable } from '#kernel/readable.ts';
import { Refusal } from '#kernel/refusal.ts';
import { Failure, offline } from './failure.ts';

type Part<T, K extends string> = T extends undefined ? object : { [key in K]: T };
export type Sent<E extends Endpoint> = Part<Params<E>, 'params'> & Part<Query<E>, 'query'> & Part<Body<E>, 'body'>;

/** The token against forged requests: the session answers it, every POST carries it. */
let csrf = '';
let doubted = false; // a POST was turned away: somebody may have signed in anew in another window
export const keepCsrf = (token: string) => {
  csrf = token;
  doubted = false;
};
export const csrfHeader = (): Record<string, string> => (csrf ? { 'x-csrf-token': csrf } : {});

export async function call<E extends Endpoint>(endpoint: E, sent: Sent<E>): Promise<Reply<E>> {
  if (endpoint.method === 'POST' && doubted) await askAnew();
  const { params, body, query } = sent as { params?: object; body?: unknown; query?: object };
  const response = await fetch(urlOf(endpoint.url, params, query), {
    method: endpoint.method,
    credentials: 'same-origin',
    ...(endpoint.method === 'POST' && {
      headers: { ...csrfHeader(), ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  }).catch(() => {
    throw offline();
  });
  if (response.status === 401 || response.status === 403) doubted = true;
  if (!response.ok) throw await problemOf(response);
  return JSON.parse(readable(await response.text()));
}

/** The token of the session that is there now; without one the next answer says so itself. */
async function askAnew(): Promise<void> {
  const response = await fetch(me.url, { credentials: 'same-origin' }).catch(() => undefined);
  if (response?.ok) keepCsrf(((await response.json()) as Reply<typeof me>).csrf);
}

/** Fills `:names` of the path and adds the query; empty and missing values are left out. */
export function urlOf(path: string, params: object = {}, query: object = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(String((params as Record<string, unknown>)[name] ?? '')));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') asked.set(name, String(value));
  }
  return asked.size ? `${filled}?${asked}` : filled;
}

/** A problem (RFC 9457) as something that can be thrown: a Refusal when the office said no, a Failure otherwise. */
export async function problemOf(response: Response): Promise<Error> {
  const problem = await response.json().catch(() => ({}));
  if (!problem.type || problem.type === 'Bug') {
    const quote = problem.request ? `打电话时请报编号 ${problem.request}。` : undefined;
    return new Failure('fault', problem.title ?? '系统出错，责任在我们，已经记录。请稍后再试。', quote);
  }
  const { wayOut, fields, detail } = problem;
  return Object.assign(new Refusal(problem.type, problem.title, problem.article), { wayOut, fields, detail });
}
