import { Refusal } from '#kernel/refusal.ts';
import type { MatterAction } from '../../actions.ts';
import { against } from '../../decide/sentences.ts';
import type { Matter } from '../../matter.ts';
import type { Asked } from '../rule.ts';
import type { ReviewCommand } from './commands.ts';

type Reaudit = Extract<ReviewCommand, { type: 'recordReaudit' }>;

const ARTICLE = '第三十六条第三款';

/** 抽查 (rights R3): never by the organ that refused, and once. */
export function canBeReaudited({ matter: { refusal }, unit, organs }: Asked): Refusal | undefined {
  if (refusal?.reaudit) return against('本件已经抽查过，结果在办理经过里。', ARTICLE);
  if (refusal?.unit !== unit) return undefined;
  return new Refusal('NotAllowed', `不再受理是${organs.nameOf(unit)}作出的，抽查要由本单位以外的机关办理。`, ARTICLE);
}

/** What was refused wrongly is opened again in the same act, with the dates that it had; the petitioner reads why. */
export function recordReaudit({ confirmed, grounds, by, at }: Reaudit, { refusal }: Matter): MatterAction[] {
  if (refusal?.persons.includes(by.person)) throw against('参加过对照、决定的人不能抽查自己的决定，请由别人办理。', ARTICLE);
  const recorded: MatterAction = { type: 'ReauditRecorded', confirmed, grounds, by, at };
  return confirmed ? [recorded] : [recorded, { type: 'MatterReopened', grounds, by, at }];
}
