import { workingDayFrom } from '#kernel/calendar.ts';
import { addDays, dateInChina } from '#kernel/dates.ts';
import type { Step } from '../../../../data/demo/steps.ts';
import { atLeast, numberOf, today, type Doing, type Filling } from './deed.ts';

/** The commands of the further ways, as the workbench asks for them. What a signed paper decides is not among them. */
export const FILLED_WAYS = {
  askLeadership: ({ proposal }) => ['askLeadership', { proposal }],
  decideAsLeadership: ({ organ, instruction }) => ['decideAsLeadership', { unit: organ, instruction }],
  openJurisdictionTalks: ({ units, reason }) => ['openJurisdictionTalks', { units, grounds: reason }],
  agreeLead: ({ to, coUnits, record }) => ['agreeLead', { lead: to, coUnits, record }],
  submitCoUnitOpinion: ({ opinion }) => ['submitCoUnitOpinion', { opinion }],
  disputeJurisdiction: ({ views }) => ['disputeJurisdiction', { views }],

  chooseSimple: () => ['chooseSimple', { noRefusal: true }],
  convertToOrdinary: ({ reason }) => ['convertToOrdinary', { grounds: reason }],

  startMediation: ({ record }) => ['startMediation', { petitionerConsents: true, otherConsents: true, discretion: true, record }],
  failMediation: ({ reason }) => ['failMediation', { grounds: reason }],
  recordAgreementEffect: (_, doing) => ['recordAgreementEffect', { on: today(doing) }],
  applyConfirmation: ({ court }, doing) => ['applyConfirmation', { on: today(doing), court }],
  performAgreement: ({ kept, words }) => ['performAgreement', { answer: says(kept), evidence: words }],

  requestWithdrawal: ({ statement }) => ['requestWithdrawal', { statement }],
  confirmWithdrawal: ({ answer, record }) => ['confirmWithdrawal', { answer, record, publicInterest: false }],
  undoWithdraw: ({ statement }) => ['undoWithdraw', { statement }],

  signInstruction: ({ instruction }) => ['signInstruction', { instruction }],
  formTaskForce: ({ charter }) => ['formTaskForce', { charter }],
  declineMeeting: ({ statement }) => ['declineMeeting', { statement }],
  meetPetitioner: ({ record }, doing) => ['meetPetitioner', { on: today(doing), record }],
  makeCommitment: ({ what, dueDays }, doing) => ['makeCommitment', { owner: doing.deed.by, what, dueOn: addDays(today(doing), dueDays) }],
  verifyCommitment: ({ no, kept, words }) => ['verifyCommitment', { no, answer: says(kept), evidence: words }],
  openGreenChannel: ({ reason }) => ['openGreenChannel', { grounds: reason }],
  submitPreliminaryReport: ({ report }) => ['submitPreliminaryReport', { report }],

  requestRecusal: ({ interest }) => ['requestRecusal', { interest }],
  decideRecusal: ({ recused, reason }, doing) => ['decideRecusal', { no: 1, recused, ...(recused && { successor: successorOf(doing) }), grounds: reason }],
  flagUrgent: ({ what }) => ['flagUrgent', { what }],
  reportUrgent: ({ upward, evidence }) => ['reportUrgent', { to: upward ? 'upward' : 'level', evidence }],
  offerHelp: ({ what }) => ['offerHelp', { what }],

  requestReview: ({ do: _, day, ...asked }, doing) => ['requestReview', requestOf(asked, doing)],
  requestRecheck: ({ do: _, day, ...asked }, doing) => ['requestRecheck', requestOf(asked, doing)],
  admitReview: (_, { stage, deed }) => ['admitReview', { accepted: true, officer: stage.cast.contactOf(stage.cast.pick(deed.by, ['reviewOfficer'])) }],
  applyForHearing: ({ reason }) => ['applyForHearing', { grounds: reason }],
  declineHearing: ({ reason }) => ['declineHearing', { grounds: reason }],
  decideHearing: ({ ground, reason }) => ['decideHearing', { ground, grounds: reason }],
  scheduleHearing: ({ onDay, place, members, challenge }, doing) => [
    'scheduleHearing',
    {
      on: hearingOn(onDay, doing),
      place,
      open: true,
      host: doing.stage.cast.pick(doing.deed.by, ['hearingHost']).person,
      seats: members.length + 1, // and the host
      members: members.join('；'),
      challenge,
    },
  ],
  holdHearing: ({ attended, minutes, agree, disagree, dissent }, doing) => [
    'holdHearing',
    { on: today(doing), attended, minutes, agree, disagree, ...(dissent && { dissent }) },
  ],
  reportHearing: ({ report }) => ['reportHearing', { report }],

  tellPublication: ({ told }, doing) => ['tellPublication', { on: today(doing), told }],
  releasePublication: ({ reviewed }) => ['releasePublication', { reviewed: true, grounds: reviewed }],

  recordReaudit: ({ confirmed, found }) => ['recordReaudit', { confirmed, grounds: found }],
  compareWithEarlier: ({ earlier, factsBefore, factsNow, reasonsBefore, reasonsNow }, { stage }) => [
    'compareWithEarlier',
    { earlier: numberOf(earlier, stage), factsBefore, factsNow, reasonsBefore, reasonsNow, samePetitioner: true, newFactsClaimed: false },
  ],
  refuseFurther: ({ reason }) => ['refuseFurther', { refused: true, grounds: atLeast(reason, 10) }],
} as const satisfies { readonly [Name in Step['do']]?: Filling<Name> };

/** Written down by the head, not by whoever it is about. */
export const HEADS_DO: ReadonlySet<Step['do']> = new Set(['requestRecusal']);

/** Read by somebody else of the same organ than whoever signed it. */
export const SECONDS_DO: ReadonlySet<Step['do']> = new Set(['releasePublication']);
export const second = ({ stage, deed }: Doing) => stage.cast.pickAnother(deed.by, ['reviewCommittee']);

/** The working day on which it is held, whatever day today is. */
export const hearingOn = (onDay: number, { stage, deed }: Doing) =>
  workingDayFrom(stage.office.staff.calendars.current, addDays(dateInChina(deed.arrivedAt), onDay));

const says = (kept: boolean) => (kept ? 'petitionerConfirms' : 'petitionerDenies');

const successorOf = ({ stage, deed }: Doing) => stage.cast.contactOf(stage.cast.pickAnother(deed.by, ['unitClerk', 'unitHead']));

function requestOf({ reason, newFacts, excuse }: { reason: string; newFacts?: string; excuse?: string }, doing: Doing) {
  return { on: today(doing), grounds: reason, ...(newFacts && { newFacts }), ...(excuse && { excuse }) };
}
