import { Refusal } from '#kernel/refusal.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { findMissing } from '../domain/check.ts';
import { CATALOGUE } from '../domain/catalogue.ts';
import type { LegalDate, Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import type { openPress } from './press.ts';
import { sheetOf, type Facts } from './sheet.ts';

type Press = ReturnType<typeof openPress>;

/** What stands on a receipt; no name of the petitioner (F02). */
export interface ReceiptData {
  readonly organ: string;
  readonly intakeNo: string;
  readonly queryCode: string; // 13 characters
  readonly receivedAt: string; // 2026年7月20日（周一）9:42，网上提出
  readonly receivedOn: PlainDate;
  readonly kind: string;
  readonly responsible: string;
  readonly nextStep: string;
  readonly nextStepBy: LegalDate;
  readonly calculation: string;
  readonly complaint: string;
  readonly privacy: string;
  readonly queryUrl: string; // what the large QR opens; the code stands after '#', so that no server logs it
  readonly verify?: { readonly url: string; readonly check: string }; // check value of the registration and where it is compared
}

/** 收件回执 on A5, set in whatever process asks: no database, no matter. */
export async function renderReceipt(press: Press, { organ, receivedOn, queryUrl, verify, ...values }: ReceiptData): Promise<Uint8Array> {
  return renderForm(press, 'F02', values, { organ, issuedOn: receivedOn, queryUrl, verify });
}

/** A form or slip that takes no number and is kept nowhere: handler card, registration form, sealed transfer slip. */
export async function renderForm(press: Press, code: PaperCode, values: Values, facts: Facts): Promise<Uint8Array> {
  const missing = findMissing(code, values);
  if (missing.length > 0) throw new Refusal('AgainstRule', `《${CATALOGUE[code].name}》还缺：${missing.map(({ label }) => label).join('、')}。请补齐。`);
  return press().typeset(code, sheetOf(code, values, facts)).pdf;
}
