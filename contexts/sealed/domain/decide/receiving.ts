import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { SealedAction } from '../actions.ts';
import type { CommandOf } from '../commands.ts';
import { canBeHandedBack, lastReceipt, pendingTransfer, type SealedFile, type Transfer } from '../file.ts';
import { AUTHORITY, mustBe, mustBeOutside, mustMatch } from '../guard.ts';

/** Who it is sent to signs for it or gives reasons against it, and sends it on to the level whose business it is (lifecycle 47, 48; B09, B10). */
export const decideReceiving = {
  receive({ pages, sealNo, higher, repeated, by, at }: CommandOf<'receive'>, file: SealedFile): SealedAction[] {
    mustBe(file, '签收', 'transferred', 'forwarded');
    const sent = pendingTransfer(file)!;
    mustMatch({ pages, sealNo }, sent);
    if (higher && sent.line !== 'discipline') throw new Refusal('AgainstRule', '“属上级管辖”只由纪检监察机关写。不归本机关管的，请写明理由拒收。');
    const found = { ...(higher && { higher: true as const }), ...(repeated && { repeated: true as const }) };
    return [
      { type: 'SealedReceiptConfirmed', pages, sealNo, ...found, by, at },
      ...disciplineReceived(sent).map((type) => ({ type, by, at })),
      ...(lastReceipt(file) ? [] : [{ type: 'MatterConcluded', reason: 'accusationHandedOver', by, at } as const]),
    ];
  },

  refuse({ reason, noAccusation, by, at }: CommandOf<'refuse'>, file: SealedFile): SealedAction[] {
    mustBe(file, '拒收', 'transferred', 'forwarded');
    if (noAccusation && lastReceipt(file)) {
      throw new Refusal('AgainstRule', '这件已经有纪检监察机关签收过，是不是检举控告由签收的机关定。不归本机关管的，写明理由拒收，退给它。', AUTHORITY);
    }
    return [{ type: 'SealedTransferRefused', reason, ...(noAccusation && { noAccusation: true as const }), by, at }];
  },

  /** Before it is signed for nobody there can read it: that it accuses nobody is found out after that (lifecycle 47: refused → TRIAGED). */
  handBack({ reason, by, at }: CommandOf<'handBack'>, file: SealedFile): SealedAction[] {
    mustBe(file, '退回', 'concluded');
    if (!canBeHandedBack(file)) {
      throw new Refusal('AgainstRule', '已经登记过办理情况，或者是别的纪检监察机关转来的，不能再退回信访部门。按管理权限办理或者转送。', AUTHORITY);
    }
    return [{ type: 'SealedTransferRefused', reason, noAccusation: true, by, at }];
  },

  forward({ way, on, recipient: to, slipNo, packet, by, at }: CommandOf<'forward'>, file: SealedFile): SealedAction[] {
    mustBe(file, '转送', 'concluded');
    const held = lastReceipt(file)!;
    if (held.line !== 'discipline') throw new Refusal('AgainstRule', '报送上级、转交下级只在纪检监察机关之间。');
    if (to && to === held.to) mustBeOutside(false);
    const earliest = dateInChina(held.receivedAt!);
    if (on < earliest || on > dateInChina(at)) throw new Refusal('AgainstRule', `日期应在${earliest}和今天之间，请核对。`);
    const type = way === 'up' ? 'AccusationForwardedUp' : 'AccusationForwarded';
    if (!to) return [{ type, on, by, at }];
    if (!packet) throw new Refusal('Invalid', '请清点页数、加封，写上页数和封签号，再转送。');
    return [{ type, on, to, ...packet, slipNo, by, at }];
  },
};

function disciplineReceived({ line, way }: Transfer): ('DisciplineReceived' | 'DisciplineReceivedFromSuperior')[] {
  if (line !== 'discipline') return [];
  return [way === 'down' ? 'DisciplineReceivedFromSuperior' : 'DisciplineReceived'];
}
