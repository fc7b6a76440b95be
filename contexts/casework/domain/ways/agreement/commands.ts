import type { PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { PetitionerSays } from '../fields.ts';
import type { AgreementForm } from './state.ts';

/** What may be asked: 调解、和解. Text comes as `Words`, already put away. */
export type AgreementCommand =
  | { type: 'startMediation'; petitionerConsents: boolean; otherConsents: boolean; discretion: boolean; record: Words }
  | { type: 'failMediation'; grounds: Words }
  | { type: 'offerAgreement'; form: AgreementForm; terms: Words; dueOn: PlainDate } // of a group: to each member, before anybody signs
  | { type: 'answerAgreement'; member: string; agrees: boolean; offer: number } // to what the member read
  | {
      type: 'signAgreement';
      form: AgreementForm;
      petitionerFree: boolean;
      otherFree: boolean;
      terms: Words;
      dueOn: PlainDate;
      performingUnit?: string; // the handling unit itself, if none is named
      instrument?: string; // the paper F26 that was signed with it
      scan?: Words; // or what both signed elsewhere, handed in as files
      everybody?: boolean; // of a group: whoever is not on its roster was asked as well, one by one, and agrees
    }
  | { type: 'recordAgreementEffect'; on: PlainDate }
  | { type: 'applyConfirmation'; on: PlainDate; court: Words }
  | { type: 'performAgreement'; answer: PetitionerSays; evidence: Words };
