import { Refusal } from '#kernel/refusal.ts';
import { SEALED_STAGES, type SealedFile, type Stage } from './file.ts';

/** What several commands on a sealed file are refused for, each said in a sentence that gives nothing away. */
export const SECRECY = '第三十条第三款';
export const AUTHORITY = '第二十二条第二款';
export const CADRES = '第三十条第二款';

export const nobodyCompetent = () =>
  new Refusal('AgainstRule', '名录中没有在被反映人单位以外、按干部管理权限可以接收的机关。请联系系统管理员在名录中补上，不要说明是什么事。', AUTHORITY);

export function mustBeOutside(isOutside: boolean): void {
  if (!isOutside) throw new Refusal('AgainstRule', '不能移送给被反映人所在的单位或者它的下级。请核对名录中的干部管理权限。', SECRECY);
}

interface Packet {
  readonly pages: number;
  readonly sealNo: string;
}

export const isSame = (given: Packet, sent: Packet) => given.pages === sent.pages && given.sealNo === sent.sealNo;

export function mustMatch(given: Packet, sent: Packet): void {
  if (isSame(given, sent)) return;
  throw new Refusal('AgainstRule', '清点的页数或者封签号和移送单不一致，没有签收。请再清点一次；确实不一致的，写明情况拒收。', AUTHORITY);
}

export function mustBe({ stage }: SealedFile, what: string, ...stages: readonly Stage[]): void {
  if (stage === 'unknown') throw notHere();
  if (!stages.includes(stage)) throw new Refusal('WrongStage', `这件现在是“${SEALED_STAGES[stage]}”，不能${what}。请刷新页面，看现在该做什么。`);
}

/** Whoever may not know of a file hears the same as of one that does not exist. */
export const notHere = () => new Refusal('NotFound', '没有这一件，或者不由您经办。请核对代号。');
