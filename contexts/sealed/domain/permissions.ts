import type { Role } from '#kernel/roles.ts';
import { standingTransfer, type SealedFile } from './file.ts';
import { isInvolved, type Places } from './recipient.ts';
import type { SealedCommand } from './decide.ts';

/**
 * Who sees an accusation: the sealed triage of the petition department that has
 * it, and the recipient that its transfer names. Nobody of the accused's unit,
 * of its organ or of anything under it, in whatever post they ask (不变量 27).
 */
export type Side = 'triage' | 'recipient';

export interface Asker {
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly units: readonly string[]; // of all their posts today
}

/** Where every petition department is involved the discipline organ triages itself, and there its recipients do. */
const SITTING: Readonly<Record<Side, readonly Role[]>> = { triage: ['sealedTriage', 'disciplineRecipient'], recipient: ['disciplineRecipient'] };

export const COMMANDS = { classify: 'triage', transfer: 'triage', receive: 'recipient', refuse: 'recipient', mark: 'recipient' } as const satisfies Readonly<
  Record<Exclude<SealedCommand['type'], 'open'>, Side>
>;

/** Undefined for everybody else: they hear the same as of a file that does not exist. */
export function sideOf({ unit, roles, units }: Asker, file: Pick<SealedFile, 'desk' | 'accused' | 'transfers'>, places: Places): Side | undefined {
  const { accused, desk } = file;
  if (accused && [unit, ...units].some((one) => isInvolved(one, accused.unit, places))) return undefined;
  const sits = (at: string | undefined, side: Side) =>
    at !== undefined && places.organOf(unit) === places.organOf(at) && SITTING[side].some((role) => roles.includes(role));
  if (sits(standingTransfer(file)?.to, 'recipient')) return 'recipient';
  return sits(desk, 'triage') ? 'triage' : undefined;
}

/** The words: for the triage until they are received elsewhere, for the recipient from then on. */
export function showsContent(side: Side, { stage }: Pick<SealedFile, 'stage'>): boolean {
  return side === 'triage' ? stage !== 'concluded' : stage === 'concluded';
}

/** The same question of a row of the list, which knows its side already. */
export function isStillSeen(asker: Asker, row: { readonly unit: string; readonly side: Side; readonly accused_unit: string | null }, places: Places): boolean {
  const { unit, accused_unit: accused } = row;
  const involved = accused !== null && [asker.unit, ...asker.units].some((one) => isInvolved(one, accused, places));
  return !involved && places.organOf(asker.unit) === places.organOf(unit) && SITTING[row.side].some((role) => asker.roles.includes(role));
}
