import type { Role } from '#kernel/roles.ts';
import { maskedName } from './masked-name.ts';

/**
 * Whose work is with the petitioner: to register, to call, to meet, to send to, to verify.
 * Only they are shown name, telephone and address, each time for a written reason; whoever
 * seals, audits, reviews a draft or keeps the sealed line reads the matter without them
 * (个人信息保护法第六条: no more than the work needs).
 */
const WITH_PETITIONER: ReadonlySet<Role> = new Set<Role>([
  'intakeOfficer',
  'triageOfficer',
  'petitionDeptHead',
  'unitClerk',
  'unitHead',
  'reviewOfficer',
  'reviewCommittee',
  'supervisor',
  'jointConferenceOffice',
  'leader',
  'hearingHost',
  'mediator',
  'reliefOfficer',
  'archivist', // the file that they keep says it on its first page
  'privacyOfficer', // who asks about their own information is verified first
]);

export const mayKnowIdentity = (roles: readonly Role[]): boolean => roles.some((role) => WITH_PETITIONER.has(role));

/** Evidence of sending and receipt as the page tells it: whither is the petitioner's address or telephone, and a drawn signature is a signature. */
const SHORTENED: Readonly<Record<string, (value: string) => string | undefined>> = {
  address: shortened,
  place: shortened,
  signedBy: maskedName,
  drawn: () => undefined,
};

/** It is kept as named values in one text; anything else is told as it was written. */
export function withoutContact(text: string): string {
  if (!text.startsWith('{')) return text;
  try {
    const evidence = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const told = Object.entries(evidence).map(([name, value]) => [name, typeof value === 'string' && SHORTENED[name] ? SHORTENED[name](value) : value]);
    return JSON.stringify(Object.fromEntries(told));
  } catch {
    return text; // somebody wrote a brace
  }
}

/** Enough to tell one place or number from another, not enough to go or call there. */
function shortened(value: string): string {
  const letters = [...value.trim()];
  if (/^[+\d][\d\s-]{6,}$/.test(value.trim())) return `${letters.slice(0, 3).join('')}****${letters.slice(-2).join('')}`;
  return `${letters.slice(0, Math.min(6, Math.ceil(letters.length / 2))).join('')}…`;
}
