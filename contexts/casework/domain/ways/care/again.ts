import { against } from '../../decide/sentences.ts';
import type { Matter } from '../../matter.ts';
import { recusalsOf } from './state.ts';

/**
 * The same ground against the same person once more. As a court does it
 * (民事诉讼法第五十条, by analogy): it is looked at again once, here by the organ
 * above, and the work does not stop for it. A new ground is heard as the first was.
 *
 * @throws Refusal where that was done already
 */
export function isAgain(matter: Matter, person: string, newGround = false): boolean {
  const before = recusalsOf(matter).filter((one) => one.person === person);
  if (newGround || before.length === 0) return false;
  if (!before.some(({ again }) => again)) return true;
  throw against(
    '对这名工作人员，同样的理由已经决定过，也重新看过，决定都是不用回避，理由见办理经过。理由相同的不再重复处理，本件照常办理；有新的理由的，请写明并选“有新的理由”，随时重新审查。对办理人员的作风、做法有意见的，可以投诉。',
    '第二十八条第三款',
  );
}
