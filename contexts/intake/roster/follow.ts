import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import type { MatterAction } from '#contexts/casework/index.ts';
import { fiveYearsAfter } from '../handle/new-code.ts';
import { keysOfCode } from '../portal/code.ts';
import { insertCode, revokeJoinCodes, type IntakeDb } from '../store.ts';
import type { IntakeNeeds } from '../handle.ts';
import { joinCodeOf } from './codes.ts';

/**
 * What intake adds to every act on a matter: whoever opened the roster, desk or
 * representative, the join code comes with it, and the one of before ends.
 */
export const followRoster =
  (needs: IntakeNeeds) =>
  (subject: Subject): Step => ({
    subject,
    take(past, doneBefore) {
      const opened = past.slice(past.length - doneBefore).findLast(({ type }) => type === 'RosterOpened') as MatterAction | undefined;
      const opening = past[0] as unknown as MatterAction;
      if (opened?.type !== 'RosterOpened' || opening.type !== 'MatterOpened') return { stream: 'intake', actions: [] };
      const db = needs.db.sql as IntakeDb;
      const at = needs.now();
      const { region, id } = subject;
      const { id: hmac, box } = keysOfCode(needs.codePepper, 'join', joinCodeOf(needs.codePepper, needs.codePrefix(region), subject, opened.round));
      const row = { region, code_hmac: hmac, code_key: box.publicKey, intake: opening.intake, kind: 'join', matter: id, issued_at: at } as const;
      return { stream: 'intake', actions: [], writes: [revokeJoinCodes(db, subject, at), insertCode(db, { ...row, expires_at: fiveYearsAfter(at) })] };
    },
  });
