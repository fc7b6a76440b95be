import type { FastifyInstance } from 'fastify';
import { findOfIntake, isConcerned, loadMatter, proposals, REPEATS, STAGES, textOf, type CaseworkDb } from '#contexts/casework/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import { serve } from '#platform/http.ts';
import { findEarlierMatters } from '../contract/repeats.ts';
import { findBefore, type IntakeDb } from '../store.ts';
import { loadOwn, type IntakeRouteNeeds } from './needs.ts';

const MOST = 5; // the newest few to compare with; how many there are is nobody's question

/** The earlier matters of whoever wrote this one, found by marks, with what the rule proposes. Each look leaves a trace. */
export function repeatRoutes(app: FastifyInstance, needs: IntakeRouteNeeds): void {
  serve(app, findEarlierMatters, async ({ actor, params }) => {
    const { region, intake: id } = params;
    const { intake } = await loadOwn(needs, { region, id }, actor);
    const before = await findBefore(needs.db.sql as IntakeDb, region, id, MOST);
    const rows = (await Promise.all(before.map(({ subject }) => findOfIntake(needs.db.sql as CaseworkDb, region, subject)))).flat();
    const loaded = await Promise.all(rows.filter(({ stage }) => stage !== 'sealed').map(({ subject }) => loadMatter(needs, { region, id: subject })));
    const seen = loaded.filter(({ matter }) => isConcerned(matter, actor.unit));
    await Promise.all(seen.map(({ subject }) => needs.logAccess({ subject, actor, purpose: '对照是不是同一件', fields: 'page' })));
    const cameOn = intake.firstReceipt ?? dateInChina(needs.now()); // not the day on which somebody compares
    return seen.map(({ subject, matter, texts }) => ({
      region,
      matter: subject.id,
      no: matter.opening!.no,
      title: textOf(texts, matter.opening!.title),
      stageName: STAGES[matter.stage].name,
      receivedOn: matter.firstReceipt!,
      proposals: proposals(matter, cameOn, intake.received?.postmarkOn).map(({ when, kind }) => ({ when, kind, ...REPEATS[kind] })),
    }));
  });
}
