import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { newestOf } from '../../clocks.ts';
import { against, tooLate } from '../../decide/sentences.ts';
import type { Matter } from '../../matter.ts';
import { namedPerformer } from '../../performing.ts';
import { boundOf, membersOf } from '../collective/state.ts';
import { unfinished } from '../hearing/decide.ts';
import { commitmentMade } from '../promises/state.ts';
import { mustNotHaveHandled } from '../review/took-part.ts';
import type { Conditions, Rules } from '../rule.ts';
import type { AgreementCommand } from './commands.ts';
import { AGREEMENT_FORMS_OF, type Offer } from './state.ts';

const ARTICLE = '第三十三条';
const CONFIRMATION = '人民调解法第三十三条';

export const AGREEMENT_CONDITIONS: Conditions<AgreementCommand> = {
  startMediation({ matter }) {
    if (matter.agreement?.mediation === 'open') return against('已经在调解，请签订协议，或者登记调解不成。', ARTICLE);
    return mustBeNegotiable(matter);
  },
  failMediation: ({ matter }) => (matter.agreement?.mediation === 'open' ? undefined : against('没有正在进行的调解。', ARTICLE)),
  offerAgreement({ matter }) {
    if (!isGroup(matter)) return against('本件是一个人提出的，不用送各人答复，请直接“登记签订协议”。', ARTICLE);
    if (membersOf(matter.collective) === 0)
      return against('还没有人加入名册，没有可以送的人。请代表先开设名册；不开设的，逐一当面问过，再“登记签订协议”。', ARTICLE);
    return mustBeNegotiable(matter) ?? unfinished(matter, '第三十一条第六项');
  },
  answerAgreement: ({ matter }) => (matter.agreement?.offer ? undefined : against('现在没有要您答复的协议。', ARTICLE)),
  signAgreement: ({ matter }) => mustBeNegotiable(matter) ?? unfinished(matter, '第三十一条第六项'),
  recordAgreementEffect: ({ matter }) => (matter.agreement?.effectiveOn ? against('协议已经登记生效。', CONFIRMATION) : undefined),

  applyConfirmation({ matter }) {
    const right = newestOf(matter.clocks, 'B15');
    if (!right) return against('协议还没有登记生效。请先登记生效日期。', CONFIRMATION);
    return right.stoppedOn ? against('已经登记申请司法确认。', CONFIRMATION) : undefined;
  },
};

export const AGREEMENT_RULES: Rules<AgreementCommand> = {
  startMediation({ petitionerConsents, otherConsents, discretion, record, by, at }) {
    if (!petitionerConsents || !otherConsents) throw against('调解要双方都同意；有一方不同意的，请照常调查、作出处理意见。', ARTICLE);
    if (!discretion) throw against('只有自由裁量范围内、不违反强制性规定的事项可以调解，请照常作出处理意见。', ARTICLE);
    return [{ type: 'MediationStarted', bothConsent: true, record, by, at }];
  },

  failMediation: ({ grounds, by, at }) => [{ type: 'MediationFailed', grounds, by, at }],

  offerAgreement({ form, terms, dueOn, by, at }, matter) {
    mustBeMediated(form, matter);
    if (dueOn < dateInChina(at)) throw against('履行的日期早于今天，请重新填写。', ARTICLE);
    return [{ type: 'AgreementOffered', form, offer: (matter.agreement?.offers ?? 0) + 1, until: dueOn, terms, by, at }];
  },

  /** Each for themselves: nobody signs away what another has asked for (不变量 26). */
  answerAgreement({ member, agrees, offer, by, at }, { collective, agreement }) {
    if (!collective?.members[member]) throw against('名册里没有您，不需要答复。想加入的，请用代表给的加入码。', ARTICLE);
    if (agreement?.offer?.no !== offer) throw against('您答复的时候，协议内容已经换了，所以没有算您答复。请重新看一遍再答复；不答复不影响办理。', ARTICLE);
    return [{ type: agrees ? 'MemberAgreed' : 'MemberDidNotAgree', member, offer, by, at }];
  },

  signAgreement({ form, petitionerFree, otherFree, terms, dueOn, performingUnit, everybody, instrument, scan, by, at }, matter) {
    mustBeMediated(form, matter);
    if (!petitionerFree || !otherFree) throw against('协议要双方自愿；有一方不是自愿的，不能签订，请照常办理。', ARTICLE);
    if (dueOn < dateInChina(at)) throw against('履行的日期早于今天，请重新填写。', ARTICLE);
    if (!instrument && !scan) throw against('调解、和解要有协议书。请在“文书”中制作协议书，或者把双方签了字的协议书扫描上传。', ARTICLE);
    const some = bySome(matter, form, dueOn, everybody);
    const read = matter.agreement?.offer?.terms; // what each member had before their eyes is what binds
    const text = { ...(read ? { terms: read, written: terms } : { terms }), ...(instrument ? { instrument } : { scan: scan! }) };
    if (!some) return [{ type: 'AgreementSigned', form, bothFree: true, dueOn: { A38: dueOn }, ...(performingUnit && { performingUnit }), ...text, by, at }];
    const promise = commitmentMade(matter, { owner: matter.handlingUnit ?? by.unit, what: text.terms, dueOn }, { by, at });
    return [{ type: 'AgreedBySome', form, part: promise.part, ...some, ...text, by, at }, promise];
  },

  /** Signed on paper and entered later: the thirty days are those of the parties, and run from the day itself. */
  recordAgreementEffect({ on, by, at }, matter) {
    mustLieBetween(on, matter.acceptedOn, '受理本件', at);
    return [{ type: 'AgreementEffective', on, by, at }];
  },

  applyConfirmation({ on, court, by, at }, matter) {
    mustLieBetween(on, matter.agreement?.effectiveOn, '协议生效', at);
    const last = newestOf(matter.clocks, 'B15')!.legalOn; // of the day at the court, whenever it is entered
    if (on > last) throw tooLate(`共同申请司法确认的期限已于${last}届满；协议仍应当履行。`, CONFIRMATION);
    return [{ type: 'ConfirmationApplied', on, court, by, at }];
  },

  /** The petitioner is asked; a broken agreement gives the matter back with its old dates. */
  performAgreement({ answer, evidence, by, at }, matter) {
    if (by.unit === namedPerformer(matter)) throw against('履行的就是本单位，不能自己核实。请由上一级或者信访部门向信访人核实。', ARTICLE);
    mustNotHaveHandled(matter, by.person, ARTICLE);
    if (answer === 'petitionerDenies') return [{ type: 'AgreementBroken', grounds: evidence, by, at }];
    return [
      { type: 'AgreementPerformed', asked: answer, evidence, by, at },
      { type: 'MatterConcluded', reason: 'agreementPerformed', by, at },
    ];
  },
};

/**
 * An agreement binds whoever agreed: of a group the representative who signs, and
 * each member who said so by their own code to these very terms. The matter ends
 * with it only if nobody is left; for the others it goes on to the opinion, and
 * what was agreed with some is a promise with a date of its own (decision 67).
 */
function bySome(matter: Matter, form: Offer['form'], dueOn: PlainDate, everybody = false) {
  if (!isGroup(matter)) return undefined;
  const { agreement, collective } = matter;
  const offer = agreement?.offer;
  const before = boundOf(matter);
  const open = Object.keys(collective?.members ?? {}).filter((member) => !before.has(member));
  if (open.length > 0 && !offer) {
    throw against('几个人共同提出的，代表不能替别人签。请先“把协议送各人答复”，各人凭自己的查询码答复后，再登记签订。', ARTICLE);
  }
  if (offer && (offer.form !== form || offer.until !== dueOn)) {
    throw against(`送各人答复的是${AGREEMENT_FORMS_OF[offer.form]}，${offer.until}前履行完，与这里填的不一样。改了内容的，请重新“把协议送各人答复”。`, ARTICLE);
  }
  const members = open.filter((member) => offer?.agreed.includes(member));
  const staying = open.length - members.length;
  if (staying === 0 && everybody) return undefined;
  return { members, agreed: before.size + members.length, staying, othersAsked: everybody };
}

const isGroup = ({ opening }: Matter) => (opening?.people ?? 1) > 1;

function mustBeMediated(form: Offer['form'], { agreement }: Matter): void {
  if (form === 'mediation' && agreement?.mediation !== 'open') throw against('还没有登记双方同意调解。请先“开始调解”，自行和解的请选和解协议。', ARTICLE);
}

function mustBeNegotiable({ route }: Matter): Refusal | undefined {
  return route === 'petitionProcedure' ? undefined : against('只有按信访程序受理的申诉求决可以调解、和解。', ARTICLE);
}

function mustLieBetween(on: PlainDate, from: PlainDate | undefined, what: string, at: Date): void {
  if (on > dateInChina(at)) throw against('日期晚于今天，请核对。');
  if (from && on < from) throw against(`日期早于${what}的日期（${from}），请核对。`);
}
