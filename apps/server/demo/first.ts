import type { Plan } from './plan.ts';

/**
 * Which stories are told first, so that the desks are alive when the pages
 * open: matters that are open now, as many stages as there are, those with the
 * fewest acts before the others. And those whose query codes are printed.
 */
const MATTERS = 30;

/** The petitioner's side of these can be looked at by a printed code. */
export const SHOWN: Readonly<Record<string, string>> = {
  'property-01': '正在办理的一件',
  'bus-09': '已经超期的一件',
  'village-12': '刚延过期的一件',
  'land-13': '可以评价的一件',
  'accuse-13': '一封信分成两件，其中一件移送了纪检监察机关',
};

const ENDED = new Set(['concluded', 'archived', 'sealedTransferred']);

export function chooseFirst(plans: readonly Plan[]): ReadonlySet<string> {
  const byId = new Map(plans.map((plan) => [plan.story.id, plan]));
  const open = plans.filter(({ story }) => story.matters.some(({ stage }) => !ENDED.has(stage)) && !dependsOn(story.matters));
  const byStage = Map.groupBy(
    open.toSorted((one, other) => one.deeds.length - other.deeds.length),
    ({ story }) => story.matters[0]!.stage,
  );
  const chosen = new Set(Object.keys(SHOWN).filter((id) => byId.has(id)));
  const count = () => [...chosen].reduce((sum, id) => sum + (byId.get(id)?.story.matters.length ?? 0), 0);
  const queues = [...byStage.values()].map((queue) => [...queue]);
  while (count() < MATTERS && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const next = queue.shift();
      if (next) chosen.add(next.story.id);
    }
  }
  return chosen;
}

/** A duplicate cannot be told before the matter that it was attached to, nor a refusal before what was rechecked. */
const dependsOn = (matters: Plan['story']['matters']) =>
  matters.some(({ path }) => path.some((step) => step.do === 'attachDuplicate' || step.do === 'compareWithEarlier'));
