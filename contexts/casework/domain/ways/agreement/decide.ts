import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { newestOf } from '../../clocks.ts';
import { against, tooLate } from '../../decide/sentences.ts';
import type { Matter } from '../../matter.ts';
import { unfinished } from '../hearing/decide.ts';
import type { Conditions, Rules } from '../rule.ts';
import type { AgreementCommand } from './commands.ts';

const ARTICLE = '第三十三条';
const CONFIRMATION = '人民调解法第三十三条';

export const AGREEMENT_CONDITIONS: Conditions<AgreementCommand> = {
  startMediation({ matter }) {
    if (matter.agreement?.mediation === 'open') return against('已经在调解，请签订协议，或者登记调解不成。', ARTICLE);
    return mustBeNegotiable(matter);
  },
  failMediation: ({ matter }) => (matter.agreement?.mediation === 'open' ? undefined : against('没有正在进行的调解。', ARTICLE)),
  signAgreement: ({ matter }) => mustBeNegotiable(matter) ?? unfinished(matter, '第三十一条第六项'),
  recordAgreementEffect: ({ matter }) => (matter.agreement?.effectiveOn ? against('协议已经登记生效。', CONFIRMATION) : undefined),

  applyConfirmation({ matter, today }) {
    const right = newestOf(matter.clocks, 'B15');
    if (!right) return against('协议还没有登记生效。请先登记生效日期。', CONFIRMATION);
    if (right.stoppedOn) return against('已经登记申请司法确认。', CONFIRMATION);
    return today <= right.legalOn ? undefined : tooLate(`共同申请司法确认的期限已于${right.legalOn}届满；协议仍应当履行。`, CONFIRMATION);
  },
};

export const AGREEMENT_RULES: Rules<AgreementCommand> = {
  startMediation({ petitionerConsents, otherConsents, discretion, record, by, at }) {
    if (!petitionerConsents || !otherConsents) throw against('调解要双方都同意；有一方不同意的，请照常调查、作出处理意见。', ARTICLE);
    if (!discretion) throw against('只有自由裁量范围内、不违反强制性规定的事项可以调解，请照常作出处理意见。', ARTICLE);
    return [{ type: 'MediationStarted', bothConsent: true, record, by, at }];
  },

  failMediation: ({ grounds, by, at }) => [{ type: 'MediationFailed', grounds, by, at }],

  signAgreement({ form, petitionerFree, otherFree, terms, dueOn, by, at }, matter) {
    if (form === 'mediation' && matter.agreement?.mediation !== 'open')
      throw against('还没有登记双方同意调解。请先“开始调解”，自行和解的请选和解协议。', ARTICLE);
    if (!petitionerFree || !otherFree) throw against('协议要双方自愿；有一方不是自愿的，不能签订，请照常办理。', ARTICLE);
    if (dueOn < dateInChina(at)) throw against('履行的日期早于今天，请重新填写。', ARTICLE);
    return [{ type: 'AgreementSigned', form, bothFree: true, dueOn: { A38: dueOn }, terms, by, at }];
  },

  recordAgreementEffect({ on, by, at }, matter) {
    mustLieBetween(on, matter, at);
    return [{ type: 'AgreementEffective', on, by, at }];
  },

  applyConfirmation({ on, court, by, at }, matter) {
    mustLieBetween(on, matter, at);
    return [{ type: 'ConfirmationApplied', on, court, by, at }];
  },

  /** The petitioner is asked; a broken agreement gives the matter back with its old dates. */
  performAgreement({ answer, evidence, by, at }) {
    if (answer === 'petitionerDenies') return [{ type: 'AgreementBroken', grounds: evidence, by, at }];
    return [
      { type: 'AgreementPerformed', asked: answer, evidence, by, at },
      { type: 'MatterConcluded', reason: 'agreementPerformed', by, at },
    ];
  },
};

function mustBeNegotiable({ route }: Matter): Refusal | undefined {
  return route === 'petitionProcedure' ? undefined : against('只有按信访程序受理的申诉求决可以调解、和解。', ARTICLE);
}

function mustLieBetween(on: PlainDate, { agreement }: Matter, at: Date): void {
  if (on > dateInChina(at)) throw against('日期晚于今天，请核对。');
  if (agreement?.signedOn && on < agreement.signedOn) throw against(`日期早于签订协议的日期（${agreement.signedOn}），请核对。`);
}
