import type { Directory } from '#contexts/directory/index.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { REPORT_POSTS } from '../domain/actions.ts';
import { standingTransfer } from '../domain/file.ts';
import { newestOf } from '../domain/clocks.ts';
import type { CadreReport } from '../domain/reports.ts';
import type { Loaded, SealedNeeds } from '../handle.ts';
import type { LoadedRequest } from './inspectorate.ts';
import type { ReportSaid } from './reports.ts';

/**
 * The papers of the sealed line, each set anew from what was recorded whenever
 * somebody who may have it asks: a copy of it lies nowhere (F54, F55, F62).
 */
export interface PaperFacts {
  readonly organ: string;
  readonly issuedOn: PlainDate;
  readonly number: string;
}

export type PaperValue =
  | string
  | readonly Readonly<Record<string, string>>[]
  | { readonly on: PlainDate; readonly rolled: boolean; readonly provisional: boolean };
export type PaperValues = Readonly<Record<string, PaperValue>>;

export interface Printed {
  readonly name: string;
  readonly content: Uint8Array;
}

/** 检举控告移送单 of the last transfer that was not refused: how many pages go under which seal to whom. No content, no name of anybody accused or accusing. */
export async function printSlip(needs: SealedNeeds, { file }: Loaded): Promise<Printed> {
  const { opening, clocks } = file;
  const sent = standingTransfer(file);
  if (!opening || !sent) throw new Refusal('WrongStage', '还没有移送，没有移送单。');
  const directory = needs.directory.current();
  const sentOn = dateInChina(sent.at);
  const due = newestOf(clocks, 'A35');
  const values = {
    addressee: directory.nameOf(sent.to),
    code: opening.code,
    pages: String(sent.pages),
    sealNo: sent.sealNo,
    sentOn,
    receiptDueOn: { on: sent.receiptDueOn ?? sentOn, rolled: false, provisional: due?.provisional ?? false },
    deliverer: directory.personOf(sent.by),
  };
  const content = await needs.renderPaper('F54', values, { organ: directory.nameOf(sent.from), issuedOn: sentOn, number: sent.slipNo });
  return { name: `检举控告移送单${opening.code}.pdf`, content };
}

/** 反映干部问题信访情况通报, as its recipients hold it in hand. */
export async function printReport(needs: SealedNeeds, code: string, sent: CadreReport, said: ReportSaid): Promise<Printed> {
  const directory = needs.directory.current();
  const sentOn = dateInChina(sent.at);
  const values = {
    addressee:
      sent.kind === 'report'
        ? directory.nameOf(sent.recipients[0]!.unit)
        : sent.recipients.map(({ post }) => said.names[post] ?? REPORT_POSTS[post]).join('、'),
    kind: sent.kind,
    code,
    office: said.office,
    subject: said.subject,
    facts: said.facts,
    count: String(said.count),
    recipients: sent.recipients.map(({ post, unit }, at) => ({
      name: said.names[post] ?? `${directory.nameOf(unit)}${REPORT_POSTS[post]}`,
      copy: String(at + 1),
    })),
    ...(said.identity && { identity: said.identity }),
    pages: String(sent.pages),
    sealNo: sent.sealNo,
    sentOn,
    ...delivererOf(directory, sent.by),
  };
  const content = await needs.renderPaper('F55', values, { organ: directory.nameOf(sent.unit), issuedOn: sentOn, number: sent.no });
  return { name: `通报${code}.pdf`, content };
}

/** 向巡视巡察机构提供情况函: which groups, how many, under which seal. No content. */
export async function printMaterial(needs: SealedNeeds, { request, letter }: LoadedRequest): Promise<Printed> {
  const { asked, provided } = request;
  if (!asked || !provided) throw new Refusal('WrongStage', '还没有提供，没有函。');
  const directory = needs.directory.current();
  const on = dateInChina(provided.at);
  const values = {
    addressee: `${letter.organ}（${letter.receiver}）`,
    requestNo: letter.letterNo,
    requestedOn: asked.requestedOn,
    groups: provided.groups.map(({ group, items, pages }) => ({ group, items: String(items), copies: String(pages) })),
    pages: String(provided.pages),
    sealNo: provided.sealNo || '无',
    sentOn: on,
    ...delivererOf(directory, provided.by),
  };
  const content = await needs.renderPaper('F62', values, { organ: directory.nameOf(asked.desk), issuedOn: on, number: provided.no });
  return { name: '提供情况函.pdf', content };
}

/** Who brings it, and the office's number under which they are asked about it. */
function delivererOf(directory: Directory, person: string): PaperValues {
  const phone = directory.findPerson(person)?.phone;
  return { deliverer: directory.personOf(person), ...(phone && { phone }) };
}
