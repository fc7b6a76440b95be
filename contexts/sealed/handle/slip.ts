import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { SealedNeeds, Loaded } from '../handle.ts';

/** What F54 says: how many pages go under which seal to whom. No content, no name of anybody accused or accusing. */
export interface SlipFields {
  readonly addressee: string;
  readonly code: string;
  readonly pages: string;
  readonly sealNo: string;
  readonly sentOn: PlainDate;
  readonly receiptDueOn: { readonly on: PlainDate; readonly rolled: boolean; readonly provisional: boolean };
  readonly deliverer: string;
}

export interface SlipFacts {
  readonly organ: string;
  readonly issuedOn: PlainDate;
  readonly number: string;
}

/** 检举控告移送单 of the last transfer, set anew each time from what was recorded; a copy of it lies nowhere. */
export async function printSlip(needs: SealedNeeds, { file }: Loaded): Promise<{ readonly name: string; readonly content: Uint8Array }> {
  const { opening, desk, transfers } = file;
  const sent = transfers.at(-1);
  if (!opening || !desk || !sent) throw new Refusal('WrongStage', '还没有移送，没有移送单。');
  const directory = needs.directory.current();
  const sentOn = dateInChina(sent.at);
  const due = file.clocks['A35'];
  const fields: SlipFields = {
    addressee: directory.nameOf(sent.to),
    code: opening.code,
    pages: String(sent.pages),
    sealNo: sent.sealNo,
    sentOn,
    receiptDueOn: { on: sent.receiptDueOn ?? sentOn, rolled: false, provisional: due?.provisional ?? false },
    deliverer: directory.personOf(sent.by),
  };
  const content = await needs.renderSlip(fields, { organ: directory.nameOf(desk), issuedOn: sentOn, number: sent.slipNo });
  return { name: `检举控告移送单${opening.code}.pdf`, content };
}
