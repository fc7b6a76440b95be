/** Where each act stands in 能做什么: by what it is for, and in the order in which a matter comes to it. An act that is forgotten here fails the test beside. */
import type { CommandType } from '#contexts/casework/domain/commands.ts';

interface ActGroup {
  readonly name: string;
  readonly acts: readonly CommandType[];
  readonly quiet?: true; // may be done at any time, and seldom is
}

export const ACT_GROUPS: readonly ActGroup[] = [
  {
    name: '这一步',
    acts: [
      'classify',
      'compareWithEarlier',
      'refuseFurther',
      'refer',
      'assign',
      'passDown',
      'askLeadership',
      'decideAsLeadership',
      'guideElsewhere',
      'accept',
      'decline',
      'raiseObjection',
      'decideObjection',
      'reassign',
      'openJurisdictionTalks',
      'agreeLead',
      'disputeJurisdiction',
      'decideJurisdiction',
      'startHandling',
      'recordInvestigation',
      'hearPetitioner',
      'routeToProcedure',
      'submitCoUnitOpinion',
      'decideReward',
      'recordMilestone',
      'checkOtherProcedure',
      'disputeRoute',
      'confirmRoute',
      'requestReview',
      'requestRecheck',
      'admitReview',
      'reportPerformance',
      'verifyPerformance',
      'performAgreement',
      'reportCompletion',
      'checkReport',
      'decideRecusal',
      'reportUrgent',
      'confirmWithdrawal',
      'undoWithdraw',
      'conclude',
      'archive',
    ],
  },
  {
    name: '听证',
    acts: [
      'tellHearingRight',
      'applyForHearing',
      'decideHearing',
      'declineHearing',
      'scheduleHearing',
      'challengePanel',
      'holdHearing',
      'reportHearing',
      'cancelHearing',
    ],
  },
  {
    name: '换一种办法',
    acts: [
      'recordRepeat',
      'attachDuplicate',
      'detachDuplicate',
      'chooseSimple',
      'convertToOrdinary',
      'startMediation',
      'failMediation',
      'offerAgreement',
      'signAgreement',
      'recordAgreementEffect',
      'applyConfirmation',
    ],
  },
  {
    name: '承诺',
    acts: [
      'openGreenChannel',
      'submitPreliminaryReport',
      'signInstruction',
      'formTaskForce',
      'meetPetitioner',
      'declineMeeting',
      'signCommitment',
      'cancelCommitment',
      'makeCommitment',
      'verifyCommitment',
      'releaseCommitment',
      'releaseLocalTerm',
    ],
  },
  {
    name: '公示',
    acts: ['tellPublication', 'objectToPublication', 'answerObjection', 'releasePublication', 'takeDownPublication'],
  },
  {
    name: '随时可以',
    quiet: true,
    acts: [
      'takeNote',
      'addMaterial',
      'consentElectronic',
      'postStatus',
      'recordToldLater',
      'offerHelp',
      'openRoster',
      'requestWithdrawal',
      'requestRecusal',
      'passRecusalUp',
      'replaceReviewer',
      'flagUrgent',
      'recordFeedback',
      'recordReaudit',
      'correct',
      'reopen',
      'recordNoSuccessor',
      'moveToSealed',
    ],
  },
];

const PLACE: ReadonlyMap<string, number> = new Map(ACT_GROUPS.flatMap(({ acts }) => acts).map((command, place) => [command, place]));

interface Named {
  readonly command: string;
}

/** In the order of a matter's life; what the table does not know comes last. */
export const inOrder = <Act extends Named>(acts: readonly Act[]): Act[] => acts.toSorted((one, other) => placeOf(one) - placeOf(other));

const placeOf = ({ command }: Named) => PLACE.get(command) ?? PLACE.size;

/** What is offered, group by group, without the empty ones. */
export function grouped<Act extends Named>(
  offered: readonly Act[],
): readonly { readonly name: string; readonly quiet: boolean; readonly acts: readonly Act[] }[] {
  return ACT_GROUPS.map(({ name, quiet = false, acts }, at) => ({
    name,
    quiet,
    acts: inOrder(offered.filter((act) => acts.includes(act.command as CommandType) || (at === 0 && !PLACE.has(act.command)))),
  })).filter(({ acts }) => acts.length > 0);
}
