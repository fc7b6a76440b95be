import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { PetitionerSays } from '../fields.ts';
import type { AgreementForm } from './state.ts';

/** What may be asked: 调解、和解. Text comes as `Words`, already put away. */
export type AgreementCommand =
  | { type: 'startMediation'; petitionerConsents: boolean; otherConsents: boolean; discretion: boolean; record: Words }
  | { type: 'failMediation'; grounds: Words }
  | { type: 'signAgreement'; form: AgreementForm; petitionerFree: boolean; otherFree: boolean; terms: Words; dueOn: PlainDate }
  | { type: 'recordAgreementEffect'; on: PlainDate }
  | { type: 'applyConfirmation'; on: PlainDate; court: Words }
  | { type: 'performAgreement'; answer: PetitionerSays; evidence: Words };
