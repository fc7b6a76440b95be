/** Asking for another person's agreement: the proposal as an action of the account, and as a row that the other one finds. */
import { randomUUID } from 'node:crypto';
import { addDays, dateInChina } from '#kernel/dates.ts';
import type { Actor } from '#platform/actor.ts';
import { takeNote } from '#platform/words.ts';
import type { Waiting } from '../contract.ts';
import type { Directory } from '../domain/directory.ts';
import { agreersOf, openingsOf, type Opening } from '../domain/four-eyes.ts';
import { halvesOf } from '../domain/password.ts';
import { PROPOSAL_DAYS, type Proposed } from '../domain/proposal.ts';
import { findLockedAmong, insertProposal, type ProposalRow } from '../store.ts';
import type { Change } from './accounts.ts';
import type { DirectoryNeeds } from './needs.ts';
import { newOneTimePassword } from './passwords.ts';

interface Asked {
  readonly region: string;
  readonly person: string; // on whose account
  readonly gains: string;
  readonly opens: readonly Opening[];
  readonly what: Proposed;
  readonly post?: string;
  readonly isNew?: boolean;
}

/** The change to be made together with whatever else is done, and what whoever proposes is told. */
export async function proposal(needs: DirectoryNeeds, actor: Actor, asked: Asked): Promise<{ change: Change; waiting: Waiting }> {
  const { db, now, directory } = needs;
  const { region, person, gains, opens, what, post, isNew = false } = asked;
  const id = randomUUID();
  const by = { person: actor.person, unit: actor.unit };
  const today = dateInChina(now());
  const until = addDays(today, PROPOSAL_DAYS);
  const renews = letsInAnew(directory.current(), what, gains, now());
  const [firstHalf] = halvesOf(newOneTimePassword());
  const half = takeNote(firstHalf);
  const row = {
    region,
    id,
    person,
    gains,
    kind: what.kind,
    unit: 'unit' in what ? what.unit : null,
    roles: JSON.stringify(what.kind === 'giveRoles' ? what.roles : []),
    post: post ?? null,
    first_day: what.kind === 'nameSubstitute' ? what.from : null,
    last_day: what.kind === 'nameSubstitute' ? what.to : null,
    opens: JSON.stringify(opens),
    half: renews ? half.words.id : null,
    proposed_by: actor.person,
    proposed_unit: actor.unit,
    proposed_at: now(),
    until,
    state: 'open',
  } as const;
  const command = { type: 'propose', account: person, proposal: id, what, gains, renews, until, opens, by, at: now() } as const;
  const change = { region, command, isNew, notes: renews ? [half] : [], writes: [insertProposal(db.sql, row)] };
  const who = await whoMayAgree(needs, { opens, gains, proposed_by: actor.person });
  return { change, waiting: { proposal: id, until, who: who.map(({ name }) => name), ...(renews && { firstHalf }) } };
}

/** Whoever opened nothing before may have a password that somebody else set: with the agreement comes a new one. */
function letsInAnew(directory: Directory, { kind }: Proposed, gains: string, now: Date): boolean {
  if (kind === 'resetPassword') return true;
  if (kind === 'removeSecondFactor' || kind === 'unlock') return false;
  return openingsOf(directory, gains, dateInChina(now)).length === 0;
}

/** Asked of the table too: who is locked cannot sign in to agree. */
export async function whoMayAgree({ db, now, directory }: DirectoryNeeds, { opens, gains, proposed_by }: Pick<ProposalRow, 'opens' | 'gains' | 'proposed_by'>) {
  const current = directory.current();
  const found = agreersOf(current, { opens, gains, proposedBy: proposed_by }, dateInChina(now()));
  const people = [...new Set(found.map(({ person }) => person))];
  const locked = people.length > 0 ? await findLockedAmong(db.sql, people) : [];
  return people
    .filter((person) => !locked.some((each) => each.person === person))
    .map((person) => ({ person, name: `${current.personOf(person)}（${current.shortNameOf(found.find((each) => each.person === person)!.unit)}）` }));
}
