/** Which papers belong to no matter: they are numbered with a step of other work, or kept by the sealed line. */
import { CATALOGUE } from './catalogue.ts';
import type { PaperCode } from './kind.ts';

const SEALED: readonly PaperCode[] = ['F54', 'F55', 'F62'];

/** A report on something urgent is written in the matter as well (第二十五条). */
const ALSO_OF_MATTERS: readonly PaperCode[] = ['F49'];

/**
 * Why this one is not written in a matter; nothing where it may be. An order, a
 * decision of the joint conference or the minutes of a meeting without the step
 * that they tell would be a number and a seal on something that nobody decided (不变量 37、54).
 */
export function notOfMatters(code: PaperCode): string | undefined {
  const { name, effects } = CATALOGUE[code];
  if (SEALED.includes(code)) return `《${name}》是密件，由检举控告专管人员在密件中制作，不在信访事项里起草。`;
  if (!effects.goesWith || ALSO_OF_MATTERS.includes(code)) return undefined;
  return `《${name}》不在信访事项里起草：请到督办、建议、会议等工作里办那一步，文书随那一步取号。`;
}
