import { isConcerned, isRelated, partiesOf, PETITIONER, type LoadedMatter, type MatterAction } from '#contexts/casework/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Value } from '../domain/field.ts';
import { organFor, type DocumentsNeeds } from './needs.ts';

type Of<Type extends MatterAction['type']> = Extract<MatterAction, { type: Type }>;

/** Has this unit nothing to do with the papers of the matter but the challenge that came up to it? */
export function decidesRecusalAlone({ organs }: DocumentsNeeds, { matter }: LoadedMatter, unit: string): boolean {
  return isRelated('aboveChallenged', matter, unit, organs()) && !isConcerned(matter, unit);
}

/** 回避申请和决定 (F18): what the act has recorded already, of the newest challenge that is this unit's to decide. */
export function recusalPrefill(needs: DocumentsNeeds, loaded: LoadedMatter, unit: string): Record<string, Value | undefined> {
  const past = loaded.past as unknown as readonly MatterAction[];
  const asked = (type: MatterAction['type']) => past.filter((action) => action.type === type);
  const up = (asked('RecusalPassedUp') as Of<'RecusalPassedUp'>[]).filter(({ to }) => to === unit || to === organFor(needs, unit));
  const requests = asked('RecusalRequested') as Of<'RecusalRequested'>[];
  const request = requests.findLast(({ part }) => up.some((one) => one.part === part)) ?? requests.at(-1);
  if (!request) return {};
  const decided = (asked('RecusalDecided') as Of<'RecusalDecided'>[]).findLast(({ part }) => part === request.part);
  const isPetitioner = request.by.unit === PETITIONER;
  // the organ above knows nobody by name: it writes the name in from the request that it was handed
  const names = decidesRecusalAlone(needs, loaded, unit) ? [] : partiesOf(loaded).map(({ name }) => name);
  return {
    applicant: isPetitioner ? names[0] : needs.personOf(request.by.person),
    capacity: isPetitioner ? 'petitioner' : request.by.person === request.person ? 'staff' : 'colleague',
    appliedOn: dateInChina(request.at),
    challenged: needs.personOf(request.person),
    interest: loaded.texts.get(request.interest.id),
    ...(decided && {
      decision: decided.recused ? 'granted' : 'refused',
      reasons: loaded.texts.get(decided.grounds.id),
      decidedBy: needs.personOf(decided.by.person),
    }),
  };
}
