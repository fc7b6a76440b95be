import { countClosed, countMembers, type EvaluationDb, type Side } from './store.ts';

/** What petitioners said of an office, as it is told: how many always, how from five on (不变量 24). */
const FEW = 5;

export async function ratingsOf(db: EvaluationDb, region: string, side: Side, office: string) {
  const [closed, members] = await Promise.all([countClosed(db, region, side, office), countMembers(db, region, side, office, FEW)]);
  return { ...figure(closed), members: membersFigure(members) };
}

/** A part of fewer than five is in the number of those who rated, and in no grade. */
function membersFigure(parts: Awaited<ReturnType<typeof countMembers>>) {
  const told = parts.filter(({ rated }) => rated >= FEW);
  const sum = (name: 'rated' | 'satisfied' | 'basically_satisfied', of = told) => of.reduce((all, part) => all + part[name], 0);
  const none = told.length === 0;
  return {
    rated: sum('rated', [...parts]),
    told: sum('rated'),
    satisfied: none ? null : sum('satisfied'),
    basically: none ? null : sum('basically_satisfied'),
  };
}

function figure({ closed, rated, satisfied, basically }: Awaited<ReturnType<typeof countClosed>>) {
  const few = Number(rated) < FEW;
  return { closed: Number(closed), rated: Number(rated), satisfied: few ? null : Number(satisfied), basically: few ? null : Number(basically) };
}
