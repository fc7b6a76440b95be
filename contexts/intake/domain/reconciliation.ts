/** What may not agree when the day is over, in words for whoever has to put it right (不变量 1, 件件有着落). */
export type AstrayKind = 'notTaken' | 'notRegistered' | 'nobodys';

interface Astray {
  readonly says: string;
  readonly next: string;
}

export const ASTRAY: Readonly<Record<AstrayKind, Astray>> = {
  notTaken: {
    says: '门户已经收下，还没有登记',
    next: '请把收件号告诉系统管理员，查后台日志里没有收进来的原因；修好后自动登记。期限从收到那天起算，不因此推后。',
  },
  notRegistered: {
    says: '清单里有这件，办理经过里不是恰好一次登记',
    next: '请把收件号告诉系统管理员，核对办理经过，再从经过重建清单；查清以前不要重复登记。',
  },
  nobodys: {
    says: '还在办，没有负责的机关，或者没有一个期限在走',
    next: '请打开这件，今天就转送、交办或者定下由谁办；打不开的，请经手的单位来做。',
  },
};
