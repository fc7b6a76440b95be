/** The tables of the directory, as the database has them. */
import type { PlainDate } from '#kernel/dates.ts';
import type { Role } from '#kernel/roles.ts';
import type { ColumnType, Insertable, Kysely, Selectable } from 'kysely';
import type { Opening } from '../domain/four-eyes.ts';
import type { Duty, Level, OrganType } from '../domain/organ.ts';
import type { ProposalKind } from '../domain/proposal.ts';

/** Read as what it is, written as text: the driver takes a list for a PostgreSQL array. */
type Json<T> = ColumnType<T, string, string>;

export interface DirectoryTables {
  'directory.version': { region: string; n: number };
  'directory.organ': OrganTable;
  'directory.person': { region: string; id: string; name: string; phone: string };
  'directory.membership': MembershipTable;
  'directory.account': AccountRow;
  'directory.recovery_code': { region: string; person: string; hash: Buffer };
  'directory.attempt': { region: string; what: string; failures: number; last_at: Date; barred_until: Date | null };
  'directory.session': SessionRow;
  'directory.proposal': ProposalTable;
}

interface OrganTable {
  region: string;
  unit: string;
  id: string;
  version: number;
  position: number;
  name: string;
  short_name: string;
  type: OrganType;
  level: Level;
  division: string;
  parent: string | null;
  superiors: Json<readonly string[]>;
  discipline: string | null;
  leaders_discipline: string | null;
  complaints_to: string | null;
  petition_dept: boolean;
  duties: Json<readonly Duty[]>;
  address: string;
  phones: Json<readonly string[]>;
  hours: string;
  document_word: string;
  document_words: Json<Readonly<Record<string, string>>>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  successor: string | null;
}

interface MembershipTable {
  region: string;
  unit: string;
  person: string;
  stands_in_for: string; // '' for one's own post
  nth: number;
  post: string;
  roles: Json<readonly Role[]>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
}

export interface AccountRow {
  region: string;
  person: string;
  login: string;
  password_hash: string;
  must_change: boolean;
  locked_at: Date | null;
  totp: Buffer | null;
  totp_pending: Buffer | null;
  totp_step: number;
  last_sign_in_at: Date | null;
}

export interface SessionRow {
  region: string;
  token_hash: Buffer;
  id: string;
  person: string;
  kind: 'full' | 'second' | 'password';
  unit: string | null;
  made_at: Date;
  seen_at: Date;
}

interface ProposalTable {
  region: string;
  id: string;
  person: string;
  gains: string;
  kind: ProposalKind;
  unit: string | null;
  roles: Json<readonly Role[]>;
  post: string | null;
  first_day: PlainDate | null;
  last_day: PlainDate | null;
  opens: Json<readonly Opening[]>;
  half: string | null; // of a one-time password: the id of its words
  proposed_by: string;
  proposed_unit: string;
  proposed_at: Date;
  until: PlainDate;
  state: 'open' | 'agreed' | 'refused' | 'withdrawn' | 'expired';
  decided_by: string | null;
  decided_unit: string | null;
  decided_at: Date | null;
  reason: string | null;
}

export type ProposalRow = Selectable<ProposalTable>;
export type NewProposalRow = Insertable<ProposalTable>;
export type OrganRow = Selectable<OrganTable>;
export type NewOrganRow = Insertable<OrganTable>;
export type MembershipRow = Selectable<MembershipTable>;

export type DirectoryDb = Kysely<DirectoryTables>;
