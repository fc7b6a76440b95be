import { countDues } from '#kernel/clocks/dues.ts';
import { dateInChina } from '#kernel/dates.ts';
import { against } from '../../decide/sentences.ts';
import { isFor, mustEndInTerm, nothingToSign } from '../promises/decide.ts';
import type { Conditions, Rules } from '../rule.ts';
import type { CollectiveCommand } from './commands.ts';

const VISIT = '第二十条第三款';
const OWN_ACT = '系统默认规则';

export const COLLECTIVE_CONDITIONS: Conditions<CollectiveCommand> = {
  openRoster: ({ matter }) =>
    (matter.opening?.people ?? 1) > 1 ? undefined : against('本件登记的是一个人提出的，不需要名册。几个人共同提出的，请在登记时写明人数。', VISIT),
  joinRoster: mustHaveRoster,
  leaveRoster: mustHaveRoster,
  answerWithdrawal: (asked) =>
    mustHaveRoster(asked) ??
    (asked.matter.withdrawal && !asked.matter.withdrawal.confirmedOn ? undefined : against('代表没有申请撤回，或者已经有了结果，不需要答复。', OWN_ACT)),
  signAsMember: (asked) => mustHaveRoster(asked) ?? nothingToSign(asked.matter),
  cancelAsMember: mustHaveRoster,
};

function mustHaveRoster({ matter }: { readonly matter: { readonly collective?: object } }) {
  return matter.collective ? undefined : against('本件没有名册。请代表先开设名册，再把加入码交给各人。', OWN_ACT);
}

export const COLLECTIVE_RULES: Rules<CollectiveCommand> = {
  openRoster({ representatives, election, by, at }, { opening, collective }, _, __, { limits }) {
    const most = limits.representatives.people;
    if (representatives < 1) throw against('请推选至少一名代表：回复送到代表，由代表转告各人。', '山东省信访条例第二十七条');
    if (opening?.channel === 'visit' && representatives > most) {
      throw against(`来访的代表最多${most}人，现在是${representatives}人。其他人可以凭加入码加入名册，同样查得到、评得到。`, VISIT);
    }
    return [{ type: 'RosterOpened', representatives, round: (collective?.round ?? 0) + 1, ...(election && { election }), by, at }];
  },

  joinRoster({ member, card, by, at }, { collective }) {
    if (collective?.members[member]) throw against('您已经在名册里，凭您的查询码就能查看。', OWN_ACT);
    return [{ type: 'MemberJoined', member, card, by, at }];
  },

  leaveRoster({ member, by, at }, { collective }) {
    if (!collective?.members[member]) throw against('名册里没有您，不需要退出。', OWN_ACT);
    return [{ type: 'MemberLeft', member, by, at }]; // what they signed goes with the name
  },

  answerWithdrawal({ member, agrees, by, at }, { collective }) {
    if (!collective?.members[member]) throw against('名册里没有您，不需要答复。想加入的，请用代表给的加入码。', OWN_ACT);
    return [{ type: agrees ? 'MemberAgreedToWithdraw' : 'MemberStays', member, by, at }];
  },

  /** Each for themselves or not at all: no representative signs for another, and nothing depends on it (rights R7, 不变量 22 and 23). */
  signAsMember({ member, parts, until, by, at }, matter, _, calendar, law) {
    const { collective } = matter;
    if (!collective?.members[member]) throw against('名册里没有您，这份承诺书签不了；不签不影响办理。想签的，请先用代表给的加入码加入名册。', OWN_ACT);
    const own = collective.signed[member];
    if (own && !own.cancelledOn) throw against('您已经签了双向承诺书，凭您的查询码随时可以退出。', OWN_ACT);
    const nothing = nothingToSign(matter, member);
    if (nothing) throw nothing;
    if (!parts.every((part) => isFor(matter, part, member)))
      throw against('其中有单位与别人达成的协议，您没有同意过，不在您的承诺书里。请刷新后重新看一遍。', OWN_ACT);
    mustEndInTerm(until, at, matter);
    const cooling = countDues({ clock: 'E02', startedOn: dateInChina(at), startedAt: at, extendedDays: 0, suspendedDays: 0 }, law, calendar);
    const days = { until, ...(cooling && { coolingUntil: cooling.legalOn }) };
    return [{ type: 'MemberSignedCommitment', member, parts, savingClause: true, ...days, by, at }];
  },

  cancelAsMember({ member, by, at }, { collective }) {
    const own = collective?.signed[member];
    if (!own || own.cancelledOn) throw against('您没有签双向承诺书，不需要退出。', OWN_ACT);
    return [{ type: 'MemberLeftCommitment', member, by, at }];
  },
};
