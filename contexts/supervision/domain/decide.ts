/** What may be done with a complaint: it is received by an organ outside the unit, and answered once, with evidence that it was told. */
import type { Decider, Done, Words } from '#kernel/decider.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { evolveComplaint, type About, type Complaint, type ComplaintAction, type Result, type WayToTell } from './complaint.ts';

const ARTICLE = '信访工作条例第四十六条';

export type ComplaintCommand = Done &
  (
    | {
        readonly type: 'receive';
        readonly unit: string;
        readonly organ: string | undefined;
        readonly isOutside: boolean; // the organ is neither the unit nor under it
        readonly about: About;
        readonly matter: string | undefined;
        readonly member?: string | undefined;
        readonly words: Words;
        readonly contact: Words | undefined;
        readonly pack: string;
      }
    | {
        readonly type: 'answer';
        readonly result: Result;
        readonly words: Words;
        readonly length: number; // of the answer, in characters
        readonly told: WayToTell;
        readonly toldOn: PlainDate;
        readonly evidence: Words | undefined;
      }
  );

export const complaintDecider: Decider<ComplaintCommand, ComplaintAction, Complaint> = { initial: {}, decide, evolve: evolveComplaint };

function decide(command: ComplaintCommand, { received, answered }: Complaint): ComplaintAction[] {
  const { by, at } = command;
  if (command.type === 'receive') {
    const { unit, organ, isOutside, about, matter, member, words, contact, pack } = command;
    if (!organ) throw new Refusal('AgainstRule', '名录中没有该单位以外可以受理投诉的机关。请联系系统管理员设定，或者向上一级信访部门反映。', ARTICLE);
    if (!isOutside) throw new Refusal('AgainstRule', '对一个单位的投诉不能由它自己或它的下级处理。请在名录中另行指定机关。', ARTICLE);
    if (received) return []; // sent twice: the first one counts
    const whose = { ...(matter && { matter }), ...(matter && member && { member }), ...(contact && { contact }) };
    return [{ type: 'ConductComplaintReceived', unit, organ, about, words, pack, ...whose, by, at }];
  }
  if (!received) throw notHere();
  if (answered) throw new Refusal('WrongStage', '这件投诉已经答复。有新的情况，请投诉人另行提出。');
  const { result, words, length, told, toldOn, evidence } = command;
  if (length < 10) throw new Refusal('AgainstRule', '答复太短。请写明查了什么、结果如何、怎么改正。', ARTICLE);
  if (toldOn > dateInChina(at) || toldOn < dateInChina(received.at)) throw new Refusal('AgainstRule', '告知的日期应在收到投诉之后、今天之前（含今天）。');
  if (told === 'progressPage' && !received.matter)
    throw new Refusal('AgainstRule', '这件投诉没有关联信访事项，投诉人没有进度页面可看。请用书面、电话或当面告知。');
  if (told !== 'progressPage' && !evidence) throw new Refusal('AgainstRule', '请写明告知的凭据：邮寄单号、通话记录编号或者签收情况。', ARTICLE);
  return [{ type: 'ConductComplaintAnswered', result, words, told, toldOn, ...(evidence && { evidence }), by, at }];
}

/** Whoever may not know hears the same as whoever is wrong. */
export const notHere = () =>
  new Refusal('NotFound', '没有这件投诉，或者不由您所在的单位处理。请从“评价与投诉”的清单里打开；在别的单位有职务的，先换到那个单位。');
