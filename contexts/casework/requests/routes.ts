import type { FastifyInstance } from 'fastify';
import { serve } from '#platform/http.ts';
import type { CommandType } from '../domain/commands.ts';
import { notHere } from '../domain/decide/sentences.ts';
import { isRelated } from '../domain/permissions.ts';
import { STAGES } from '../domain/stages.ts';
import { actOnMatters, matterOf, matterStep } from '../handle.ts';
import { findByTypedNo } from '../handle/by-number.ts';
import { fill } from '../handle/command-of.ts';
import { commandFrom } from '../handle/resolve.ts';
import { loadPast } from '../page/load.ts';
import { mustHaveRole, type CaseworkRouteNeeds } from '../routes.ts';
import { takeDownRequest } from './contract.ts';

/**
 * The organ above has never seen the matter: it names it by the number on the
 * opinion, and learns nothing of it unless it is the one to be asked. From the
 * request on it is concerned, and opens it as everybody else does.
 */
export function requestRoutes(app: FastifyInstance, needs: CaseworkRouteNeeds): void {
  serve(app, takeDownRequest, async ({ actor, body }) => {
    const type = body.command as CommandType & ('requestReview' | 'requestRecheck');
    if (!needs.mayOpenContent(actor)) throw notHere();
    mustHaveRole(type, actor);
    const found = await findByTypedNo(needs, body.no, actor.unit, (one) =>
      (['reviewer', 'concerned'] as const).some((relation) => isRelated(relation, one, actor.unit, needs.organs())),
    );
    if (!found) throw notHere();
    const { row, matter } = found;
    const subject = { region: row.region, id: row.subject };
    const { values, notes } = fill(type, { ...body.fields, organ: actor.unit });
    const command = await commandFrom(needs, subject, type, values, matter, { by: { person: actor.person, unit: actor.unit }, at: needs.now() });
    await actOnMatters(needs, [matterStep(needs, subject, command, { notes })], [subject]);
    const after = matterOf(needs, await loadPast(needs, subject));
    return { region: subject.region, matter: subject.id, stage: STAGES[after.stage].name };
  });
}
