import type { FastifyInstance } from 'fastify';
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { serve } from '#platform/http.ts';
import { isConcerned, loadMatter, type caseworkRoutes, textOf, titlesOf, type CaseworkNeeds, type LoadedMatter } from '#contexts/casework/index.ts';
import type { Actor } from '#platform/actor.ts';
import type { Role } from '#kernel/roles.ts';
import { getEvaluation, getRatings, listCalls, recordRatingCall } from './contract.ts';
import { isHiddenFrom, isOwnHidden } from './domain/decide.ts';
import { batchOf } from './domain/members.ts';
import type { Verdict } from './domain/evaluation.ts';
import { evaluationOf, recordCall } from './handle.ts';
import { ratingsOf } from './ratings.ts';
import { findCalls, type EvaluationDb } from './store.ts';

const NOBODY = { petitionDept: null, handlingUnit: null };

type Needs = CaseworkNeeds & Pick<Parameters<typeof caseworkRoutes>[1], 'logAccess'>;

export function evaluationRoutes(app: FastifyInstance, needs: Needs): void {
  serve(app, getEvaluation, async ({ actor, params }) => {
    const loaded = await loadMatter(needs, { region: params.region, id: params.matter });
    if (!isConcerned(loaded.matter, actor.unit)) throw notOurs();
    const evaluation = evaluationOf(loaded.past);
    const { state, closesOn = null, callBack } = evaluation;
    if (isHiddenFrom(actor.unit, evaluation))
      return { state, closesOn, hidden: true, ownHidden: true, petitionDept: null, handlingUnit: null, callBack: false, calls: [], members: NOBODY };
    await needs.logAccess({ subject: loaded.subject, actor, purpose: '看评价', fields: 'page' }); // the petitioner's words are shown
    return {
      state,
      closesOn,
      hidden: false,
      ownHidden: isOwnHidden(actor.unit, evaluation),
      petitionDept: isOwnHidden(actor.unit, evaluation) ? null : graded(loaded, evaluation.petitionDept),
      handlingUnit: graded(loaded, evaluation.handlingUnit),
      callBack,
      calls:
        actor.unit === evaluation.unit
          ? []
          : evaluation.calls.map(({ reached, record, at }) => ({ on: dateInChina(at), reached, text: textOf(loaded.texts, record) })),
      members: { petitionDept: batchOf(evaluation, 'petitionDept') ?? null, handlingUnit: batchOf(evaluation, 'handlingUnit') ?? null },
    };
  });

  serve(app, listCalls, async ({ actor }) => {
    if (!mayCall(actor)) return { rows: [] };
    const rows = await findCalls(needs.db.sql as EvaluationDb, actor.unit);
    const titleOf = await titlesOf(
      needs,
      [actor.unit],
      rows.map(({ region, subject }) => ({ region, id: subject })),
    );
    return {
      rows: rows.flatMap(({ region, subject, no, unit, asked_on, tries }) => {
        const title = titleOf({ region, id: subject }); // none once it was sealed away or erased
        return title === undefined ? [] : [{ region, matter: subject, no, title, unit: needs.organs().nameOf(unit), askedOn: asked_on, tries }];
      }),
    };
  });

  serve(app, recordRatingCall, async ({ actor, params, body }) => {
    if (!mayCall(actor)) throw new Refusal('NotAllowed', '评价的回访由信访部门的业务、督查人员或者负责人打，请交给他们。');
    const subject = { region: params.region, id: params.matter };
    const { matter } = await loadMatter(needs, subject);
    if (!isConcerned(matter, actor.unit)) throw notOurs();
    await recordCall(needs, subject, { ...body, by: { person: actor.person, unit: actor.unit } });
    return {};
  });

  serve(app, getRatings, async ({ actor }) => {
    const db = needs.db.sql as EvaluationDb;
    const [asDept, asUnit] = await Promise.all((['dept', 'unit'] as const).map((side) => ratingsOf(db, actor.region, side, actor.unit)));
    return { asDept: asDept!, asUnit: asUnit! };
  });
}

const CALLERS: readonly Role[] = ['triageOfficer', 'petitionDeptHead', 'supervisor', 'unitHead'];
const mayCall = ({ roles }: Pick<Actor, 'roles'>) => roles.some((role) => CALLERS.includes(role));

const notOurs = () => new Refusal('NotFound', '没有这件信访事项，或者不在本单位经手的范围内。请核对编号。');

function graded({ texts }: LoadedMatter, verdict: Verdict | undefined) {
  return verdict ? { grade: verdict.grade, faults: [...verdict.faults], text: textOf(texts, verdict.text) } : null;
}
