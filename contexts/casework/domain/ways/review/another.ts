import type { ClaimResult } from '../../answers.ts';
import { against } from '../../decide/sentences.ts';
import type { Matter } from '../../matter.ts';

/** After a remand somebody else makes the new opinion, and it does not merely repeat the old one. */
export function mustBeAnother({ remand }: Matter, person: string): void {
  if (remand?.persons.includes(person)) {
    throw against('原意见已被撤销并责令重新作出，要由另一名没有参加原来办理的人员承办。请指定别人。', '第三十五条');
  }
}

/** 不变量 19: not the same result on the same facts and basis, unless something new is stated or a superior agrees in writing. */
export function mustNotRepeat(
  { remand, claims }: Matter,
  results: Readonly<Record<number, ClaimResult>>,
  reason: { readonly newFacts?: unknown; readonly consent?: unknown },
): void {
  if (!remand || !claims.every(({ no }) => results[no] === remand.results[no])) return;
  if (reason.newFacts || reason.consent) return;
  throw against(
    '重新作出的意见与被撤销的意见结果相同。请写明新查明的事实、新的依据；没有新情况的，要有上一级书面同意并附上文号。',
    '第三十五条（参照山东省信访条例第四十五条）',
  );
}
