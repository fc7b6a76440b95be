import type { FastifyInstance } from 'fastify';
import { Refusal } from '#kernel/refusal.ts';
import { serve } from '#platform/http.ts';
import { isConcerned, loadMatter, type caseworkRoutes, textOf, type CaseworkNeeds, type LoadedMatter } from '#contexts/casework/index.ts';
import { getEvaluation, getRatings } from './contract.ts';
import { isHiddenFrom } from './domain/decide.ts';
import { batchOf } from './domain/members.ts';
import type { Verdict } from './domain/evaluation.ts';
import { evaluationOf } from './handle.ts';
import { ratingsOf } from './ratings.ts';
import type { EvaluationDb } from './store.ts';

const NOBODY = { petitionDept: null, handlingUnit: null };

type Needs = CaseworkNeeds & Pick<Parameters<typeof caseworkRoutes>[1], 'logAccess'>;

export function evaluationRoutes(app: FastifyInstance, needs: Needs): void {
  serve(app, getEvaluation, async ({ actor, params }) => {
    const loaded = await loadMatter(needs, { region: params.region, id: params.matter });
    if (!isConcerned(loaded.matter, actor.unit)) throw new Refusal('NotFound', '没有这件信访事项，或者不在本单位经手的范围内。请核对编号。');
    const evaluation = evaluationOf(loaded.past);
    const { state, closesOn = null, callBack } = evaluation;
    if (isHiddenFrom(actor.unit, evaluation))
      return { state, closesOn, hidden: true, petitionDept: null, handlingUnit: null, callBack: false, members: NOBODY };
    await needs.logAccess({ subject: loaded.subject, actor, purpose: '看评价', fields: 'page' }); // the petitioner's words are shown
    return {
      state,
      closesOn,
      hidden: false,
      petitionDept: graded(loaded, evaluation.petitionDept),
      handlingUnit: graded(loaded, evaluation.handlingUnit),
      callBack,
      members: { petitionDept: batchOf(evaluation, 'petitionDept') ?? null, handlingUnit: batchOf(evaluation, 'handlingUnit') ?? null },
    };
  });

  serve(app, getRatings, async ({ actor }) => {
    const db = needs.db.sql as EvaluationDb;
    const [asDept, asUnit] = await Promise.all((['dept', 'unit'] as const).map((side) => ratingsOf(db, actor.region, side, actor.unit)));
    return { asDept: asDept!, asUnit: asUnit! };
  });
}

function graded({ texts }: LoadedMatter, verdict: Verdict | undefined) {
  return verdict ? { grade: verdict.grade, faults: [...verdict.faults], text: textOf(texts, verdict.text) } : null;
}
