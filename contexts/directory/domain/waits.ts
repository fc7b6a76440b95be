/**
 * How long somebody waits who could not sign in. Five tries are free; each one
 * more costs a longer wait, and what is said is the same whether or not there
 * is such an account.
 */
import { Refusal } from '#kernel/refusal.ts';

export const FREE_TRIES = 5;
export const WAITS = [1, 2, 5, 15, 30, 60] as const; // minutes: with the fifth wrong one, the sixth …; the last goes on
export const FORGET_AFTER_HOURS = 24;

const minutesUntil = (until: Date, now: Date) => Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));

export function barred(until: Date, now: Date): Refusal {
  const minutes = minutesUntil(until, now);
  return new Refusal('TooMany', `连续多次没有登录成功，请过 ${minutes} 分钟再试。忘记密码的，请联系本单位系统管理员重置。`);
}

export function wrong(failures: number, until: Date | null, now: Date, what = '账号或密码不对'): Refusal {
  if (until)
    return new Refusal('TooMany', `${what}。已连续 ${failures} 次，请过 ${minutesUntil(until, now)} 分钟再试。忘记密码的，请联系本单位系统管理员重置。`);
  const left = FREE_TRIES - failures;
  const warning = left <= 2 ? `再错 ${left} 次将暂停登录。` : '';
  return new Refusal('NotAllowed', `${what}，请核对后再试。${warning}`);
}
