import { dateInChina } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import { readWords } from '#platform/words.ts';
import type { SealedPage, SealedRow } from '../contract.ts';
import { MARKS, type Mark, type ReportKind } from '../domain/actions.ts';
import { lastReceipt, pendingTransfer, type MarkMade, type Transfer } from '../domain/file.ts';
import { COMMANDS, mayAsk, showsContent, type FileCommand } from '../domain/permissions.ts';
import { recipientFor } from '../domain/recipient.ts';
import { placesOf, type Loaded, type SealedNeeds } from '../handle.ts';
import type { FileRow } from '../store.ts';
import { clocksShown } from './clocks-shown.ts';
import { namesOf, readReport } from './reports.ts';
import { partiesIn } from './take.ts';

/** A file as one of its two sides sees it. The words come along only where that side may read them now. */
export async function showSealed(needs: SealedNeeds, loaded: Loaded): Promise<SealedPage> {
  const { subject, file, past, seat } = loaded;
  const { accused, desk, transfers, marks } = file;
  const opening = file.opening!;
  const directory = needs.directory.current();
  const named = (unit: string) => ({ unit, name: directory.nameOf(unit) });
  const held = lastReceipt(file);
  const recipient = (pendingTransfer(file) ?? held)?.to ?? (accused && recipientFor(accused, placesOf(needs), accused.line));
  const texts = await readTexts(needs, loaded);
  return {
    region: subject.region,
    file: subject.id,
    n: past.length,
    today: dateInChina(needs.now()),
    code: opening.code,
    stage: file.stage,
    side: seat.side,
    may: (Object.keys(COMMANDS) as FileCommand[]).filter((command) => mayAsk(command, seat, file)),
    receivedAt: opening.receivedAt,
    channel: opening.channel,
    realName: opening.realName,
    content: showsContent(seat, file) ? contentOf(loaded, texts) : null,
    accused: accused
      ? {
          unit: accused.unit,
          unitName: directory.nameOf(accused.unit),
          whom: accused.whom,
          line: accused.line,
          also: (accused.also ?? []).map(named),
          name: accused.name ? texts(accused.name) : null,
        }
      : null,
    recipient: recipient ? named(recipient) : null,
    desk: named(desk ?? opening.desk),
    holder: held ? named(held.to) : null,
    transfers: transfers.map((transfer) => transferShown(transfer, texts, directory)),
    clocks: clocksShown(file.clocks, needs.lawOf(opening.pack)).filter(({ clock }) => seat.side === 'triage' || !OF_REPORTS.has(clock)),
    marks: marks.map((mark) => markShown(mark, directory)),
    found: held ? { higher: held.higher ?? false, repeated: held.repeated ?? false } : null,
    owed: seat.side === 'triage' ? (Object.keys(file.reports.owed) as ReportKind[]) : [],
    reports: seat.side === 'triage' ? await reportsShown(needs, loaded) : [],
  };
}

/** Whether the leaders were told is no business of the recipient of the accusation. */
const OF_REPORTS: ReadonlySet<string> = new Set(['A28', 'A29']);

type TextOf = (words: Words) => string;

/** Only the texts that this side may read leave their envelopes. */
async function readTexts(needs: SealedNeeds, { subject, file, seat }: Loaded): Promise<TextOf> {
  const { title, text, original, parties, files } = file.opening!;
  const content = showsContent(seat, file) ? [title, text, parties, ...(original ? [original] : []), ...(files ? [files] : [])] : [];
  const others = [file.accused?.name, ...file.transfers.map(({ refused }) => refused?.reason)].filter((words) => words !== undefined);
  const texts = await readWords(
    needs.db.sql,
    needs.keys,
    [...content, ...others].map(({ id }) => ({ region: subject.region, id })),
  );
  return ({ id }) => texts.get(id) ?? '（内容已依法删除）';
}

export interface KeptFile {
  readonly blob: string;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** The attachments of a file whose words may be read, with the keys that open them; they leave this process as content alone. */
export async function attachmentsOf(needs: SealedNeeds, { subject, file, seat }: Loaded): Promise<readonly KeptFile[]> {
  const words = file.opening?.files;
  if (!words || !showsContent(seat, file)) return [];
  const texts = await readWords(needs.db.sql, needs.keys, [{ region: subject.region, id: words.id }]);
  return filesIn(texts.get(words.id) ?? '');
}

const filesIn = (text: string) => (text.startsWith('[') ? (JSON.parse(text) as KeptFile[]) : []);

function contentOf({ file }: Loaded, texts: TextOf): NonNullable<SealedPage['content']> {
  const { title, text, original, parties, files } = file.opening!;
  return {
    title: texts(title),
    text: texts(text),
    original: original ? texts(original) : null,
    parties: partiesIn(texts(parties)).map(({ name, phone, address, note }) => ({
      name,
      ...(phone && { phone }),
      ...(address && { address }),
      ...(note && { note }),
    })),
    files: (files ? filesIn(texts(files)) : []).map(({ name, type, bytes }, index) => ({ index, name, type, bytes })),
  };
}

function transferShown({ way, to, pages, sealNo, slipNo, at, by, receiptDueOn, receivedAt, refused }: Transfer, texts: TextOf, directory: Names) {
  return {
    way,
    to: directory.nameOf(to),
    pages,
    sealNo,
    slipNo,
    sentOn: dateInChina(at),
    by: directory.personOf(by),
    receiptDueOn: receiptDueOn ?? null,
    receivedOn: receivedAt ? dateInChina(receivedAt) : null,
    refusedOn: refused ? dateInChina(refused.at) : null,
    reason: refused ? texts(refused.reason) : null,
  };
}

const WAYS = { AccusationForwardedUp: '已报送上级纪检监察机关', AccusationForwarded: '已转交下级纪检监察机关' };

function markShown({ mark, on, unit }: MarkMade, { nameOf }: Names) {
  return { what: mark in WAYS ? WAYS[mark as keyof typeof WAYS] : MARKS[mark as Mark], on, by: nameOf(unit) };
}

function reportsShown(needs: SealedNeeds, { subject, file }: Loaded): Promise<SealedPage['reports']> {
  return Promise.all(
    file.reports.sent.map(async (sent, index) => {
      const said = await readReport(needs, subject, sent);
      return { index, kind: sent.kind, no: sent.no, sentOn: dateInChina(sent.at), recipients: namesOf(needs, sent, said) };
    }),
  );
}

interface Names {
  nameOf(unit: string): string;
  personOf(id: string): string;
}

export function showRow(row: FileRow, { nameOf }: Names): SealedRow {
  const { region, subject, code, stage, side, received_at, transferred_at, recipient, clock, light_on, legal_on } = row;
  return {
    region,
    file: subject,
    code,
    stage,
    side: side === 'triage' ? 'triage' : 'recipient',
    receivedOn: dateInChina(received_at),
    transferredOn: transferred_at ? dateInChina(transferred_at) : null,
    recipient: recipient ? { unit: recipient, name: nameOf(recipient) } : null,
    clock,
    lightOn: light_on,
    legalOn: legal_on,
  };
}
