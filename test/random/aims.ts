import type { CommandType } from '#contexts/casework/domain/commands.ts';
import type { Stage } from '#contexts/casework/domain/stages.ts';
import type { RandomSource } from './chance.ts';

/**
 * Where a life makes for, so that many lives together also come to what chance
 * alone hardly ever brings about: from stage to stage the usual way, and at
 * each of them what is wanted there, until it is done or was refused too often.
 */
type Aim = readonly Step[];
type Step = readonly [stage: Stage, wanted?: CommandType];

/** What is late on the usual way: to be there is enough. */
const LATE: readonly Aim[] = [
  ...(['opinionDelivered', 'reviewRequested', 'underReview', 'reviewIssued', 'reviewDelivered'] as const),
  ...(['recheckRequested', 'underRecheck', 'recheckIssued', 'recheckDispatched'] as const),
].map((stage): Aim => [[stage]]);

/** Stages beside the usual way, and how one comes there. */
const OBJECTED: Aim = [['awaitingAcceptance', 'raiseObjection']];
const TALKING: Aim = [['awaitingAcceptance', 'openJurisdictionTalks']];
const DISPUTED: Aim = [...TALKING, ['awaitingAcceptance', 'disputeJurisdiction']];
const LED: Aim = [...TALKING, ['awaitingAcceptance', 'agreeLead'], ['awaitingAcceptance', 'accept']];
const ASKED: Aim = [['triaged', 'askLeadership']];
const ROUTED: Aim = [['awaitingAcceptance', 'routeToProcedure']];
const REFUSED: Aim = [
  ['registered', 'compareWithEarlier'],
  ['registered', 'refuseFurther'],
];
const LAPSED: Aim = [
  ['opinionDelivered', 'lapseTerm'],
  ['opinionDelivered', 'lapseTerm'],
];
const RECHECKED_LATE: Aim = [
  ['reviewDelivered', 'lapseTerm'],
  ['reviewDelivered', 'lapseTerm'],
];

/** The end came since nobody had asked, and then somebody asks after all. */
const FILED_AND_ASKED: readonly Aim[] = [
  [...LAPSED, ['concluded', 'archive'], ['archived', 'requestReview']],
  [...LAPSED, ['concluded', 'requestReview']],
];
/** Whoever reviews is challenged and stands aside. */
const ASIDE_IN_REVIEW: readonly Aim[] = (['underReview', 'underRecheck'] as const).map((stage) => [
  [stage, 'requestRecusal'],
  [stage, 'decideRecusal'],
]);

/** Of a group: each of its members is asked before anybody signs; the second time for those who had not agreed. */
const AGREED_BY_EACH: Aim = (['openRoster', 'joinRoster', 'joinRoster', 'offerAgreement', 'answerAgreement', 'signAgreement'] as const).map((type) => [
  'inProgress',
  type,
]);

/** Milestones of the other procedure, most of which ask for another before them. */
const FOLLOWED: Aim = Array.from({ length: 6 }, () => ['routed', 'recordMilestone'] as const);

const withdrawnAt = (stage: Stage, way: Aim = []): Aim => [...way, [stage, 'requestWithdrawal'], [stage, 'confirmWithdrawal'], ['withdrawn', 'undoWithdraw']];
const performedAt = (stage: Stage, way: Aim = []): Aim => [...way, [stage, 'reportPerformance'], [stage, 'verifyPerformance']];
/** A hearing from the decision to the panel that is challenged, and another to its report; one that is asked for and declined. */
const heardAt = (stage: Stage): Aim[] => {
  const planned: Aim = [
    [stage, 'decideHearing'],
    [stage, 'scheduleHearing'],
    [stage, 'dispatch'],
  ];
  return [
    [...planned, [stage, 'challengePanel']],
    [...planned, [stage, 'dispatch'], [stage, 'holdHearing'], [stage, 'reportHearing'], [stage, 'dispatch']],
    [
      [stage, 'tellHearingRight'],
      [stage, 'applyForHearing'],
      [stage, 'declineHearing'],
    ],
  ];
};

/** What comes about so seldom that it has to be wanted; twice what even then often comes to nothing. */
const SELDOM: readonly Aim[] = [
  withdrawnAt('objectionPending', OBJECTED),
  withdrawnAt('jurisdictionPending', DISPUTED),
  withdrawnAt('awaitingLeadership', ASKED),
  withdrawnAt('routed', ROUTED),
  ...(['studying', 'opinionIssued', 'reviewRequested', 'underReview', 'reviewIssued', 'recheckRequested', 'underRecheck', 'recheckIssued'] as const).map(
    (stage) => withdrawnAt(stage),
  ),
  ...(['opinionDispatched', 'opinionDelivered', 'reviewRequested', 'underReview', 'reviewDelivered'] as const).map((stage) => performedAt(stage)),
  performedAt('performing', LAPSED),
  performedAt('performing', LAPSED),
  performedAt('reviewDelivered'),
  ...(['inProgress', 'underReview', 'underRecheck', 'underRecheck'] as const).flatMap(heardAt),
  [
    ['awaitingAcceptance', 'decline'],
    ['notAccepted', 'dispatch'],
    ['notAccepted', 'archive'],
  ],
  [
    ['triaged', 'guideElsewhere'],
    ['guided', 'reopen'],
  ],
  [...REFUSED, ['furtherRefused', 'reopen']],
  [...REFUSED, ['furtherRefused', 'recordReaudit']],
  [...REFUSED, ['furtherRefused', 'dispatch'], ['furtherRefused', 'archive']],
  [...OBJECTED, ['objectionPending', 'reassign']],
  [...LED, ['accepted', 'submitCoUnitOpinion']],
  [...LED, ['accepted', 'startHandling'], ['inProgress', 'submitCoUnitOpinion']],
  [...ROUTED, ...FOLLOWED],
  [...ROUTED, ...FOLLOWED],
  [['studying', 'moveToSealed']],
  [['studying', 'moveToSealed']],
  [
    ['inProgress', 'requestRecusal'],
    ['inProgress', 'passRecusalUp'],
  ],
  [
    ['opinionDispatched', 'postPublicNotice'],
    ['opinionDispatched', 'deemDelivered'],
  ],
  [
    ['opinionDispatched', 'lapseDelivery'],
    ['opinionIssued', 'dispatch'],
    ['opinionDispatched', 'recordDelivery'],
  ],
  [['reviewDispatched', 'lapseDelivery']],
  [['recheckDispatched', 'lapseDelivery']],
  [...LAPSED, ['performing', 'correct']],
  [...LAPSED, ['performing', 'requestReview']],
  ...FILED_AND_ASKED, // posted in time, or late with an excuse
  ...FILED_AND_ASKED,
  ...ASIDE_IN_REVIEW,
  ...ASIDE_IN_REVIEW,
  AGREED_BY_EACH,
  AGREED_BY_EACH,
  [
    ['inProgress', 'makeCommitment'],
    ['inProgress', 'signCommitment'],
  ],
  [...RECHECKED_LATE, ['concluded', 'requestRecheck']],
  [['underReview', 'extendReview']],
  [['underRecheck', 'extendReview']],
  RECHECKED_LATE,
  [...RECHECKED_LATE, ['performing', 'requestRecheck']],
  [...RECHECKED_LATE, ['performing', 'requestRecheck']],
  [['recheckDispatched', 'reportDeliveryFailed']],
  [['recheckDispatched', 'reportDeliveryFailed']],
  [['recheckDispatched', 'recordDelivery']],
];

/** A quarter of the lives want nothing, a quarter something late, half of them something seldom. */
export function drawAim(random: RandomSource): Aim {
  const among = [[[]], LATE, SELDOM, SELDOM][random.below(4)]!;
  return among[random.below(among.length)]!;
}

/** What can only be done once a term has run out. */
const AFTER_A_TERM: ReadonlySet<CommandType | undefined> = new Set<CommandType>(['lapseTerm', 'deemDelivered', 'lapseDelivery']);

/** The aim as life goes on: what is reached or done is behind it, and after ten vain tries it is given up. */
export class Path {
  #left: Aim;
  #tries = 0;

  constructor(aim: Aim) {
    this.#left = aim;
  }

  /** As what it has to be classified to come there. */
  get kind(): 'claim' | 'suggestion' | undefined {
    return this.leads ? (this.#left.some(([stage]) => stage === 'studying') ? 'suggestion' : 'claim') : undefined;
  }

  /** A matter that is to end by itself owes nothing: its opinion grants nothing. */
  get grantsNothing(): boolean {
    return this.#left.some(([stage]) => stage === 'concluded');
  }

  /** Still on the way. */
  get leads(): boolean {
    return this.#left.length > 0;
  }

  /** What is wanted where it stands now. Where nothing is, to be there was enough. */
  wantedAt(stage: Stage): CommandType | undefined {
    const [where, wanted] = this.#left[0] ?? [];
    if (where !== stage) return undefined;
    if (!wanted) this.#left = this.#left.slice(1);
    return wanted;
  }

  /** Whoever is on the way does not let terms run out, but for what waits for that; others do now and then. In days, at most. */
  pauseAt(stage: Stage, random: RandomSource): number {
    const isLong = this.leads ? AFTER_A_TERM.has(this.wantedAt(stage)) : random.below(4) === 0;
    return isLong ? 40 : 4;
  }

  /** Behind it only if it brought the matter to where the next thing is wanted: a withdrawal may be confirmed as not free. */
  tried(type: CommandType, done: boolean, before: Stage, after: Stage): void {
    if (this.wantedAt(before) !== type) return;
    const [next = after] = this.#left[1] ?? [];
    const isBehind = done && next === after;
    this.#tries = isBehind ? 0 : this.#tries + 1;
    this.#left = isBehind ? this.#left.slice(1) : this.#tries < 10 ? this.#left : [];
  }
}
