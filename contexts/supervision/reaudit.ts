import type { FastifyInstance } from 'fastify';
import { findBox, type CaseworkDb } from '#contexts/casework/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { serve } from '#platform/http.ts';
import { listReaudits } from './contract.ts';
import { isSampled } from './domain/sample.ts';
import type { SupervisionNeeds } from './handle.ts';

const MOST = 1_000;

/** 抽查: of the matters refused for good that this unit has had to do with, the tenth that somebody else looks at again. */
export function reauditRoutes(app: FastifyInstance, { db }: Pick<SupervisionNeeds, 'db'>): void {
  serve(app, listReaudits, async ({ actor }) => {
    if (!actor.roles.some((role) => role === 'supervisor' || role === 'petitionDeptHead')) {
      throw new Refusal('NotAllowed', '您的岗位没有督查的职责，请由督查人员抽查。');
    }
    const rows = await findBox(db.sql as unknown as CaseworkDb, actor.unit, { stages: ['furtherRefused'], limit: MOST });
    return {
      rows: rows
        .filter(({ subject }) => isSampled(subject))
        .map(({ region, subject, no, received_at }) => ({ region, matter: subject, no, receivedOn: dateInChina(received_at) })),
    };
  });
}
