import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Decider, Done, Words } from '#kernel/decider.ts';
import type { Law } from '#kernel/law.ts';
import { Refusal } from '#kernel/refusal.ts';
import { MARKS, type Mark, type Opening, type SealedAction, type Whom } from './actions.ts';
import { clocksAfter, newestOf } from './clocks.ts';
import { changesOf, initial, SEALED_STAGES, type SealedFile } from './file.ts';

/** What may be done with an accusation (lifecycle 9, 47, 48). Who is competent comes in from the directory; whether that is lawful is decided here. */
export type SealedCommand = Done &
  (
    | { readonly type: 'open'; readonly opening: Opening }
    | {
        readonly type: 'classify';
        readonly accusedUnit: string;
        readonly whom: Whom;
        readonly accused?: Words;
        readonly recipient: string | undefined;
        readonly desk: string | undefined; // who goes on with it: not the accused's
      }
    | {
        readonly type: 'transfer';
        readonly recipient: string | undefined;
        readonly isOutside: boolean; // neither the accused's unit nor under it
        readonly pages: number;
        readonly sealNo: string;
        readonly slipNo: string;
      }
    | { readonly type: 'receive'; readonly pages: number; readonly sealNo: string }
    | { readonly type: 'refuse'; readonly reason: Words }
    | { readonly type: 'mark'; readonly mark: Mark; readonly on: PlainDate }
  );

export type SealedDecider = Decider<SealedCommand, SealedAction, SealedFile>;

export interface Ground {
  readonly lawOf: (version: string) => Law;
  readonly calendar: string; // in force now
}

const SECRECY = '第三十条第三款';
const AUTHORITY = '第二十二条第二款';

export function sealedDecider({ lawOf, calendar }: Ground): SealedDecider {
  const evolve = (file: SealedFile, action: SealedAction & { readonly calendar?: string }): SealedFile => {
    const after = { ...file, ...changesOf(file, action) };
    if (!after.opening) return after;
    return { ...after, clocks: clocksAfter(file, after, action, lawOf(after.opening.pack), action.calendar ?? calendar) };
  };
  return { initial, evolve, decide: (command, file) => decide(command, file, evolve) };
}

function decide(command: SealedCommand, file: SealedFile, evolve: SealedDecider['evolve']): SealedAction[] {
  const { by, at } = command;
  const done = { by, at };
  switch (command.type) {
    case 'open':
      return file.stage === 'unknown' ? [{ type: 'MatterOpened', ...command.opening, ...done }] : [];
    case 'classify': {
      mustBe(file, '确认被反映人', 'received', 'classified');
      const { accusedUnit, whom, accused, recipient, desk } = command;
      if (!recipient || !desk) throw nobodyCompetent();
      const classified = { type: 'MatterClassified', kind: 'accusation', accusedUnit, whom, ...(accused && { accused }), ...done } as const;
      return desk === file.desk ? [classified] : [classified, { type: 'PassedToNextPetitionDept', to: desk, ...done }];
    }
    case 'transfer': {
      mustBe(file, '移送', 'classified');
      const { recipient: to, isOutside, pages, sealNo, slipNo } = command;
      if (!to) throw nobodyCompetent();
      if (!isOutside) throw new Refusal('AgainstRule', '不能移送给被反映人所在的单位或者它的下级。请核对名录中的干部管理权限。', SECRECY);
      const transferred = { type: 'AccusationTransferred', to, pages, sealNo, slipNo, told: {}, ...done } as const;
      const due = newestOf(evolve(file, transferred).clocks, 'A35')?.legalOn;
      return [{ ...transferred, told: due ? { A35: due } : {} }];
    }
    case 'receive': {
      mustBe(file, '签收', 'transferred');
      const sent = file.transfers.at(-1)!;
      if (command.pages !== sent.pages || command.sealNo !== sent.sealNo) {
        throw new Refusal('AgainstRule', '清点的页数或者封签号和移送单不一致，没有签收。请再清点一次；确实不一致的，写明情况拒收。', AUTHORITY);
      }
      const { pages, sealNo } = command;
      return [
        { type: 'SealedReceiptConfirmed', pages, sealNo, ...done },
        { type: 'DisciplineReceived', ...done },
        { type: 'MatterConcluded', reason: 'accusationHandedOver', ...done },
      ];
    }
    case 'refuse':
      mustBe(file, '拒收', 'transferred');
      return [{ type: 'SealedTransferRefused', reason: command.reason, ...done }];
    case 'mark':
      return [markOf(command, file)];
  }
}

function markOf({ mark, on, by, at }: Extract<SealedCommand, { type: 'mark' }>, file: SealedFile): SealedAction {
  mustBe(file, '登记办理情况', 'concluded');
  if (file.marks[mark]) throw new Refusal('AgainstRule', `“${MARKS[mark]}”已经登记过了，不重复登记。`);
  if (mark === 'SealedFeedbackRecorded' && !file.marks.AccusationHandled) throw new Refusal('AgainstRule', '还没有登记办结，不能登记反馈。请先登记办结。');
  const from = mark === 'SealedFeedbackRecorded' ? file.marks.AccusationHandled : undefined;
  const earliest = from ?? dateInChina(file.transfers.at(-1)?.receivedAt ?? at);
  if (on < earliest || on > dateInChina(at)) throw new Refusal('AgainstRule', `日期应在${earliest}和今天之间，请核对。`);
  return { type: mark, on, by, at };
}

const nobodyCompetent = () =>
  new Refusal('AgainstRule', '名录中没有在被反映人单位以外、按干部管理权限可以接收的纪检监察机关。请联系系统管理员在名录中补上，不要说明是什么事。', AUTHORITY);

function mustBe({ stage }: SealedFile, what: string, ...stages: readonly SealedFile['stage'][]): void {
  if (stage === 'unknown') throw notHere();
  if (!stages.includes(stage)) throw new Refusal('WrongStage', `这件现在是“${SEALED_STAGES[stage]}”，不能${what}。请刷新页面，看现在该做什么。`);
}

/** Whoever may not know of a file hears the same as of one that does not exist. */
export const notHere = () => new Refusal('NotFound', '没有这一件，或者不由您经办。请核对代号。');
