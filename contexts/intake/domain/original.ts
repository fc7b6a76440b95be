import type { Intake, IntakeAction } from './intake.ts';

/**
 * Who reads what came, once it has become matters: those who registered it, said
 * what it is, or moved a part of it away; they know it. Everybody else at the desk,
 * its head as well, reads the matters, and the page of every intake has one form for
 * them, so that a letter that also accuses somebody cannot be told from any other
 * (第三十条第三款, 不变量 27、28): the head may be the one who is accused.
 */
export function readsOriginal({ stage }: Pick<Intake, 'stage'>, past: readonly Pick<IntakeAction, 'type' | 'by'>[], person: string): boolean {
  if (stage !== 'split') return true;
  return past.some(({ type, by }) => HANDS.includes(type) && by.person === person);
}

const HANDS: readonly IntakeAction['type'][] = ['IntakeReceived', 'IntakeRegistered', 'IntakeClassified', 'PartSealed'];
