import type { MatterAction } from '../../actions.ts';
import { against } from '../../decide/sentences.ts';
import type { Matter } from '../../matter.ts';
import type { ReviewCommand } from './commands.ts';

type Of<Type extends ReviewCommand['type']> = Extract<ReviewCommand, { type: Type }>;

/** 第三十六条第三款: the one lawful end of this kind. Facts and reasons of both matters lie side by side, put there by a person. */
export function compare(command: Of<'compareWithEarlier'>, matter: Matter): MatterAction[] {
  const { earlier, factsBefore, factsNow, reasonsBefore, reasonsNow, samePetitioner, newFactsClaimed, by, at } = command;
  if (earlier.no === matter.opening?.no) throw against('请填写先前已经复核的那一件的编号，不是本件的编号。');
  if (!samePetitioner) {
    throw against('不再受理只对先前请求复核的信访人本人。别人就同样的事提出的，是他自己的信访事项，请照常登记、办理。', '第三十六条第三款');
  }
  if (!earlier.recheckDeliveredOn) {
    throw against('先前的一件没有送达的复核意见，不能以它为由不再受理。复查期限过了，只是不能再复查，不等于不受理。', '第三十六条第三款');
  }
  if (matter.firstReceipt && matter.firstReceipt < earlier.recheckDeliveredOn) {
    throw against(`本件在复核意见送达（${earlier.recheckDeliveredOn}）之前就收到了，不是复核以后再提的。请并入先前的一件，告知办理结果。`, '第十九条第三款');
  }
  const texts = { factsBefore, factsNow, reasonsBefore, reasonsNow };
  return [{ type: 'EarlierCompared', earlier: earlier.id, earlierNo: earlier.no, ...texts, samePetitioner, newFactsClaimed, by, at }];
}

/** A second person decides; where the petitioner says that something is new, that person answers to it by itself (不变量 15). */
export function refuse({ refused, grounds, notNew, by, at }: Of<'refuseFurther'>, { comparison }: Matter): MatterAction[] {
  const { earlier, earlierNo, newFactsClaimed, comparedBy } = comparison!;
  if (by.person === comparedBy) throw against('对照的人不能自己决定不再受理，请由另一名工作人员审核。', '第三十六条第三款');
  if (!refused) return [{ type: 'FurtherRefusalDropped', earlierNo, grounds, by, at }];
  if (newFactsClaimed && !notNew)
    throw against('信访人提出了新的事实或者理由。认为不是新的，要逐条写明为什么；是新的，请选“不同意”，作为新的事项办理。', '第三十六条第三款');
  return [{ type: 'FurtherAcceptanceRefused', earlier, earlierNo, comparedBy, grounds, ...(newFactsClaimed && notNew && { notNew }), by, at }];
}
