import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import { fiveYearsAfter } from '../handle/new-code.ts';
import { findCode, insertCode, revokeCode, type CodeFound, type IntakeDb } from '../store.ts';
import type { IntakeNeeds } from '../handle.ts';

type Needs = Pick<IntakeNeeds, 'db' | 'now'>;

/** What a code leads to, and whether it still does. */
export const codeBehind = ({ db }: Needs, region: string, codeHmac: Buffer): Promise<CodeFound | undefined> => findCode(db.sql as IntakeDb, region, codeHmac);

/** A member's own code: it opens the one matter, as long as the member stays. */
export function giveMemberCode({ db, now }: Needs, matter: Subject, code: { codeHmac: Buffer; codeKey: Buffer; intake: string; member: string }): Query {
  const at = now();
  const { codeHmac, codeKey, intake, member } = code;
  const row = { region: matter.region, code_hmac: codeHmac, code_key: codeKey, intake, kind: 'member', matter: matter.id, member, issued_at: at } as const;
  return insertCode(db.sql as IntakeDb, { ...row, expires_at: fiveYearsAfter(at) });
}

export const endMemberCode = ({ db, now }: Needs, region: string, codeHmac: Buffer): Query => revokeCode(db.sql as IntakeDb, region, codeHmac, now());
