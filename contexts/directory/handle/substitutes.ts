/** 代班: for some days one person has the roles of another in one unit. Recorded on both accounts in one act. */
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { SEALED_ROLES } from '#kernel/roles.ts';
import { regionOf } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { endMembership, moveVersion, upsertMembership } from '../store.ts';
import { guardedIn } from '../domain/four-eyes.ts';
import { changeAccount } from './accounts.ts';
import type { DirectoryNeeds } from './needs.ts';
import { proposal } from './propose.ts';
import { byOf, checkOwnRegion, dayBefore } from './staff.ts';

export interface Substitution {
  readonly region: string; // of the account of who is away
  readonly person: string;
  readonly unit: string;
  readonly substitute: string;
}

export async function nameSubstitute(needs: DirectoryNeeds, actor: Actor, asked: Substitution & { from: PlainDate; to: PlainDate }) {
  const { db, now, directory } = needs;
  const { region, person, unit, substitute, from, to } = asked;
  const today = dateInChina(now());
  checkMayArrange(needs, actor, asked);
  const standIn = directory.current().findPerson(substitute);
  if (!standIn) throw new Refusal('NotFound', '名录中没有代班人，请从同事列表中选择。');
  const post =
    directory
      .current()
      .membersOf(unit, today)
      .find((each) => each.person === person && !each.standsInFor)?.post ?? '';
  const nth = directory.current().postsOf(substitute, today).length;
  const done = { by: byOf(actor), at: now() };
  const guarded = guardedIn(directory.current(), unit);
  const opens = rolesHeld(needs, person, unit).flatMap((role) => (guarded.includes(role) ? [{ unit, role }] : []));
  if (opens.length > 0) {
    if (from < today) throw new Refusal('AgainstRule', '代检举控告经办人的，从今天或者以后起。');
    const what = { kind: 'nameSubstitute', unit, from, to } as const;
    const { change, waiting } = await proposal(needs, actor, { region, person, gains: substitute, opens, what });
    return { done: await changeAccount(needs, change), waiting };
  }
  const all = await changeAccount(
    needs,
    { region, command: { type: 'nameSubstitute', account: person, unit, substitute, from, to, today, guarded, ...done } },
    {
      region: standIn.region,
      command: { type: 'takeSubstitution', account: substitute, unit, standsInFor: person, from, to, ...done },
      writes: [
        upsertMembership(db.sql, { unit, person: substitute, nth, post, roles: [], from, to, standsInFor: person }),
        moveVersion(db.sql, regionOf(unit)),
      ],
    },
  );
  await directory.refresh();
  return { done: all, waiting: undefined };
}

export async function endSubstitute(needs: DirectoryNeeds, actor: Actor, asked: Substitution) {
  const { db, now, directory } = needs;
  const { region, person, unit, substitute } = asked;
  const today = dateInChina(now());
  checkMayArrange(needs, actor, asked);
  const running = directory
    .current()
    .standInsOf(person, unit)
    .find((each) => each.person === substitute && (!each.to || each.to >= today));
  if (!running) throw new Refusal('WrongStage', '没有正在进行或将要开始的代班。');
  const done = { by: byOf(actor), at: now() };
  const all = await changeAccount(
    needs,
    { region, command: { type: 'endSubstitute', account: person, unit, substitute, ...done } },
    {
      region: directory.current().findPerson(substitute)?.region ?? region,
      command: { type: 'endSubstitution', account: substitute, unit, standsInFor: person, ...done },
      writes: [endMembership(db.sql, running, dayBefore(today)), moveVersion(db.sql, regionOf(unit))],
    },
  );
  await directory.refresh();
  return all;
}

/** The head arranges it in the own unit, the administrator in the own region; the sealed line only its own head. */
function checkMayArrange(needs: DirectoryNeeds, actor: Actor, { person, unit }: Substitution): void {
  const isAdmin = actor.roles.includes('sysAdmin');
  if (isAdmin) checkOwnRegion(actor, regionOf(unit));
  else if (actor.unit !== unit) throw new Refusal('NotAllowed', '只能为本单位的人安排代班。其他单位的，请由其负责人办理。');
  const roles = rolesHeld(needs, person, unit);
  if (isAdmin && SEALED_ROLES.some((role) => roles.includes(role))) {
    throw new Refusal('NotAllowed', '检举控告收件人的代班，只能由该单位负责人安排。', '信访工作条例第三十条');
  }
}

const rolesHeld = ({ directory, now }: DirectoryNeeds, person: string, unit: string) =>
  directory
    .current()
    .postsOf(person, dateInChina(now()))
    .filter((post) => post.unit === unit)
    .flatMap((post) => post.roles);
