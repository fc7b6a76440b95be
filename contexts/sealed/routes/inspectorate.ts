import type { FastifyInstance } from 'fastify';
import { dateInChina, plainDate } from '#kernel/dates.ts';
import { serve } from '#platform/http.ts';
import {
  getRequest,
  getRequestPaper,
  listRequests,
  provideMaterial as provideEndpoint,
  provideNothing as nothingEndpoint,
  recordRequest as recordEndpoint,
} from '../contract.ts';
import type { SealedNeeds } from '../handle.ts';
import { deskOf, loadRequest, provideMaterial, provideNothing, recordRequest, showRequest } from '../handle/inspectorate.ts';
import { printMaterial } from '../handle/papers.ts';
import { findRequests, type SealedDb } from '../store.ts';

const MOST = 200;

/** What the inspectorate asked for, and what it was given. */
export function inspectorateRoutes(app: FastifyInstance, needs: SealedNeeds): void {
  serve(app, listRequests, async ({ actor }) => {
    const rows = await findRequests(needs.db.sql as SealedDb, deskOf(needs, actor), MOST);
    return {
      today: dateInChina(needs.now()),
      rows: rows.map(({ region, subject: request, requested_on, due_on, provided_on, no }) => ({
        region,
        request,
        requestedOn: requested_on,
        dueOn: due_on,
        providedOn: provided_on,
        no,
      })),
    };
  });

  serve(app, recordEndpoint, async ({ actor, body }) => {
    const given = { ...body, requestedOn: plainDate(body.requestedOn), dueOn: plainDate(body.dueOn) };
    const { region, id } = await recordRequest(needs, actor, given);
    return { region, request: id };
  });

  serve(app, getRequest, async ({ actor, params: { region, request } }) => {
    return showRequest(needs, await loadRequest(needs, { region, id: request }, actor), actor);
  });

  serve(app, provideEndpoint, async ({ actor, params: { region, request }, body: { seen, ...given }, request: { ip } }) => {
    const loaded = await loadRequest(needs, { region, id: request }, actor);
    return provideMaterial(needs, loaded, given, { ...actor, place: ip }, seen);
  });

  serve(app, nothingEndpoint, async ({ actor, params: { region, request }, body: { seen } }) => {
    return provideNothing(needs, await loadRequest(needs, { region, id: request }, actor), actor, seen);
  });

  serve(app, getRequestPaper, async ({ actor, params: { region, request } }) => {
    return { ...(await printMaterial(needs, await loadRequest(needs, { region, id: request }, actor))), show: true };
  });
}
