/** Keeping an organ's entry: checked against the tree, recorded, written, and told to every process. */
import { replay, type Done } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import { regionOf } from '#kernel/subject.ts';
import { act, type Step } from '#platform/act.ts';
import type { Organ } from '../domain/organ.ts';
import { checkPlace, organDecider, type OrganAction } from '../domain/organ-record.ts';
import { fromOrgan, insertOrgans, moveVersion, updateOrgan } from '../store.ts';
import { organIdOf } from './ids.ts';
import type { DirectoryNeeds } from './needs.ts';

/** `seen`: the version on the page, 0 for a new organ. @throws Refusal `Stale` when somebody else saved since */
export async function saveOrgan(needs: DirectoryNeeds, organ: Organ, seen: number, done: Done) {
  const directory = await needs.directory.refresh();
  const before = directory.findOrgan(organ.unit);
  if (!before && seen > 0) throw new Refusal('NotFound', '没有这个单位，请回到单位列表重新选择。');
  if (before && seen === 0) throw new Refusal('AgainstRule', `单位代码“${organ.unit}”已经用于${before.name}，请另取一个。`);
  for (const named of [organ.parent, ...organ.superiors, organ.discipline, organ.leadersDiscipline, organ.complaintsTo, organ.successor]) {
    if (named && named !== organ.unit) directory.getOrgan(named);
  }
  checkPlace(organ, directory.isSubordinate);
  const region = regionOf(organ.unit);
  const position = directory.organs.filter(({ unit }) => regionOf(unit) === region).length;
  const all = await act(needs, [organStep(needs, { organ, before, seen, position, done })], { seen });
  await needs.directory.refresh();
  return all;
}

interface Saving {
  readonly organ: Organ;
  readonly before: Organ | undefined;
  readonly seen: number;
  readonly position: number;
  readonly done: Done;
}

export function organStep({ db }: Pick<DirectoryNeeds, 'db'>, { organ, before, seen, position, done }: Saving): Step {
  const region = regionOf(organ.unit);
  const subject = { region, id: organIdOf(organ.unit) };
  const row = fromOrgan(organ, subject.id, seen + 1, position);
  return {
    subject,
    isNew: seen === 0,
    take(past) {
      const saved = replay(organDecider, past as unknown as readonly OrganAction[]);
      const actions = organDecider.decide({ type: 'save', before, after: organ, ...done }, saved);
      return { stream: 'organ', actions, writes: [seen === 0 ? insertOrgans(db.sql, [row]) : updateOrgan(db.sql, row), moveVersion(db.sql, region)] };
    },
  };
}
