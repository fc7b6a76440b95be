import { dateInChina } from '#kernel/dates.ts';
import { against } from '../../decide/sentences.ts';
import { kindOfRepeat, REPEAT_RULE, REPEATS, type RepeatKind } from '../../repeats.ts';
import type { Conditions, Rules } from '../rule.ts';
import type { RepeatsCommand } from './commands.ts';

/** A person may differ from the rule only in the petitioner's favour: that something is new, or that it is simply handled. */
const IN_FAVOUR: ReadonlySet<RepeatKind> = new Set(['newFacts', 'again']);

export const REPEATS_CONDITIONS: Conditions<RepeatsCommand> = {
  recordRepeat: ({ matter, person }) =>
    matter.repeat?.appealed && person === matter.repeat.decidedBy ? against('信访人不同意您的结论，请由本单位另一个人重新对照。', '系统默认规则') : undefined,
  appealRepeat({ matter }) {
    if (!matter.repeat) return against('本件没有和先前的一件对照过，没有可以不同意的结论。', '系统默认规则');
    return matter.repeat.appealed ? against('您已经提出过，正由另一个人重新对照。', '系统默认规则') : undefined;
  },
};

export const REPEATS_RULES: Rules<RepeatsCommand> = {
  recordRepeat({ earlier, sameFacts, sameReasons, aboutPromise, kind, grounds, by, at }, { opening, firstReceipt }) {
    if (earlier.no === opening?.no) throw against('请填写先前那一件的编号，不是本件的编号。');
    const proposed = kindOfRepeat(earlier, { sameFacts, sameReasons, aboutPromise }, firstReceipt ?? dateInChina(at), opening?.postmarkOn);
    if (kind !== proposed && !IN_FAVOUR.has(kind)) {
      const { name, does, article } = REPEATS[proposed];
      throw against(`按您对照的情况，是“${name}”：${does}。不同意的，只能改为有新的事实、理由，或者照常办理。`, article);
    }
    const compared = { sameFacts, sameReasons, aboutPromise };
    return [{ type: 'RepeatRecorded', earlier: earlier.id, earlierNo: earlier.no, ...compared, rule: REPEAT_RULE, proposed, kind, grounds, by, at }];
  },
  appealRepeat: ({ grounds, by, at }) => [{ type: 'RepeatAppealed', grounds, by, at }],
};
