/**
 * Who may open and answer a complaint. The unit complained about never does, nor
 * anybody under it, nor anybody who has a post there as well (不变量 21, §46):
 * asked of the directory by these relations.
 */
import type { Role } from '#kernel/roles.ts';

export const MAY_ANSWER: readonly Role[] = ['supervisor', 'petitionDeptHead', 'unitHead', 'leader', 'jointConferenceOffice'];
export const MAY_REGISTER: readonly Role[] = ['intakeOfficer', 'triageOfficer', 'supervisor', 'petitionDeptHead', 'unitHead'];

export interface Asker {
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly units: readonly string[]; // of all their posts today
}

/** What the directory is asked. */
export interface Places {
  isSubordinate(unit: string, of: string): boolean;
  /** The organ that answers for a unit: its own, or that of which it is an inner office. */
  organOf(unit: string): string;
}

export function mayOpen({ unit, roles, units }: Asker, complaint: { readonly unit: string; readonly organ: string }, places: Places): boolean {
  const { unit: about, organ } = complaint;
  const isHolder = unit === organ || unit === places.organOf(organ);
  const isInvolved = units.some((one) => isPartOf(one, about, places));
  return isHolder && !isInvolved && roles.some((role) => MAY_ANSWER.includes(role));
}

/** The unit itself, its inner offices, and whatever stands under it. */
export function isPartOf(unit: string, of: string, { isSubordinate, organOf }: Places): boolean {
  return unit === of || isSubordinate(unit, of) || organOf(unit) === organOf(of);
}
