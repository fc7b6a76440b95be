import { explain } from '#kernel/clocks/explain.ts';
import { dueOn } from '#kernel/clocks/light.ts';
import type { Reading } from '#kernel/clocks/reading.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import { readWords } from '#platform/words.ts';
import type { SealedPage, SealedRow } from '../contract.ts';
import { newestOf } from '../domain/clocks.ts';
import type { SealedFile, Transfer } from '../domain/file.ts';
import { COMMANDS, showsContent, type Side } from '../domain/permissions.ts';
import { recipientFor } from '../domain/recipient.ts';
import { placesOf, type Loaded, type SealedNeeds } from '../handle.ts';
import type { FileRow } from '../store.ts';
import { partiesIn } from './take.ts';

/** A file as one of its two sides sees it. The words come along only where that side may read them now. */
export async function showSealed(needs: SealedNeeds, loaded: Loaded): Promise<SealedPage> {
  const { subject, file, past, side } = loaded;
  const { accused, desk, transfers, marks } = file;
  const opening = file.opening!;
  const directory = needs.directory.current();
  const named = (unit: string) => ({ unit, name: directory.nameOf(unit) });
  const recipient =
    transfers.at(-1)?.refused || transfers.length === 0 ? accused && recipientFor(accused.unit, accused.whom, placesOf(needs)) : transfers.at(-1)?.to;
  const texts = await readTexts(needs, loaded);
  return {
    region: subject.region,
    file: subject.id,
    n: past.length,
    today: dateInChina(needs.now()),
    code: opening.code,
    stage: file.stage,
    side,
    may: [...allowed(file, side)],
    receivedAt: opening.receivedAt,
    channel: opening.channel,
    realName: opening.realName,
    content: showsContent(side, file) ? contentOf(loaded, texts) : null,
    accused: accused
      ? { unit: accused.unit, unitName: directory.nameOf(accused.unit), whom: accused.whom, name: accused.name ? texts(accused.name) : null }
      : null,
    recipient: recipient ? named(recipient) : null,
    desk: named(desk ?? opening.desk),
    transfers: transfers.map((transfer) => transferShown(transfer, texts, directory)),
    clocks: clocksShown(needs, file),
    marks,
  };
}

type TextOf = (words: Words) => string;

/** Only the texts that this side may read leave their envelopes. */
async function readTexts(needs: SealedNeeds, { subject, file, side }: Loaded): Promise<TextOf> {
  const { title, text, parties, files } = file.opening!;
  const content = showsContent(side, file) ? [title, text, parties, ...(files ? [files] : [])] : [];
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
export async function attachmentsOf(needs: SealedNeeds, { subject, file, side }: Loaded): Promise<readonly KeptFile[]> {
  const words = file.opening?.files;
  if (!words || !showsContent(side, file)) return [];
  const texts = await readWords(needs.db.sql, needs.keys, [{ region: subject.region, id: words.id }]);
  return filesIn(texts.get(words.id) ?? '');
}

const filesIn = (text: string) => (text.startsWith('[') ? (JSON.parse(text) as KeptFile[]) : []);

function contentOf({ file }: Loaded, texts: TextOf): NonNullable<SealedPage['content']> {
  const { title, text, parties, files } = file.opening!;
  return {
    title: texts(title),
    text: texts(text),
    parties: partiesIn(texts(parties)).map(({ name, phone, address, note }) => ({
      name,
      ...(phone && { phone }),
      ...(address && { address }),
      ...(note && { note }),
    })),
    files: (files ? filesIn(texts(files)) : []).map(({ name, type, bytes }, index) => ({ index, name, type, bytes })),
  };
}

function transferShown({ to, pages, sealNo, slipNo, at, by, receiptDueOn, receivedAt, refused }: Transfer, texts: TextOf, directory: Names) {
  return {
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

interface Names {
  nameOf(unit: string): string;
  personOf(id: string): string;
}

/** What the sealed line looks at every day: transfer, receipt, and what the reporter is owed. The others run beside. */
const SHOWN = ['A10', 'A03', 'A35', 'B07', 'B08'] as const;

function clocksShown({ lawOf }: SealedNeeds, { clocks, opening }: SealedFile): SealedPage['clocks'] {
  const law = lawOf(opening!.pack);
  const readings = SHOWN.map((clock) => newestOf(clocks, clock)).filter((reading): reading is Reading => reading !== undefined);
  return readings.map((reading) => {
    const { clock, key, startedOn, legalOn, stoppedOn, outcome, provisional } = reading;
    const { name, standing, lines } = explain(reading, law);
    return {
      clock,
      key,
      name,
      startedOn,
      lightOn: dueOn(reading),
      legalOn,
      stoppedOn: stoppedOn ?? null,
      outcome: outcome ?? null,
      provisional,
      standing,
      lines: lines.map(({ word, text }) => ({ word, text })),
    };
  });
}

/** Which buttons the page shows: the table of permissions and the stage, and nothing decided here. */
function* allowed({ stage }: SealedFile, side: Side): Generator<keyof typeof COMMANDS> {
  const AT: Readonly<Record<keyof typeof COMMANDS, readonly SealedFile['stage'][]>> = {
    classify: ['received', 'classified'],
    transfer: ['classified'],
    receive: ['transferred'],
    refuse: ['transferred'],
    mark: ['concluded'],
  };
  for (const command of Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]) {
    if (COMMANDS[command] === side && AT[command].includes(stage)) yield command;
  }
}

export function showRow(row: FileRow, { nameOf }: Names): SealedRow {
  const { region, subject, code, stage, side, received_at, transferred_at, recipient, clock, light_on, legal_on } = row;
  return {
    region,
    file: subject,
    code,
    stage,
    side,
    receivedOn: dateInChina(received_at),
    transferredOn: transferred_at ? dateInChina(transferred_at) : null,
    recipient: recipient ? { unit: recipient, name: nameOf(recipient) } : null,
    clock,
    lightOn: light_on,
    legalOn: legal_on,
  };
}
