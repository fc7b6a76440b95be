import type { FastifyInstance } from 'fastify';
import { caseworkRoutes } from '#contexts/casework/index.ts';
import { documentsRoutes } from '#contexts/documents/index.ts';
import { intakeRoutes } from '#contexts/intake/index.ts';
import { sealedRoutes, type SealedNeeds } from '#contexts/sealed/index.ts';
import type { Body, Endpoint, Params, Reply } from '#kernel/endpoint.ts';
import type { Actor } from '#platform/actor.ts';
import { openDatabase, type Database } from '#platform/database.ts';
import { createHttp } from '#platform/http.ts';
import type { Log } from '#platform/log.ts';
import type { Settings } from '#platform/settings.ts';
import { addressFor } from '#platform/storage.ts';
import { openStaffNeeds, type StaffNeeds } from '../needs.ts';
import { openSealedNeeds } from '../sealed-needs.ts';
import { marking, nextMatterNo, now, numbersNow } from './clock.ts';

/**
 * The office of the replay: the same endpoints that the workbench calls, with
 * every guard before them, in this process and on the time of the replay. It
 * listens nowhere.
 */
export interface Office {
  readonly db: Database; // of the ordinary office, not marking
  readonly staff: StaffNeeds;
  readonly sealed: SealedNeeds;
  readonly sealedDb: Database;
  ask<const E extends Endpoint>(endpoint: E, actor: Actor, asked: { params?: Params<E>; body?: Body<E> }): Promise<Reply<E>>;
  /** One file, as the workbench sends it. */
  upload<Reply>(url: string, actor: Actor, file: { readonly name: string; readonly content: Buffer }): Promise<Reply>;
  close(): Promise<void>;
}

/** What the office said to an act of the replay. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

const UNLIMITED = 1_000_000;

interface Request {
  readonly method: Endpoint['method'];
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: object;
}

export async function openOffice(settings: Settings, log: Log): Promise<Office> {
  const opened = await openStaffNeeds(settings, log, 'office', { now, around: marking });
  const { intakeNo, matterNo } = opened;
  const staff: StaffNeeds = {
    ...opened,
    intakeNo: async (region, at) => numbersNow()?.intake ?? intakeNo(region, at),
    matterNo: async (region, at) => nextMatterNo() ?? matterNo(region, at),
    newCode: () => numbersNow()?.code,
    untried: true, // a paper that cannot be set is not sent either, and that ends the replay
  };
  const sealed = await openSealedNeeds(settings, log, now);
  const db = openDatabase(addressFor(settings, 'huiyin_office'), { name: 'huiyin demo', max: 2 });
  const actors = new Map<string, Actor>();
  const faults = new WeakMap<object, unknown>();
  const http = {
    whoIs: async ({ headers }: { headers: object }) => actors.get(String((headers as Record<string, unknown>)['x-actor'])),
    limits: { callsAMinute: UNLIMITED },
  } as const;
  const office = await createHttp({ surface: 'office', ...http });
  for (const routes of [intakeRoutes, caseworkRoutes, documentsRoutes] as const) routes(office, staff);
  const apart = await createHttp({ surface: 'office', ...http });
  sealedRoutes(apart, sealed.needs);
  for (const app of [office, apart]) app.addHook('onError', async ({ raw }, _, error) => void faults.set(raw, error));

  async function send<Reply>(app: FastifyInstance, actor: Actor, request: Request): Promise<Reply> {
    const name = `${actor.unit} ${actor.person}`; // told apart by what no other request can say: nothing listens
    actors.set(name, actor);
    const reply = await app.inject({ ...request, headers: { ...request.headers, 'x-actor': name } });
    if (reply.statusCode === 200) return reply.json();
    const fault = faults.get(reply.raw.req as object);
    throw fault && reply.statusCode >= 500 ? fault : new Refused(`${request.url}（${actor.name}）：${reply.json().title ?? reply.body}`);
  }

  return {
    db,
    staff,
    sealed: sealed.needs,
    sealedDb: sealed.db,
    async ask(endpoint, actor, { params, body }) {
      const app: FastifyInstance = endpoint.url.startsWith('/api/sealed/') ? apart : office;
      const url = endpoint.url.replaceAll(/:(\w+)/g, (_, key: string) => encodeURIComponent(String((params as Record<string, unknown>)[key])));
      return send(app, actor, { method: endpoint.method, url, ...(body !== undefined && { payload: body as object }) });
    },
    async upload<Reply>(url: string, actor: Actor, { name, content }: { name: string; content: Buffer }): Promise<Reply> {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(content)]), name);
      const sent = new Response(form);
      const payload = Buffer.from(await sent.arrayBuffer());
      return send(office, actor, { method: 'POST', url, headers: { 'content-type': sent.headers.get('content-type')! }, payload });
    },
    async close() {
      await Promise.all([office.close(), apart.close()]);
      await Promise.all([db.close(), opened.close(), sealed.close()]);
    },
  };
}
