import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import type { IntakeNeeds } from '../handle.ts';
import { keysOfCode } from '../portal/code.ts';
import { codesOf } from '../portal/store.ts';
import { insertCode, revokeOwnCodes, type IntakeDb } from '../store.ts';

const YEARS = 5; // as the first code of an intake (P)

export function fiveYearsAfter(at: Date): Date {
  const expires = new Date(at);
  expires.setUTCFullYear(at.getUTCFullYear() + YEARS);
  return expires;
}

/** The codes of before end, and this one opens what they opened, the days of what was sealed among it. The code itself is kept nowhere. */
export async function newCode(needs: IntakeNeeds, { region, id }: Subject, code: string): Promise<Query[]> {
  const at = needs.now();
  const { id: hmac, box } = keysOfCode(needs.codePepper, 'query', code);
  const given = await codesOf(needs.db.sql as never, region, [id]);
  const from = given.filter(({ kind }) => kind === 'petitioner').map(({ code_hmac }) => code_hmac.toString('base64'));
  return [
    revokeOwnCodes(needs.db.sql as IntakeDb, region, id, at),
    insertCode(needs.db.sql as IntakeDb, { region, code_hmac: hmac, code_key: box.publicKey, intake: id, issued_at: at, expires_at: fiveYearsAfter(at) }),
    ...(from.length > 0 ? [needs.passOnCode(region, { from, code: { hmac: hmac.toString('base64'), key: box.publicKey.toString('base64') } })] : []),
  ];
}
