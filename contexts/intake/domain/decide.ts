import { dateInChina } from '#kernel/dates.ts';
import type { Decider, Done, Words } from '#kernel/decider.ts';
import type { Law } from '#kernel/law.ts';
import { Refusal } from '#kernel/refusal.ts';
import { intakeClocks } from './clocks.ts';
import { initial, INTAKE_STAGES, type Intake, type IntakeAction, type IntakePurpose, type Received } from './intake.ts';

export type IntakeCommand = Done &
  (
    | { type: 'register'; received: Received; receivedAt: Date; inPerson: boolean; oral?: 'signature' | 'voice' | 'refused'; drawn?: Words; card?: Words }
    | { type: 'classify'; purpose: IntakePurpose; matters: readonly string[]; sealed: boolean }
    | { type: 'answer'; answer: Words; basis: Words }
    | { type: 'giveDirection'; place: Words }
    | { type: 'assignLobbyManager'; card: Words }
    | { type: 'replaceCode'; checked: Words }
    | { type: 'linkCall'; call: string }
    | { type: 'unlinkCall' }
    | { type: 'sealPart'; matter: string }
    | { type: 'returnPart'; matter: string }
    | { type: 'convert'; matters: readonly string[] }
  );

/** An intake is small: it comes, a person says what it is, and an inquiry is answered (lifecycle 4: 1, 3, 5, 6, 36, 38). */
export function intakeDecider(lawOf: (version: string) => Law, calendar: string): Decider<IntakeCommand, IntakeAction, Intake> {
  return { initial, decide, evolve: evolveIntake(lawOf, calendar) };
}

function decide(command: IntakeCommand, intake: Intake): IntakeAction[] {
  const { by, at } = command;
  switch (command.type) {
    case 'register': {
      const { received, receivedAt, inPerson, oral, drawn, card } = command;
      if (intake.stage !== 'unknown') throw new Refusal('Stale', '这件来件已经登记，不重复登记。');
      if (receivedAt > at) throw new Refusal('AgainstRule', '收到的时间晚于现在，请核对。');
      mustBePosted(received, receivedAt);
      const late = dateInChina(receivedAt) < dateInChina(at);
      const then = { by, at: receivedAt };
      return [
        { type: 'IntakeReceived', ...received, ...(late && { lateEntry: true }), ...then },
        ...(inPerson ? [{ type: 'ContactStarted', ...then } as const] : []),
        ...(received.isPetitionDept ? [{ type: 'PetitionDeptReceived', level: received.level, ...then } as const] : []),
        { type: 'IntakeRegistered', by, at },
        { type: 'IntakeEntered', by, at },
        ...(oral ? [{ type: 'OralRecordConfirmed', how: oral, ...(drawn && { drawn }), by, at } as const] : []),
        ...(card ? [{ type: 'HandlerCardGiven', card, by, at } as const] : []),
      ];
    }
    case 'classify': {
      if (intake.stage !== 'registered') throw wrongStage(intake, '甄别');
      const { purpose, matters, sealed } = command;
      return [{ type: 'IntakeClassified', purpose, matters, sealed, by, at }];
    }
    case 'answer':
      if (intake.stage === 'registered') throw new Refusal('WrongStage', '请先确定这是咨询还是感谢。请求解决问题的，要立为信访事项，不能当场答复了结。');
      if (intake.stage !== 'classified') throw wrongStage(intake, '答复');
      return [{ type: 'InquiryAnswered', answer: command.answer, basis: command.basis, by, at }];
    case 'giveDirection':
      if (intake.stage === 'unknown') throw wrongStage(intake, '书面指明去向');
      return [{ type: 'DirectionGiven', place: command.place, by, at }];
    case 'assignLobbyManager':
      if (intake.stage === 'unknown') throw wrongStage(intake, '指定大堂经理');
      if (!('D16' in intake.clocks)) throw new Refusal('AgainstRule', '本地没有大堂经理接件的规定，不用指定。请直接甄别。', '地方做法：潍坊');
      return [{ type: 'LobbyManagerAssigned', card: command.card, by, at }];
    case 'replaceCode':
      if (intake.stage === 'unknown') throw wrongStage(intake, '补发查询码');
      return [{ type: 'CodeReplaced', checked: command.checked, by, at }];
    case 'linkCall':
      if (intake.stage !== 'registered' && intake.stage !== 'split') throw wrongStage(intake, '算作应征集提的建议');
      if (intake.sealed) throw new Refusal('AgainstRule', '这件来件有一部分已经移送，不算进征集的件数。其余的建议照样办理。', CALLS);
      if (intake.call === command.call) throw new Refusal('Stale', '已经算在这次征集里了，不用再选。', CALLS);
      return [{ type: 'CallLinked', call: command.call, by, at }];
    case 'unlinkCall':
      if (!intake.call) throw new Refusal('Stale', '这件来件没有算在哪次征集里，不用取消。请刷新页面。', CALLS);
      return [{ type: 'CallUnlinked', call: intake.call, by, at }];
    case 'sealPart':
      if (!intake.matters.includes(command.matter)) throw wrongStage(intake, '移入密件');
      return [{ type: 'PartSealed', matter: command.matter, by, at }];
    case 'returnPart':
      if (!intake.sealed) throw wrongStage(intake, '收回密件线转回的部分');
      return [{ type: 'PartReturned', matter: command.matter, by, at }];
    case 'convert':
      if (intake.stage !== 'classified' && intake.stage !== 'replied') throw wrongStage(intake, '转为信访事项');
      return [{ type: 'IntakeClassified', purpose: 'matters', matters: command.matters, sealed: false, by, at }];
  }
}

const CALLS = '第二十九条第三款';

/** What does not exist, what is another office's, and what was sealed away sound alike: nobody learns from it which of them it is (不变量 28). */
export const noSuchIntake = () => new Refusal('NotFound', '没有这件来件，或者不在本单位经手的范围内。请核对收件号。');

const wrongStage = ({ stage }: Intake, what: string) =>
  stage === 'unknown' ? noSuchIntake() : new Refusal('WrongStage', `这件来件现在是“${INTAKE_STAGES[stage]}”，不能${what}。请刷新页面，看现在该做什么。`);

/** @throws Refusal where it could not have been posted then, or was not posted at all */
function mustBePosted({ channel, postmarkOn }: Received, receivedAt: Date): void {
  if (!postmarkOn) return;
  if (channel !== 'letter') throw new Refusal('AgainstRule', '只有来信才有邮戳。请删去邮戳日期，或者把渠道改为来信。', POSTED);
  if (postmarkOn > dateInChina(receivedAt)) throw new Refusal('AgainstRule', '邮戳日期晚于收到的日期，请核对。', POSTED);
}

const POSTED = '《民事诉讼法》第八十五条（参照）';

function evolveIntake(lawOf: (version: string) => Law, calendar: string) {
  return (intake: Intake, action: IntakeAction & { readonly calendar?: string }): Intake => {
    const changed = { ...intake, ...changesOf(intake, action) };
    if (!changed.received) return changed;
    const law = lawOf(changed.received.pack);
    return { ...changed, clocks: intakeClocks(intake.clocks, changed, action, law, action.calendar ?? calendar) };
  };
}

function changesOf(intake: Intake, action: IntakeAction): Partial<Intake> {
  switch (action.type) {
    case 'IntakeReceived': {
      const { type: _, by: __, at, ...received } = action;
      return {
        stage: 'registered',
        received,
        receivedAt: at,
        firstReceipt: dateInChina(at),
        desk: received.receivedBy,
        ...(received.call && { call: received.call }),
      };
    }
    case 'IntakeClassified':
      return {
        purpose: action.purpose,
        matters: [...intake.matters, ...action.matters],
        sealed: intake.sealed || action.sealed,
        stage: action.purpose === 'matters' ? 'split' : action.purpose === 'accusation' ? 'sealed' : 'classified',
      };
    case 'PartSealed': {
      const matters = intake.matters.filter((id) => id !== action.matter);
      return { matters, sealed: true, ...(matters.length === 0 && { stage: 'sealed' as const }) };
    }
    case 'PartReturned':
      return { matters: [...intake.matters, action.matter], stage: 'split' };
    case 'CallLinked':
      return { call: action.call };
    case 'CallUnlinked':
      return { call: undefined };
    case 'InquiryAnswered':
      return { stage: 'replied', answered: true };
    default:
      return {};
  }
}
