import type { Matter } from './matter.ts';

/**
 * The performing unit 执行单位: whoever carries out what the opinion in force
 * grants, or what the agreement promises. The handling unit urges and answers
 * for it (第三十二条第二款、第三十三条; lifecycle 24, 46).
 */

/** Whom what now stands names: the last opinion that changed something, or the first. */
export function namedPerformer(matter: Matter): string | undefined {
  const { agreement } = matter;
  return agreement?.form && agreement.outcome !== 'broken' ? agreement.performingUnit : inForce(matter)?.performingUnit;
}

/** The unit that performs now, and therefore has to do with the matter: from the day on which the opinion went out, or both had signed. */
export function performingUnit(matter: Matter): string | undefined {
  const { agreement, performance, papers, stage } = matter;
  if (stage === 'sealed') return undefined;
  if (agreement?.form && agreement.outcome !== 'broken') return agreement.performingUnit;
  const opinion = performance && inForce(matter);
  return opinion && papers[opinion.document] ? opinion.performingUnit : undefined;
}

/** The unit at whose desk the running duty stands beside the handling unit's own, until it has reported. */
export function performsBeside(matter: Matter, holder: string): string | undefined {
  if (matter.stage === 'agreed' ? matter.agreement?.reported : matter.performance !== 'owed') return undefined;
  const unit = performingUnit(matter);
  return unit !== undefined && unit !== holder && unit.includes('/') ? unit : undefined;
}

/** The key of that second row: one duty, which is charged once, to whoever holds it. */
export const PERFORMING = '@performing';

const inForce = ({ opinion, review, recheck }: Pick<Matter, 'opinion' | 'review' | 'recheck'>) =>
  [recheck?.opinion, review?.opinion].find((one) => one?.result === 'change') ?? opinion;
