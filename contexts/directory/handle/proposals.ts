/** Another person agrees, refuses, or nobody does: then the proposal and its act are one act of history, or none. */
import { addDays, dateInChina, type PlainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { regionOf } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import type { Query } from '#platform/database.ts';
import { readWords, takeNote } from '#platform/words.ts';
import { agreersOf, guardedIn, openingsOf } from '../domain/four-eyes.ts';
import { halvesOf } from '../domain/password.ts';
import { OPERATOR_AFTER_DAYS } from '../domain/proposal.ts';
import { SECRECY } from '../domain/propose.ts';
import { decideProposalRow, deleteSessionsOf, getProposal, moveVersion, updateAccount, upsertMembership, type ProposalRow } from '../store.ts';
import { changeAccount, type Change } from './accounts.ts';
import type { DirectoryNeeds } from './needs.ts';
import { hashPassword, newOneTimePassword } from './passwords.ts';
import { whoMayAgree } from './propose.ts';
import { factorGone } from './second-factor.ts';

type By = { readonly person: string; readonly unit: string };

/** Who runs the server, at its own command line: what is done there lies open to everybody who holds a sealed role. */
export const OPERATOR: By = { person: '运维人员', unit: '服务器命令行' };

/** Whom the first list's acts are by, and what nobody does. */
export const SYSTEM: By = { person: '系统', unit: '系统' };

export function mayAgree({ directory, now }: DirectoryNeeds, { opens, gains, proposed_by }: ProposalRow, actor: Actor): boolean {
  const found = agreersOf(directory.current(), { opens, gains, proposedBy: proposed_by }, dateInChina(now()));
  return found.some(({ person, unit }) => person === actor.person && unit === actor.unit);
}

export async function agree(needs: DirectoryNeeds, actor: Actor, region: string, id: string) {
  await needs.directory.refresh();
  const row = await withAllItOpens(needs, await getProposal(needs.db.sql, region, id));
  mustBeAgreer(needs, row, actor);
  const { second } = await carryOut(needs, row, actor);
  return { gains: row.gains, second };
}

/** The lawful way out where nobody else is there: after the fact everybody who holds a sealed role reads who, when and why. */
export async function agreeAsOperator(needs: DirectoryNeeds, region: string, id: string, reason: string): Promise<string | undefined> {
  await needs.directory.refresh();
  const row = await withAllItOpens(needs, await getProposal(needs.db.sql, region, id));
  const who = await whoMayAgree(needs, row);
  const since = addDays(dateInChina(row.proposed_at), OPERATOR_AFTER_DAYS);
  if (who.length > 0 && dateInChina(needs.now()) < since) {
    const names = who.map(({ name }) => name).join('、');
    throw new Refusal('NotAllowed', `这一项有人可以同意：${names}。请先找他们；${since} 起还没有人办的，可以再运行本命令。`, SECRECY);
  }
  const { first, second } = await carryOut(needs, row, OPERATOR, reason);
  return second && `${first}-${second}`;
}

export async function refuse(needs: DirectoryNeeds, actor: Actor, region: string, id: string, reason: string) {
  const row = await getProposal(needs.db.sql, region, id);
  mustBeAgreer(needs, row, actor);
  const note = takeNote(reason);
  const command = { type: 'refuseProposal', account: row.person, proposal: id, reason: note.words, ...byNow(needs, actor) } as const;
  const writes = [decided(needs, row, 'refused', actor, note.words.id)];
  return changeAccount(needs, { region, command, notes: [note], writes });
}

export async function withdraw(needs: DirectoryNeeds, actor: Actor, region: string, id: string) {
  const row = await getProposal(needs.db.sql, region, id);
  const isKeeper = actor.roles.includes('sysAdmin') && regionOf(row.proposed_unit) === actor.region;
  if (row.proposed_by !== actor.person && !isKeeper) throw new Refusal('NotAllowed', '只有提出的人、本租户的系统管理员能撤回。不同意的，请点“不同意”。');
  const command = { type: 'withdrawProposal', account: row.person, proposal: id, ...byNow(needs, actor) } as const;
  return changeAccount(needs, { region, command, writes: [decided(needs, row, 'withdrawn', actor)] });
}

/** Written down by whoever looks next: it could not be agreed to since its day was over. */
export async function expire(needs: DirectoryNeeds, row: ProposalRow): Promise<void> {
  const { region, person, id } = row;
  const command = { type: 'expireProposal', account: person, proposal: id, ...byNow(needs, SYSTEM) } as const;
  await changeAccount(needs, { region, command, writes: [decided(needs, row, 'expired', SYSTEM)] }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error; // somebody else looked at the same moment
  });
}

function mustBeAgreer(needs: DirectoryNeeds, row: ProposalRow, actor: Actor): void {
  if (row.state === 'open' && row.proposed_by !== actor.person && row.gains !== actor.person && !mayAgree(needs, row, actor)) {
    throw new Refusal('NotAllowed', '这一项要由同一机关的、或者本地和上一级信访部门、纪检监察机关的密件经办人来看。您不能办，请转告他们。', SECRECY);
  }
}

/** What it opens now, if the person was given more meanwhile: who agrees must be able to agree to all of it. */
async function withAllItOpens({ directory, now }: DirectoryNeeds, row: ProposalRow): Promise<ProposalRow> {
  return { ...row, opens: [...row.opens, ...openingsOf(directory.current(), row.gains, dateInChina(now()))] };
}

async function carryOut(needs: DirectoryNeeds, row: ProposalRow, by: By, reason?: string) {
  const { region, person, id, half } = row;
  const done = byNow(needs, by);
  const why = reason === undefined ? undefined : takeNote(reason);
  const post = takeNote(row.post ?? '');
  const effect = effectOf(needs, row, done);
  const command = {
    type: 'agree',
    account: person,
    proposal: id,
    guarded: guardedIn(needs.directory.current(), row.unit ?? '-'),
    ...(row.kind === 'giveRoles' && { post: post.words }),
    ...(why && { reason: why.words }),
    ...done,
  } as const;
  const notes = [...(row.kind === 'giveRoles' ? [post] : []), ...(why ? [why] : [])];
  mustRenew(needs, row);
  const renewal = half === null ? undefined : await renew(needs, row, half);
  const writes = [...effect.writes, ...(renewal?.writes ?? []), decided(needs, row, 'agreed', by, why?.words.id)];
  await changeAccount(needs, { region, command, notes, writes }, ...effect.also);
  await needs.directory.refresh();
  return { first: renewal?.first, second: renewal?.second };
}

/** The rows that follow from it, and what is recorded on another account. */
function effectOf(needs: DirectoryNeeds, row: ProposalRow, done: { by: By; at: Date }): { writes: readonly Query[]; also: readonly Change[] } {
  const { db, directory } = needs;
  const { region, person, gains, kind, unit, roles, post } = row;
  const current = directory.current();
  const today = dateInChina(done.at);
  const postsOf = (of: string) => current.postsOf(of, today).filter(({ standsInFor }) => !standsInFor);
  const held = postsOf(person).find((each) => each.unit === unit);
  switch (kind) {
    case 'giveRoles': {
      const all = [...new Set([...(held?.roles ?? []), ...roles])];
      const own = { unit: unit!, person, nth: held?.nth ?? postsOf(person).length, post: held?.post ?? post ?? '', roles: all, from: held?.from ?? today };
      return { writes: [upsertMembership(db.sql, own), moveVersion(db.sql, regionOf(unit!))], also: [] };
    }
    case 'removeSecondFactor':
      return { writes: factorGone(needs, region, person), also: [] };
    case 'unlock':
      return { writes: [updateAccount(db.sql, region, person, { locked_at: null })], also: [] };
    case 'resetPassword':
      return { writes: [], also: [] };
    case 'nameSubstitute': {
      const days = { from: row.first_day as PlainDate, to: row.last_day as PlainDate };
      const standIn = {
        unit: unit!,
        person: gains,
        nth: current.postsOf(gains, today).length,
        post: held?.post ?? '',
        roles: [],
        ...days,
        standsInFor: person,
      };
      const by = { person: row.proposed_by, unit: row.proposed_unit };
      const command = {
        type: 'takeSubstitution',
        account: gains,
        unit: unit!,
        standsInFor: person,
        ...days,
        renews: row.half !== null,
        agreed: done.by,
        by,
        at: done.at,
      } as const;
      return {
        writes: [upsertMembership(db.sql, standIn), moveVersion(db.sql, regionOf(unit!))],
        also: [{ region: current.findPerson(gains)?.region ?? region, command }],
      };
    }
  }
}

/** Whoever opened something when it was proposed and opens nothing now may have got a password from one person alone meanwhile. */
function mustRenew({ directory, now }: DirectoryNeeds, { kind, half, gains }: ProposalRow): void {
  const letsIn = kind === 'giveRoles' || kind === 'nameSubstitute';
  if (letsIn && half === null && openingsOf(directory.current(), gains, dateInChina(now())).length === 0)
    throw new Refusal('Stale', '提出以后这个人的角色又改过，要换一次性密码才能同意。请提出的人撤回，重新提出。', SECRECY);
}

/** Two halves, two people: whoever proposed knows the first, whoever agreed the second, the person puts them together. */
async function renew({ db, keys, directory }: DirectoryNeeds, { region, gains }: ProposalRow, half: string) {
  const first = (await readWords(db.sql, keys, [{ region, id: half }])).get(half);
  if (!first) throw new Refusal('WrongStage', '一次性密码的前半已经不在了。请撤回这一项，重新提出。');
  const [, second] = halvesOf(newOneTimePassword());
  const home = directory.current().findPerson(gains)?.region ?? region;
  const changed = { password_hash: await hashPassword(`${first}-${second}`), must_change: true };
  return { first, second, writes: [updateAccount(db.sql, home, gains, changed), deleteSessionsOf(db.sql, home, gains)] };
}

const byNow = ({ now }: DirectoryNeeds, { person, unit }: By) => ({ by: { person, unit }, at: now() });

const decided = ({ db, now }: DirectoryNeeds, row: ProposalRow, state: ProposalRow['state'], { person, unit }: By, reason?: string) =>
  decideProposalRow(db.sql, row, { state, decided_by: person, decided_unit: unit, decided_at: now(), ...(reason && { reason }) });
