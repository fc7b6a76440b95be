import type { MovedTerm } from '#kernel/clocks/moved.ts';
import type { Channel } from '#kernel/channels.ts';
import type { Readings } from '#kernel/clocks/reading.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';
import type { Counts } from './offline.ts';

/** One arrival on one channel. It has a number and a receipt of its own, and may become no matter, one, or several. */
export interface Intake {
  readonly stage: IntakeStage;
  readonly received?: Received;
  readonly receivedAt?: Date;
  readonly firstReceipt?: PlainDate;
  readonly desk?: string; // the unit whose channel desk has it
  readonly purpose?: IntakePurpose;
  readonly matters: readonly string[];
  readonly sealed: boolean; // a part of it went to the sealed line; more is not known here
  readonly answered: boolean;
  readonly call?: string | undefined; // the call for suggestions that it answers, as a person last said
  readonly clocks: Readings;
}

/** RECEIVED and REGISTERED are left in one act: whatever comes is registered at once. */
export type IntakeStage = 'unknown' | 'registered' | 'classified' | 'replied' | 'split' | 'sealed';

export const INTAKE_STAGES: Readonly<Record<IntakeStage, string>> = {
  unknown: '未登记',
  registered: '待甄别',
  classified: '咨询、感谢，待答复',
  replied: '已答复',
  split: '已立件',
  sealed: '已移入密件',
};

/** What a person found that it is: matters, or an intake that stays one, or something that must be sealed. */
export type IntakePurpose = 'matters' | 'inquiry' | 'thanks' | 'accusation';

export type IntakeLevel = 'national' | 'provincial' | 'prefecture' | 'county' | 'township';

export interface Received {
  readonly no: string;
  readonly channel: Channel;
  readonly receivedBy: string;
  readonly isPetitionDept: boolean;
  readonly level: IntakeLevel;
  readonly pack: string;
  readonly title: Words;
  readonly text: Words;
  readonly parties: Words;
  readonly claims?: Words; // as the petitioner listed them, one text
  readonly files?: Words;
  readonly contactKnown: boolean;
  readonly anonymous: boolean;
  readonly electronic: boolean;
  readonly people: number;
  readonly place?: Words;
  readonly postmarkOn?: PlainDate; // of a letter: keeps a term of the petitioner, starts none (民事诉讼法第八十五条, by analogy)
  readonly call?: string; // for suggestions: a piece of work, published to everybody
  readonly offline?: Offline; // taken down where there was no network (不变量 46)
  readonly lateEntry?: true; // typed in on a later day than it came (不变量 10)
}

/** Both times, and which counts; past 72 hours a person said so, with a reason. */
export interface Offline {
  readonly device: string;
  readonly sequence: number;
  readonly deviceAt: string;
  readonly syncedAt: string;
  readonly counts: Counts;
  readonly why?: Words;
}

export type IntakeAction = Done &
  (
    | ({ type: 'IntakeReceived' } & Received)
    | { type: 'ContactStarted' }
    | { type: 'PetitionDeptReceived'; level: IntakeLevel }
    | { type: 'IntakeRegistered' }
    | { type: 'IntakeEntered' }
    | { type: 'OralRecordConfirmed'; how: 'signature' | 'voice' | 'refused'; drawn?: Words } // `drawn`: signed on a screen at the counter, never a condition
    | { type: 'HandlerCardGiven'; card: Words }
    | { type: 'LobbyManagerAssigned'; card: Words } // 大堂经理: where a local pack has it (D16)
    | { type: 'IntakeClassified'; purpose: IntakePurpose; matters: readonly string[]; sealed: boolean }
    | { type: 'InquiryAnswered'; answer: Words; basis: Words }
    | { type: 'DirectionGiven'; place: Words }
    | { type: 'TermsRecounted'; moved: readonly MovedTerm[] } // a holiday notice came out
    | { type: 'PartSealed'; matter: string } // a record beside the vocabulary: a matter turned out to be an accusation after it was opened
    | { type: 'PartReturned'; matter: string } // a record beside the vocabulary: what was sealed away accused nobody, and is a matter of this intake
    | { type: 'CallLinked' | 'CallUnlinked'; call: string } // a record beside the vocabulary: which call for suggestions it answers was chosen, or taken back, after registration
    | { type: 'CodeReplaced'; checked: Words } // a record beside the vocabulary: the old code ended, who asked was checked
  );

const TYPES: Readonly<Record<IntakeAction['type'], true>> = {
  IntakeReceived: true,
  ContactStarted: true,
  PetitionDeptReceived: true,
  IntakeRegistered: true,
  IntakeEntered: true,
  OralRecordConfirmed: true,
  HandlerCardGiven: true,
  LobbyManagerAssigned: true,
  IntakeClassified: true,
  InquiryAnswered: true,
  DirectionGiven: true,
  PartSealed: true,
  PartReturned: true,
  CallLinked: true,
  CallUnlinked: true,
  CodeReplaced: true,
  TermsRecounted: true,
};

/** What this context records; the compiler keeps the list whole. */
export const INTAKE_ACTION_TYPES = Object.keys(TYPES) as IntakeAction['type'][];

export const initial: Intake = { stage: 'unknown', matters: [], sealed: false, answered: false, clocks: {} };
