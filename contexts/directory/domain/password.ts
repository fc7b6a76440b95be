/** What a new password must be. Length counts more than odd characters; what everybody tries first is refused. */
import { Refusal } from '#kernel/refusal.ts';

export const SHORTEST = 10;

const COMMON = ['1234567890', '0123456789', 'qwertyuiop', 'password', 'admin', 'xinfang', 'huiyin', 'abcdefghij'];

export function checkNewPassword(fresh: string, login: string): void {
  const plain = fresh.toLowerCase();
  const refuse = (why: string) => new Refusal('AgainstRule', `${why}请换一个：至少 ${SHORTEST} 个字符，可以是一句好记的话。`);
  if ([...fresh].length < SHORTEST) throw refuse('新密码太短。');
  if (new Set(plain).size < 5) throw refuse('新密码重复的字符太多。');
  if (plain.includes(login.toLowerCase())) throw refuse('新密码里有账号名，容易被猜到。');
  if (COMMON.some((common) => plain.startsWith(common) && plain.length < common.length + 6)) throw refuse('这个密码太常见。');
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'; // without those that look alike on paper

/** For one sign-in: four groups of four, read out or handed over on paper. Bytes come from outside: this file has no chance in it. */
export function spellOneTimePassword(random: Uint8Array): string {
  const letters = [...random]
    .filter((byte) => byte < 248)
    .map((byte) => LETTERS[byte % LETTERS.length])
    .slice(0, 16)
    .join('');
  if (letters.length < 16) throw new Error('Too few random bytes for a one-time password');
  return letters.match(/.{4}/g)!.join('-');
}

/** Of a one-time password that lets somebody into the sealed line each of two people is told one half: neither can sign in with it. */
export function halvesOf(password: string): readonly [string, string] {
  const groups = password.split('-');
  const middle = groups.length / 2;
  return [groups.slice(0, middle).join('-'), groups.slice(middle).join('-')];
}
