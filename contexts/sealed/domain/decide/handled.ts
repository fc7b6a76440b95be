import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { MARKS, type Mark, type SealedAction } from '../actions.ts';
import type { CommandOf } from '../commands.ts';
import { lastReceipt, type SealedFile } from '../file.ts';
import { mustBe } from '../guard.ts';

/** Of what the organ with power does with it: that it happened, and on which day. No content (lifecycle 48; B07, B08, B10). */
export const decideHandled = {
  mark({ mark, on, by, at }: CommandOf<'mark'>, file: SealedFile): SealedAction[] {
    mustBe(file, '登记办理情况', 'concluded');
    const held = lastReceipt(file)!;
    const made = file.marks.filter(({ unit }) => unit === held.to);
    const dayOf = (which: Mark) => made.find((one) => one.mark === which)?.on;
    if (dayOf(mark)) throw new Refusal('AgainstRule', `“${MARKS[mark]}”已经登记过了，不重复登记。`);
    if (TO_REPORTER.has(mark) && !file.opening?.realName) throw new Refusal('AgainstRule', '这件没有留名和联系方式，没有可以告知的人，不登记这一项。');
    const handled = dayOf('AccusationHandled');
    if (mark === 'SealedFeedbackRecorded' && !handled) throw new Refusal('AgainstRule', '还没有登记办结，不能登记反馈。请先登记办结。');
    const earliest = mark === 'SealedFeedbackRecorded' ? handled! : dateInChina(held.receivedAt ?? at);
    if (on < earliest || on > dateInChina(at)) throw new Refusal('AgainstRule', `日期应在${earliest}和今天之间，请核对。`);
    return [{ type: mark, on, by, at }];
  },
};

const TO_REPORTER: ReadonlySet<Mark> = new Set(['ReporterNotified', 'SealedFeedbackRecorded']);
