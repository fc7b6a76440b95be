import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import type { IntakeNeeds } from '../handle.ts';
import { keysOfCode } from '../portal/code.ts';
import { insertCode, revokeOwnCodes, type IntakeDb } from '../store.ts';

const YEARS = 5; // as the first code of an intake (P)

export function fiveYearsAfter(at: Date): Date {
  const expires = new Date(at);
  expires.setUTCFullYear(at.getUTCFullYear() + YEARS);
  return expires;
}

/** The codes of before end, and this one opens what they opened. The code itself is kept nowhere. */
export function newCode(needs: IntakeNeeds, { region, id }: Subject, code: string): Query[] {
  const at = needs.now();
  const { id: hmac, box } = keysOfCode(needs.codePepper, 'query', code);
  return [
    revokeOwnCodes(needs.db.sql as IntakeDb, region, id, at),
    insertCode(needs.db.sql as IntakeDb, { region, code_hmac: hmac, code_key: box.publicKey, intake: id, issued_at: at, expires_at: fiveYearsAfter(at) }),
  ];
}
