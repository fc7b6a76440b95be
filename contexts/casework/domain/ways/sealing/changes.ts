import { initial, type Matter } from '../../matter.ts';
import type { Changes } from '../rule.ts';
import type { SealingAction } from './actions.ts';

/** Of the matter only its number and its receipt are left, and that it was handed over: no unit has it, nothing says what it was about. */
export const SEALING_CHANGES: Changes<SealingAction> = {
  MatterSealed(matter) {
    const { opening, firstReceipt, desk, clocks } = matter;
    const gone = Object.fromEntries(Object.keys(matter).map((name) => [name, undefined])) as Partial<Matter>; // whatever else is added to the state
    return { ...gone, ...initial, stage: 'sealed', opening: opening!, firstReceipt: firstReceipt!, desk: desk!, clocks };
  },
};
