import type { ActionType } from '../vocabulary.ts';
import type { ClockId } from './rule.ts';

/**
 * What runs again beside the table of the statutes, whose `reopenedBy` names
 * only a part of it (decision 67): the text beside the table says that the
 * clocks that a withdrawal stopped run again with their old dates, and a redo
 * is owed again once the recheck for which it waited was refused.
 *
 * Of all that a withdrawal stops only A21 stays stopped: the days of a hearing
 * were left out up to the withdrawal, and a second stretch of them would move
 * the date of the recheck once more (不变量 49). The hearing itself goes on.
 */
// biome-ignore format: one line a group
export const RUNS_AGAIN: Readonly<Partial<Record<ActionType, readonly ClockId[]>>> = {
  RecheckRefused: ['A37'],
  WithdrawalUndone: [
    'A07', 'A08', 'A09', 'A11', 'A30', 'A31', 'A32', 'A34', 'A36', 'A40', 'A47',
    'B01', 'B02', 'B04', 'B05a', 'B05b', 'B05c', 'B05d',
    'C01', 'C02', 'C03b', 'C04', 'C05', 'C07b', 'C07c',
    'D01', 'D03', 'D04', 'D05', 'D06a', 'D06b', 'D07', 'D09', 'D16',
    'E04', 'E06',
  ],
};
