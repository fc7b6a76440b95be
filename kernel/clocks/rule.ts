import type { ActionType } from '../vocabulary.ts';

/**
 * The shape of one row of the table of clocks: what starts, stops, extends and
 * reopens a time limit, and who has to keep it. How long it is comes from a
 * policy pack; nothing here is a number of days.
 */
// biome-ignore format: one block a table
export type ClockId =
  | 'A01' | 'A02' | 'A03' | 'A04' | 'A05' | 'A06' | 'A07' | 'A08' | 'A09' | 'A10' | 'A11' | 'A12'
  | 'A13' | 'A14' | 'A15' | 'A16' | 'A17' | 'A18' | 'A19' | 'A20' | 'A21' | 'A22' | 'A23' | 'A24'
  | 'A25' | 'A26' | 'A27' | 'A28' | 'A29' | 'A30' | 'A31' | 'A32' | 'A33' | 'A34' | 'A35' | 'A36'
  | 'A37' | 'A38' | 'A39' | 'A40' | 'A41' | 'A42' | 'A43' | 'A44' | 'A45' | 'A46' | 'A47' | 'A48'
  | 'B01' | 'B02' | 'B03' | 'B04' | 'B05a' | 'B05b' | 'B05c' | 'B05d' | 'B06' | 'B07' | 'B08'
  | 'B09' | 'B10' | 'B11' | 'B12' | 'B13' | 'B14' | 'B15' | 'B16'
  | 'C01' | 'C02' | 'C03a' | 'C03b' | 'C04' | 'C05' | 'C06' | 'C07a' | 'C07b' | 'C07c'
  | 'D01' | 'D02' | 'D03' | 'D04' | 'D05' | 'D06a' | 'D06b' | 'D07' | 'D08' | 'D09' | 'D10'
  | 'D11' | 'D12' | 'D13' | 'D14' | 'D15' | 'D16' | 'D17'
  | 'E01' | 'E02' | 'E03' | 'E04' | 'E05' | 'E06' | 'E07';

/**
 * duty: an organ can break it. right: it can only lapse. window: an act is
 * possible only inside it. fiction: when it ends, something counts as done.
 */
export type ClockType = 'duty' | 'right' | 'window' | 'extension' | 'suspension' | 'recurring' | 'conversion' | 'fiction';

/** What is being acted on. Until a person has set the kind, an arrival counts as every kind. */
export type Kind = 'suggestion' | 'accusation' | 'claim' | 'intake' | 'work';

export const EVERY_KIND: ReadonlySet<Kind> = new Set(['suggestion', 'accusation', 'claim', 'intake', 'work']);

/** What must hold for a clock to start. */
// biome-ignore format: one line a group
export type Fact =
  | 'inPerson' | 'contactKnown' | 'contactUnknown' | 'notPetitionDept' | 'litigationClaim' | 'byLetter' | 'byWeb'
  | 'petitionProcedure' | 'dutyPerformance' | 'routed' | 'reportDuty' | 'supported'
  | 'atRecheck' | 'firstHearing' | 'ownSystemLower' | 'severalUnits' | 'firstTime' | 'simpleScope'
  | 'firstTimeOrImportant' | 'generalMatter' | 'urgentGroup'
  | 'level.national' | 'level.provincial' | 'level.prefecture' | 'level.county'
  | 'evaluationScope' | 'realName' | 'notRepeatedAccusation' | 'superiorJurisdiction' | 'byCongress' | 'signedOnline'
  // Where the organ stands, for the carve-out of §23¶4: it starts no clock by itself.
  | 'politicalLegalOrgan' | 'disciplineOrgan';

// biome-ignore format: one line a group
export type HolderRole =
  | 'receivingOrgan' | 'petitionDept' | 'directUnit' | 'handlingUnit' | 'answerableOrgan' | 'referringBody'
  | 'decidingBody' | 'coUnit' | 'partyGovernment' | 'reviewOrgan' | 'recheckOrgan' | 'deliveringOrgan'
  | 'hearingHost' | 'recommendedUnit' | 'superiorOrgan' | 'territorialOrgan' | 'inspectingBody'
  | 'disciplineOrgan' | 'judicialOrgan' | 'reconsiderationOrgan' | 'leader' | 'countyLeader' | 'unitLeader'
  | 'unitHead' | 'promiser' | 'receptionist' | 'calledDepartment' | 'boardOwner' | 'gridWorker' | 'dutyOfficer'
  | 'privacyOfficer' | 'petitioner' | 'parties';

/** The day that is not counted. `event` is the day of the starting act. */
export type DayZero =
  | 'event'
  | 'firstReceipt'
  | 'unitReceipt'
  | 'acceptance'
  | 'visibleStart'
  | 'hearingDate'
  | 'targetOfA14'
  | 'targetOfC03a'
  | 'targetOfA18orA20';

/**
 * Of what a matter may have several at once, each with a clock of its own:
 * an assignment, a paper, a period, a co-unit, or another part (a hearing, a
 * commitment, a request). 'matter' is one clock for the whole subject.
 */
export type Per = 'matter' | 'assignment' | 'document' | 'period' | 'unit' | 'part';

export interface ClockRule {
  readonly name: string; // as a person reads it
  readonly english: string; // for the public page in English
  readonly article: string; // where it stands
  readonly type: ClockType;
  readonly kinds: readonly Kind[];
  readonly when?: readonly Fact[];
  readonly carveOut?: true; // §23¶4: litigation at political-legal organs, accusations at discipline organs
  readonly startsOn: readonly ActionType[];
  readonly day0: DayZero;
  readonly holder: HolderRole;
  readonly per: Per;
  readonly once?: true; // a second start is ignored even after it has stopped
  readonly backward?: true; // counted back from day 0; a rest day goes to the working day before
  readonly satisfiedBy: readonly ActionType[];
  readonly alsoStoppedBy?: readonly ActionType[]; // ended without being kept: figures count it apart
  readonly reopenedBy?: readonly ActionType[]; // runs on, at its old due date
  readonly extendedBy?: ClockId;
  readonly suspendedBy?: ClockId;
  readonly boundBy?: readonly ClockId[]; // a local clock on the same duty: may not be laxer than these
  readonly forbiddenBy?: string; // a local clock that the national text does not know, and whose article it breaks
  readonly mustTell?: string; // what the petitioner must be told
  readonly overdue?: string; // what follows when it runs out
  readonly note?: string;
}
