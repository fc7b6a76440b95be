/** One-time codes (TOTP, RFC 6238) and recovery codes. A code opens once, and nothing older than it opens after it. */
import { randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verify } from 'otplib';
import { toString as drawQr } from 'qrcode';
import { Refusal } from '#kernel/refusal.ts';
import { seal, unseal } from '#platform/keys.ts';
import { writeLogin } from '../domain/login.ts';
import { deleteRecoveryCodes, findAccount, insertRecoveryCodes, updateAccount, spendRecoveryCode, spendTotpStep, type AccountRow } from '../store.ts';
import { changeAccount } from './accounts.ts';
import type { DirectoryNeeds } from './needs.ts';
import { hashOf } from './tokens.ts';

const TOLERANCE_SECONDS = 30; // a phone's clock may be one step off

const placeOf = ({ person }: Pick<AccountRow, 'person'>) => `totp ${person}`;

export async function isSecondFactor(needs: DirectoryNeeds, account: AccountRow, code: string): Promise<boolean> {
  const { db } = needs;
  const { region, person, totp } = account;
  if (!totp) return false;
  const plain = code.replace(/[\s-]/g, '').toLowerCase();
  if (!/^\d{6}$/.test(plain)) return spendRecoveryCode(db.sql, region, person, recoveryHash(plain));
  const step = await stepOf(needs, account, totp, plain);
  return step !== undefined && spendTotpStep(db.sql, region, person, step);
}

/** The time step for which this is the code, if there is one that was not used yet. */
async function stepOf({ keys, now }: DirectoryNeeds, account: AccountRow, envelope: Buffer, code: string): Promise<number | undefined> {
  const secret = unseal(keys.get(account.region, envelope[1] ?? 0), envelope, placeOf(account)).toString();
  const epoch = Math.floor(now().getTime() / 1000);
  const answer = await verify({ secret, token: code, epoch, epochTolerance: TOLERANCE_SECONDS });
  return answer.valid && 'timeStep' in answer && answer.timeStep > account.totp_step ? answer.timeStep : undefined;
}

export async function beginEnrolment({ db, keys }: DirectoryNeeds, account: AccountRow) {
  const { region, person, login } = account;
  const secret = generateSecret();
  const uri = generateURI({ issuer: '回音', label: writeLogin(login, region), secret });
  await updateAccount(db.sql, region, person, { totp_pending: seal(keys.current(region), Buffer.from(secret), placeOf(account)) }).execute();
  return { secret, uri, qr: await drawQr(uri, { type: 'svg', margin: 2 }) };
}

/** From the first right code on the second factor counts; the recovery codes are shown this once. */
export async function confirmEnrolment(needs: DirectoryNeeds, account: AccountRow, code: string, unit: string): Promise<readonly string[]> {
  const { db, now } = needs;
  const { region, person, totp_pending: pending } = account;
  if (!pending) throw new Refusal('WrongStage', '请先扫码，再输入动态口令。');
  const step = await stepOf(needs, account, pending, code.replace(/\s/g, ''));
  if (step === undefined) throw new Refusal('AgainstRule', '动态口令不对。请核对手机时间是否准确，再输入新出的六位数字。');
  const codes = Array.from({ length: 10 }, newRecoveryCode);
  const command = { type: 'enrolSecondFactor', account: person, by: { person, unit }, at: now() } as const;
  const writes = [
    updateAccount(db.sql, region, person, { totp: pending, totp_pending: null, totp_step: step }),
    deleteRecoveryCodes(db.sql, region, person),
    insertRecoveryCodes(
      db.sql,
      region,
      person,
      codes.map((each) => recoveryHash(each.replaceAll('-', ''))),
    ),
  ];
  await changeAccount(needs, { region, command, writes });
  return codes;
}

/** By the person, or by an administrator when the phone is lost; `opens`: then not by one administrator alone. */
export async function removeSecondFactor(needs: DirectoryNeeds, region: string, person: string, by: { person: string; unit: string }, opens = false) {
  const command = { type: 'removeSecondFactor', account: person, opens, by, at: needs.now() } as const;
  return changeAccount(needs, { region, command, writes: factorGone(needs, region, person) });
}

export const factorGone = ({ db }: DirectoryNeeds, region: string, person: string) => [
  updateAccount(db.sql, region, person, { totp: null, totp_pending: null }),
  deleteRecoveryCodes(db.sql, region, person),
];

export async function getAccount({ db }: DirectoryNeeds, region: string, person: string): Promise<AccountRow> {
  const account = await findAccount(db.sql, region, person);
  if (!account) throw new Refusal('NotFound', '没有这个账号，请回到账号列表重新选择。');
  return account;
}

const newRecoveryCode = () => randomBytes(8).toString('hex').match(/.{4}/g)!.join('-');
const recoveryHash = (plain: string) => hashOf(`recovery ${plain}`);
