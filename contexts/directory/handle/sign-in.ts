/** Signing in with a password, then with a one-time code where the account has one. Says the same whoever asks. */
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { SignInNext } from '../contract/sign-in.ts';
import { readLogin } from '../domain/login.ts';
import { findAccount, findAccountsByLogin, updateAccount, type AccountRow, type SessionRow } from '../store.ts';
import { changeAccount } from './accounts.ts';
import { countTry, NOWHERE } from './attempts.ts';
import type { DirectoryNeeds } from './needs.ts';
import { amongFew, isPassword } from './passwords.ts';
import { isSecondFactor } from './second-factor.ts';
import { hashOf } from './tokens.ts';

/** A sign-in that got this far, and what the new session must be. */
export interface Admitted {
  readonly account: AccountRow;
  readonly kind: SessionRow['kind'];
  readonly failuresBefore: number;
}

export const nextOf = ({ kind, failuresBefore }: Admitted): SignInNext => ({ next: kind === 'full' ? 'done' : kind, failuresBefore });

export const checkPassword = (needs: DirectoryNeeds, login: string, password: string): Promise<Admitted> => amongFew(() => check(needs, login, password));

async function check(needs: DirectoryNeeds, login: string, password: string): Promise<Admitted> {
  const account = await findByLogin(needs, login);
  const attempt = await countTry(needs, account?.region ?? NOWHERE, account?.person ?? hashOf(login.trim().toLowerCase()).toString('hex'));
  if (!(await isPassword(account?.password_hash, password)) || !account) {
    if (attempt.bars && account) recordBar(needs, account, attempt.failuresBefore + 1);
    throw attempt.refuse();
  }
  await attempt.clear();
  checkMayEnter(needs, account);
  if (account.totp) return { account, kind: 'second', failuresBefore: attempt.failuresBefore };
  return enter(needs, account, attempt.failuresBefore);
}

export async function checkSecond(needs: DirectoryNeeds, { region, person }: SessionRow, code: string): Promise<Admitted> {
  const account = await findAccount(needs.db.sql, region, person);
  if (!account) throw new Refusal('NotSignedIn', '登录已失效，请重新登录。');
  const attempt = await countTry(needs, region, `second ${person}`);
  if (!(await isSecondFactor(needs, account, code))) {
    if (attempt.bars) recordBar(needs, account, attempt.failuresBefore + 1);
    throw attempt.refuse('动态口令不对，或者已经用过');
  }
  await attempt.clear();
  checkMayEnter(needs, account);
  return enter(needs, account, attempt.failuresBefore);
}

/** The last step of every way in. `withPassword`: a one-time password has to be changed first. */
export async function enter({ db, now }: DirectoryNeeds, account: AccountRow, failuresBefore: number, withPassword = true): Promise<Admitted> {
  const { region, person, must_change: mustChange } = account;
  await updateAccount(db.sql, region, person, { last_sign_in_at: now() }).execute();
  return { account, kind: mustChange && withPassword ? 'password' : 'full', failuresBefore };
}

/** 'lilan@qinghe' in its region; 'lilan' wherever there is exactly one. */
export async function findByLogin({ db, directory }: DirectoryNeeds, login: string): Promise<AccountRow | undefined> {
  const { name, region } = readLogin(login);
  const all = directory.current().regions;
  const regions = region === undefined ? all : all.filter((each) => each === region);
  const found = await findAccountsByLogin(db.sql, name, regions.length > 0 ? regions : ['-']); // asked in vain, but asked
  return found.length === 1 ? found[0] : undefined;
}

/** Told only to those who have shown that the account is theirs. */
export function checkMayEnter({ directory, now }: DirectoryNeeds, { person, locked_at: lockedAt }: AccountRow): void {
  if (lockedAt) throw new Refusal('NotAllowed', '此账号已停用。如需恢复，请联系本单位系统管理员。');
  if (directory.current().postsOf(person, dateInChina(now())).length === 0) {
    throw new Refusal('NotAllowed', '您目前没有代表任何单位办事的职务，不能登录。请联系本单位系统管理员核对职务。');
  }
}

/** Not waited for: the answer must take as long for an account that does not exist. */
function recordBar(needs: DirectoryNeeds, { region, person }: AccountRow, failures: number): void {
  const { now, onTrouble = () => {} } = needs;
  const by = { person: '系统', unit: '系统' };
  changeAccount(needs, { region, command: { type: 'bar', account: person, failures, by, at: now() } }).catch(onTrouble);
}
