import type { PaperCode, Row } from '#contexts/documents/index.ts';
import { addDays, dateInChina } from '#kernel/dates.ts';
import type { Step } from '../../../../data/demo/steps.ts';
import type { Blanks } from './blanks.ts';
import { hearingOn, second } from './commands-ways.ts';
import { numberOf, stepOf, today, type Doing, type StepOf } from './deed.ts';

/** What is written into the papers of the further ways, beside what the matter already knows. */
export const WAY_BLANKS: { readonly [Code in PaperCode]?: Blanks } = {
  F14(doing) {
    const { to, coUnits, views, reason } = stepOf(doing, 'decideJurisdiction');
    const { nameOf } = doing.stage.directory();
    return {
      addressee: [to, ...coUnits].map(nameOf).join('、'),
      basis: 'dispute',
      dispute: pastOf(doing, 'disputeJurisdiction')?.views ?? reason,
      views: views.map(({ unit, view }) => ({ unit: nameOf(unit), view })),
      reasons: reason,
      lead: nameOf(to),
      coUnits: coUnits.map(nameOf),
      ...contactHere(doing),
    };
  },

  F18(doing) {
    const { recused, reason } = stepOf(doing, 'decideRecusal');
    const { cast } = doing.stage;
    const [challenged, head, other] = [
      cast.contactOf(cast.pick(doing.deed.by, ['unitClerk', 'unitHead'])),
      cast.contactOf(cast.pick(doing.deed.by, ['unitHead'])),
      cast.contactOf(cast.pickAnother(doing.deed.by, ['unitClerk', 'unitHead'])),
    ];
    const asked = doing.matter.path.slice(0, doing.deed.index).findLast((step) => step.do === 'requestRecusal');
    return {
      applicant: doing.story.petitioner.name ?? '信访人',
      capacity: 'petitioner',
      appliedOn: asked ? addDays(dateInChina(doing.deed.arrivedAt), asked.day) : today(doing),
      challenged: `${challenged.name}，${challenged.post}`,
      interest: pastOf(doing, 'requestRecusal')?.interest ?? reason,
      decision: recused ? 'granted' : 'refused',
      reasons: reason,
      ...(recused && { successor: `${other.name}，${other.post}，${other.phone}` }),
      decidedBy: `${head.name}，${head.post}`,
    };
  },

  F26(doing) {
    const { form, opponent, mediator, facts, terms } = stepOf(doing, 'signAgreement');
    return {
      kind: form,
      opponent,
      ...(mediator && { mediator }),
      dispute: doing.matter.claims.map(({ wish }) => wish).join('；'),
      facts,
      terms: terms.map(({ what, who, dueDays }) => ({ what, who, by: addDays(today(doing), dueDays) })),
      consentedOn: today(doing),
    };
  },

  F28(doing) {
    const { what, dueDays, witness } = stepOf(doing, 'signCommitment');
    const until = addDays(today(doing), dueDays);
    const { name, post } = doing.stage.cast.contactOf(doing.stage.cast.pick(doing.deed.by, ['unitClerk', 'unitHead']));
    return {
      unit: doing.stage.directory().nameOf(doing.deed.by),
      steps: [{ what, who: `${name}（${post}）`, by: until }],
      until,
      signedAs: 'witness',
      witness,
    };
  },

  F56(doing) {
    const { cast, directory } = doing.stage;
    const { name, post } = cast.contactOf(cast.pick(doing.deed.by, ['triageOfficer']));
    const asked = pastOf(doing, 'requestWithdrawal');
    return {
      requestedOn: asked ? addDays(dateInChina(doing.deed.arrivedAt), asked.day) : today(doing),
      calledBy: `${directory().nameOf(doing.deed.by)}${post}${name}`,
      confirmedOn: today(doing),
      undoHow: '打本告知书上的电话、来信访局或者用查询码在网上说一声“取消撤回”即可，不用写理由；期限按原来的日期接着算。',
      ...contactHere(doing),
    };
  },

  F63: (doing) => ({ reasons: stepOf(doing, 'convertToOrdinary').reason }),

  F34: (doing) => ({
    reasons: stepOf(doing, 'admitReview').reason,
    basis: doing.deed.standing.reviewer === doing.deed.standing.superior ? '《信访工作条例》第三十五条' : '《信访工作条例》第三十六条',
    ...contactHere(doing),
  }),
  F35: (doing) => ({ ...decisionOf(doing, stepOf(doing, 'decideReview')), ...contactHere(doing) }),
  F36(doing) {
    const step = stepOf(doing, 'decideRecheck');
    const report = pastOf(doing, 'reportHearing')?.report;
    return { ...decisionOf(doing, step), otherWays: step.otherWays, ...(report && { hearing: report }), ...contactHere(doing) };
  },
  F37(doing) {
    const { subject, claims, result } = stepOf(doing, 'proposePublication');
    const { cast } = doing.stage;
    return { subject, claims, result, checkedBy: cast.contactOf(second(doing)).name, ...contactHere(doing) };
  },
  F57: (doing) => contactHere(doing),

  F19(doing) {
    const { recorder, onDay } = stepOf(doing, 'scheduleHearing');
    return {
      recorder,
      challengeUntil: addDays(hearingOn(onDay, doing), -3),
      evidence: '可以带证据的原件和复印件，可以请证人到场；可以委托一至两名代理人，带授权委托书。需要手语、大字材料或者轮椅通道的，请提前告知。',
      ...contactHere(doing),
    };
  },

  async F09(doing) {
    const { reason, newFacts, help } = stepOf(doing, 'refuseFurther');
    const before = pastOf(doing, 'compareWithEarlier')!;
    const [story = '', nth = '1'] = before.earlier.split('#');
    const earlier = doing.stage.scene(story);
    const matter = await earlier.matter(Number(nth) - 1);
    const decided = async (code: 'F23' | 'F35' | 'F36', kind: string): Promise<Row> => {
      const paper = await earlier.paper(matter, code);
      return { kind, no: paper?.number ?? numberOf(before.earlier, doing.stage), organ: organOf(code), deliveredOn: paper?.ended_on ?? '' };
    };
    const { nameOf, superiorOf, getOrgan } = doing.stage.directory();
    const unit = earlier.story.matters[Number(nth) - 1]!.path.find((step) => step.do === 'refer' || step.do === 'assign');
    const first = unit && 'to' in unit ? unit.to : doing.deed.by;
    const organOf = (code: 'F23' | 'F35' | 'F36') => {
      const above = superiorOf(first) ?? first;
      return nameOf(code === 'F23' ? first : code === 'F35' ? above : (superiorOf(above) ?? above));
    };
    const { name, phones } = getOrgan(superiorOf(doing.deed.by) ?? doing.deed.by);
    return {
      decisions: [await decided('F23', 'opinion'), await decided('F35', 'review'), await decided('F36', 'recheck')],
      comparison: [
        { earlier: before.factsBefore, now: before.factsNow, answer: '同一事实。' },
        { earlier: before.reasonsBefore, now: before.reasonsNow, answer: reason },
      ],
      newFacts,
      help,
      remedyOrgan: `${name}，${phones[0] ?? ''}`,
      ...contactHere(doing),
    };
  },
};

/** One decision of a higher organ; what it changes, claim by claim (第三十五条). */
function decisionOf(doing: Doing, { result, found, opinion, basis, changes = [], dueDays = 30 }: StepOf<'decideReview' | 'decideRecheck'>) {
  const by = addDays(today(doing), dueDays);
  const performer = doing.stage.directory().nameOf(doing.deed.standing.unit);
  const rows = changes.map(({ claim, result: now }) => ({
    no: String(claim),
    claim: doing.matter.claims[claim - 1]?.wish ?? '',
    result: now,
    performer: now === 'supported' ? performer : '',
    performBy: now === 'supported' ? by : '',
  }));
  return {
    result,
    found,
    opinion,
    basis,
    changes: rows,
    ...(result === 'revokeAndRemand' && { redoDueOn: { on: by, rolled: false, provisional: false } }),
  };
}

/** The newest step of this name before the one that is done now. */
function pastOf<Name extends Step['do']>({ matter, deed }: Doing, name: Name): StepOf<Name> | undefined {
  return matter.path.slice(0, deed.index).findLast((step) => step.do === name) as StepOf<Name> | undefined;
}

/** Whom to ask about this paper, in the organ that makes it. */
function contactHere({ stage, deed }: Doing) {
  const { name, phone } = stage.cast.contactOf(stage.cast.pick(deed.by, ['reviewOfficer', 'triageOfficer', 'unitClerk', 'unitHead']));
  return { contactPerson: name, contactPhone: phone };
}
