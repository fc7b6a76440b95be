import { Refusal } from '#kernel/refusal.ts';
import type { SealedAction } from '../actions.ts';
import { newestOf } from '../clocks.ts';
import type { CommandOf } from '../commands.ts';
import type { SealedFile } from '../file.ts';
import { CADRES, mustBe, mustBeOutside, nobodyCompetent, SECRECY } from '../guard.ts';

/** The desk of the petition department: it comes in, is said to be about whom, and leaves for the organ with power (lifecycle 9). */
export const decideTriage = {
  open({ opening, by, at }: CommandOf<'open'>, { stage }: SealedFile): SealedAction[] {
    return stage === 'unknown' ? [{ type: 'MatterOpened', ...opening, by, at }] : [];
  },

  /** Whoever is told the days of it holds another code now. */
  replaceCode({ from, code, by, at }: CommandOf<'replaceCode'>, { opening }: SealedFile): SealedAction[] {
    const isTold = opening?.codes?.some(({ hmac }) => from.includes(hmac));
    return isTold ? [{ type: 'PetitionerCodeReplaced', from, code, by, at }] : [];
  },

  /** Given out here, where the ordinary desk may not know of it: how the person was told is written down, as there. */
  giveCode({ from, code, checked, by, at }: CommandOf<'giveCode'>, file: SealedFile): SealedAction[] {
    mustBe(file, '补发查询码', 'received', 'classified', 'transferred', 'concluded', 'forwarded');
    if (!file.opening?.codes?.some(({ hmac }) => from.includes(hmac)))
      throw new Refusal('AgainstRule', '这件登记时没有给过查询码，没有可以补发的。要看办到哪一步，请当面告诉来人日期。');
    return [{ type: 'PetitionerCodeReplaced', from, code, checked, by, at }];
  },

  classify({ accusedUnit, whom, also = [], line, accused, recipient, desk, by, at }: CommandOf<'classify'>, file: SealedFile): SealedAction[] {
    mustBe(file, '确认被反映人', 'received', 'classified');
    if (!recipient || !desk) throw nobodyCompetent();
    const said = { accusedUnit, whom, ...(also.length > 0 && { also }), ...(line === 'politicalLegal' && { line }), ...(accused && { accused }) };
    const classified = { type: 'MatterClassified', kind: 'accusation', ...said, by, at } as const;
    return desk === file.desk ? [classified] : [classified, { type: 'PassedToNextPetitionDept', to: desk, by, at }];
  },

  /** What was sealed away and accuses nobody goes back to the desk, with the dates that it had; two organs say so, the one with power first (lifecycle 47: refused → TRIAGED). */
  giveBack({ reason, by, at }: CommandOf<'giveBack'>, file: SealedFile): SealedAction[] {
    mustBe(file, '转回一般信访办理', 'classified');
    const refused = file.transfers.at(-1)?.refused;
    if (!refused?.noAccusation) {
      throw new Refusal('AgainstRule', '有权处理的机关写明“不是检举控告”拒收以后，才能转回一般信访办理。请先移送。', SECRECY);
    }
    if (refused.by === by.person) throw new Refusal('AgainstRule', '拒收的人不能自己转回，请由另一名密件专管员核对原件后办理。', SECRECY);
    if (Object.keys(file.reports.owed).length > 0) throw new Refusal('AgainstRule', '已经定了要通报、报送的，还没有送出。请先送出，再转回。', CADRES);
    if (!file.opening?.intake) {
      throw new Refusal('AgainstRule', '这件移入得早，没有记下是哪件来件，不能自动转回。请把原件交信访部门重新登记，收到日期照原来的写。', '第二十二条第一款');
    }
    return [{ type: 'AccusationReturned', reason, by, at }];
  },

  transfer(command: CommandOf<'transfer'>, file: SealedFile, evolve: (file: SealedFile, action: SealedAction) => SealedFile): SealedAction[] {
    mustBe(file, '移送', 'classified');
    const { recipient: to, isOutside, pages, sealNo, slipNo, by, at } = command;
    if (!to) throw nobodyCompetent();
    mustBeOutside(isOutside);
    const line = file.accused?.line === 'politicalLegal' ? ({ line: 'politicalLegal' } as const) : {};
    const transferred = { type: 'AccusationTransferred', to, ...line, pages, sealNo, slipNo, told: {}, by, at } as const;
    const due = newestOf(evolve(file, transferred).clocks, 'A35')?.legalOn;
    return [{ ...transferred, told: due ? { A35: due } : {} }];
  },
};
