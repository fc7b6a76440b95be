/** The proposals that concern whoever asks, in words: who, for whom, what it opens, since when, and what they may do. */
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { ROLES, SEALED_ROLES } from '#kernel/roles.ts';
import { regionOf } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { loadHistories, toAction } from '#platform/history.ts';
import { readWords } from '#platform/words.ts';
import type { Proposal } from '../contract.ts';
import { ACCOUNT_ACTS, type AccountAction } from '../domain/account.ts';
import type { Directory } from '../domain/directory.ts';
import { keepersFor, type Opening } from '../domain/four-eyes.ts';
import { writeLogin } from '../domain/login.ts';
import { placesAround } from '../domain/places.ts';
import { PROPOSALS } from '../domain/proposal.ts';
import { findLogins, findProposals, type ProposalRow } from '../store.ts';
import type { DirectoryNeeds } from './needs.ts';
import { expire, mayAgree, OPERATOR, SYSTEM } from './proposals.ts';
import { whoMayAgree } from './propose.ts';

const TOLD_DAYS = 30;
const DAY = 86_400_000;

export async function proposalsFor(needs: DirectoryNeeds, actor: Actor): Promise<Proposal[]> {
  const rows = (await openOrLate(needs)).filter((row) => concerns(needs, row, actor));
  return shown(needs, rows, (row) => ({ mayDecide: mayAgree(needs, row, actor), mayWithdraw: isProposers(row, actor) }));
}

/** At the server's command line all that stand are listed. */
export async function openProposals(needs: DirectoryNeeds): Promise<Proposal[]> {
  const rows = (await openOrLate(needs)).filter(({ state }) => state === 'open');
  return shown(needs, rows, () => ({ mayDecide: true, mayWithdraw: false }));
}

type May = Pick<Proposal, 'mayDecide' | 'mayWithdraw'>;

async function shown(needs: DirectoryNeeds, rows: readonly ProposalRow[], may: (row: ProposalRow) => May): Promise<Proposal[]> {
  if (rows.length === 0) return [];
  const { db, keys } = needs;
  const [logins, words, lately] = await Promise.all([
    findLogins(
      db.sql,
      rows.map(({ gains }) => gains),
    ),
    readWords(
      db.sql,
      keys,
      rows.flatMap(({ region, reason }) => (reason ? [{ region, id: reason }] : [])),
    ),
    latelyDone(needs, rows),
  ]);
  const loginOf = (person: string) => logins.filter((each) => each.person === person).map(({ login, region }) => writeLogin(login, region))[0] ?? '';
  const all = rows.map(async (row): Promise<Proposal> => {
    const current = needs.directory.current();
    const isOpen = row.state === 'open';
    return {
      region: row.region,
      id: row.id,
      label: PROPOSALS[row.kind],
      whom: `${current.personOf(row.gains)}（${loginOf(row.gains)}）`,
      detail: detailOf(current, row),
      opens: [...new Set(row.opens.map((each) => sayOpening(current, each)))],
      by: named(current, row.proposed_by, row.proposed_unit),
      at: row.proposed_at.toISOString(),
      until: row.until,
      renews: row.half !== null,
      state: row.state,
      who: isOpen ? (await whoMayAgree(needs, row)).map(({ name }) => name) : [],
      lately: [...(lately.get(row.gains) ?? [])],
      ...(isOpen ? may(row) : { mayDecide: false, mayWithdraw: false }),
      ...(row.decided_by && { decidedBy: named(current, row.decided_by, row.decided_unit ?? '') }),
      ...(row.decided_at && { decidedAt: row.decided_at.toISOString() }),
      ...(row.reason && { reason: words.get(row.reason) ?? '（内容已依法删除）' }),
    };
  });
  return Promise.all(all);
}

/** What ran out is written down now and shown as that. */
async function openOrLate(needs: DirectoryNeeds): Promise<ProposalRow[]> {
  const { db, now, directory } = needs;
  const read = () => findProposals(db.sql, directory.current().regions, new Date(now().getTime() - TOLD_DAYS * DAY));
  const rows = await read();
  const over = rows.filter(({ state, until }) => state === 'open' && until < dateInChina(now()));
  for (const row of over) await expire(needs, row);
  return over.length > 0 ? read() : rows;
}

function concerns(needs: DirectoryNeeds, row: ProposalRow, actor: Actor): boolean {
  if (isProposers(row, actor) || actor.person === row.gains) return true;
  if (actor.roles.includes('auditor') && actor.region === row.region) return true;
  if (row.state === 'open' && mayAgree(needs, row, actor)) return true;
  return row.decided_by === OPERATOR.person ? isTold(needs, row, actor) : row.decided_by === actor.person;
}

const isProposers = ({ proposed_by, proposed_unit }: ProposalRow, { person, roles, region }: Actor) =>
  proposed_by === person || (roles.includes('sysAdmin') && regionOf(proposed_unit) === region);

/** What one person did at the command line lies open to everybody who keeps the line there, and to the head of its petition department. */
function isTold({ directory, now }: DirectoryNeeds, { opens }: ProposalRow, actor: Actor): boolean {
  const current = directory.current();
  const today = dateInChina(now());
  const holds = SEALED_ROLES.some((role) => actor.roles.includes(role));
  return opens.some(({ unit }) => {
    if (holds && keepersFor(current, unit, today).some(({ person, unit: at }) => person === actor.person && at === actor.unit)) return true;
    const around = placesAround(current.findOrgan(current.organOf(unit))?.division ?? '-');
    const own = current.findOrgan(current.organOf(actor.unit));
    return actor.roles.includes('petitionDeptHead') && own?.petitionDept === true && around.includes(own.division);
  });
}

function detailOf(directory: Directory, { kind, unit, roles, post, person, first_day, last_day }: ProposalRow): string {
  const where = unit ? directory.nameOf(unit) : '';
  if (kind === 'giveRoles') return `${where}，${post ?? ''}：${roles.map((role) => ROLES[role]).join('、')}`;
  if (kind === 'nameSubstitute') return `${where}：代${directory.personOf(person)}，${first_day} 至 ${last_day}`;
  return '';
}

const sayOpening = (directory: Directory, { unit, role }: Opening): string =>
  `${directory.nameOf(unit)}：${role === 'leader' ? '写明报送本人的干部问题报告' : '检举控告密件'}（${ROLES[role]}）`;

const named = (directory: Directory, person: string, unit: string): string => `${directory.personOf(person)}（${directory.shortNameOf(unit)}）`;

/** Who agrees should know whether somebody else has set the password or the second factor of this account. */
async function latelyDone({ db, now, directory }: DirectoryNeeds, rows: readonly ProposalRow[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const current = directory.current();
  const since = now().getTime() - TOLD_DAYS * DAY;
  const subjects = [...new Set(rows.map(({ gains }) => gains))].map((id) => ({ id, region: current.findPerson(id)?.region ?? '-' }));
  const history = await loadHistories(db.sql, subjects).execute();
  const told: readonly string[] = ['AccountMade', 'PasswordReset', 'SecondFactorRemoved', 'AccountUnlocked', 'RolesSet'];
  const lines = history
    .map((row) => ({ of: row.subject, action: toAction(row) as unknown as AccountAction }))
    .filter(({ of, action }) => told.includes(action.type) && action.at.getTime() > since && ![of, SYSTEM.person].includes(action.by.person))
    .map(({ of, action }) => ({ of, text: `${chineseDay(dateInChina(action.at))}${ACCOUNT_ACTS[action.type]}（${current.personOf(action.by.person)}）` }));
  return new Map(subjects.map(({ id }) => [id, lines.filter(({ of }) => of === id).map(({ text }) => text)]));
}

const chineseDay = (day: PlainDate) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
