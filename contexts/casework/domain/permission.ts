import type { Role } from '#kernel/roles.ts';
import type { Stage } from './stages.ts';

/** What a unit can be to a matter. */
export type Relation =
  | 'anyUnit'
  | 'desk'
  | 'assignee'
  | 'referringBody'
  | 'handlingUnit'
  | 'performingUnit' // named in the opinion or the agreement; where it has nothing else to do with the matter it sees that alone
  | 'superior'
  | 'outsideHandlingUnit'
  | 'sentToCongress' // whoever sent it to a congress, which cannot handle it: takes it back and sends it on
  | 'issuer'
  | 'coUnit'
  | 'decidingBody'
  | 'leadership'
  | 'reviewer' // the organ before which the opinion is, or that may be asked to take it
  | 'aboveChallenged' // the organ above the one whose head is challenged or concerned: it decides that, and sees nothing else
  | 'challengedUnit' // of whoever is challenged, until that is decided
  | 'answerable'
  | 'concerned'
  | 'system'
  | 'petitioner';

export interface Permission {
  readonly relations: readonly Relation[];
  readonly roles: readonly Role[]; // any one of them; none for system and petitioner
  readonly stages: readonly Stage[] | 'any' | 'open';
}
