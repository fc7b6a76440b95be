import { dateInChina } from '#kernel/dates.ts';
import type { Law } from '#kernel/law.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { CommandType, MatterCommand } from '../commands.ts';
import { answerableOrgan, type Matter } from '../matter.ts';
import type { Organs } from '../organs.ts';
import { isRelated, PERMISSIONS } from '../permissions.ts';
import { STAGES, isOpen, type Stage } from '../stages.ts';
import { barring } from '../ways/care/state.ts';
import { instanceOf } from '../ways/review/outcome.ts';
import { COMMAND_NAMES } from '../names.ts';
import type { Asked } from '../ways/rule.ts';
import { CONDITIONS } from './conditions.ts';
import { notHere } from './sentences.ts';

/** Why this cannot be asked now, or undefined: the stage first, then who asks, then what the matter lacks. The workbench shows the same sentence. */
export function whyNot(type: CommandType, asked: Asked, document?: string): Refusal | undefined {
  const { matter, unit, organs } = asked;
  const { relations } = PERMISSIONS[type];
  const { stage } = matter;
  const name = COMMAND_NAMES[type];
  if (stage === 'sealed' || (stage === 'unknown' && type !== 'open')) return notHere();
  if (!isInStage(type, stage)) {
    return new Refusal('WrongStage', `本件现在是“${STAGES[stage].name}”，不能${name}。${wayOut(type, matter)}`);
  }
  if (!relations.some((relation) => isRelated(relation, matter, unit, organs, document))) {
    const holder = answerableOrgan(matter);
    const who = holder ? `现在由${organs.nameOf(holder)}负责` : '本件已经了结';
    return new Refusal('NotAllowed', `本单位不能对本件${name}：${who}。需要办理的，请与该单位联系。`);
  }
  return barred(asked) ?? CONDITIONS[type]?.(asked);
}

export function isInStage(type: CommandType, stage: Stage): boolean {
  const { stages } = PERMISSIONS[type];
  return stages === 'any' || (stages === 'open' ? isOpen(stage) : (stages as readonly string[]).includes(stage));
}

/** Whoever is challenged, or has stood aside, does nothing on the matter (不变量 30). */
function barred({ matter, person }: Asked): Refusal | undefined {
  const challenge = barring(matter, person);
  if (!challenge) return undefined;
  const why = challenge.state === 'pending' ? '有人申请您回避，决定之前您不能办理本件' : '您已经回避，不能办理本件';
  return new Refusal('AgainstRule', `${why}。请由本单位其他人办理。`, '第二十八条第三款');
}

export function mustBeAllowed(command: MatterCommand, matter: Matter, organs: Organs, law?: Law): void {
  const document = 'document' in command ? command.document : undefined;
  const refusal = whyNot(
    command.type,
    { matter, unit: command.by.unit, person: command.by.person, organs, today: dateInChina(command.at), ...(law && { law }) },
    document,
  );
  if (refusal) throw refusal;
}

/** What one can do instead, where there is something to say. */
function wayOut(type: CommandType, matter: Matter): string {
  const { stage } = matter;
  if (type === 'correct' && instanceOf(matter) !== 'handling') return '原意见有错的，由复查、复核机关在复查、复核意见中变更或者撤销。';
  if (stage === 'registered') return '请先甄别：确定种类、目的和内容分类。';
  if (stage === 'withdrawn') return '信访人已经撤回；反悔的，请先取消撤回。';
  if (stage === 'agreed') return '双方已经签订协议，请督促履行，到期向信访人核实。';
  if (stage === 'awaitingLeadership') return '已报请党委、政府决定，请等决定。';
  if (stage === 'jurisdictionPending') return '正在报请决定由谁受理，请等决定。';
  if (stage === 'accepted') return '请先指定承办人、开始办理。';
  if (type === 'accept' && (stage === 'inProgress' || stage === 'studying')) return '本件已经受理。';
  if (stage === 'concluded' || stage === 'archived') return '有新的事实或者理由的，请作为新的事项登记。';
  if (stage === 'opinionIssued') return '请先发出处理意见书，并登记发出凭证。';
  return '请刷新页面，看现在该做什么。';
}
