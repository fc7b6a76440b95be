/** Keeping an organ's entry: checked against the tree, recorded, written, and told to every process. */
import { dateInChina } from '#kernel/dates.ts';
import { replay, type Done } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import { regionOf } from '#kernel/subject.ts';
import { act, type Step } from '#platform/act.ts';
import { holdsTheLine } from '../domain/four-eyes.ts';
import type { Organ } from '../domain/organ.ts';
import { checkPlace, organDecider, type OrganAction } from '../domain/organ-record.ts';
import { SECRECY } from '../domain/propose.ts';
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
  if (before && hasMoved(before, organ) && holdsTheLine(directory, organ.unit, dateInChina(done.at))) {
    throw new Refusal(
      'AgainstRule',
      '这个单位里有人经办检举控告或者接收干部问题报告，它的类型、隶属单位、区划代码不能由一人改。请新设一个单位，把这些角色经另一人同意设到新单位，再改这一个。',
      SECRECY,
    );
  }
  const region = regionOf(organ.unit);
  const position = directory.organs.filter(({ unit }) => regionOf(unit) === region).length;
  const all = await act(needs, [organStep(needs, { organ, before, seen, position, done })], { seen });
  await needs.directory.refresh();
  return all;
}

const hasMoved = (one: Organ, other: Organ) => one.type !== other.type || one.parent !== other.parent || one.division !== other.division;

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
