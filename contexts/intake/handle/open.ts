import type { Done } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { ToldCode } from '#kernel/sealed-dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import { newId } from '#platform/numbers-id.ts';
import { forgetWords } from '#platform/words-erasure.ts';
import { actOnMatters, textOf, wordsIn, type Party } from '#contexts/casework/index.ts';
import { codesToTell } from '../portal/store.ts';
import { deleteArrival, deleteBlind, deleteSameText, type IntakeDb } from '../store.ts';
import type { Hidden } from '../domain/black-out.ts';
import { intakeStep, type IntakeNeeds, type LoadedIntake, type SealedPart } from '../handle.ts';
import { sameTextHash } from './same-text.ts';
import { matterSteps, type Part, type Source } from './matters.ts';
import { blackedOut, hiddenIn, releasedFiles, withoutNotes, type Mixed } from './mixed.ts';

export interface Opened {
  readonly matters: readonly (Subject & { readonly no: string })[];
  readonly sealed: number;
}

/**
 * A person says what an intake is: one matter a claim, and whatever accuses
 * somebody goes away to the sealed line, in the same act; then the original
 * and what identified the petitioner are forgotten here, and each matter keeps
 * its own span alone (lifecycle 3, 5, 9, 38).
 */
export async function openMatters(
  needs: IntakeNeeds,
  loaded: LoadedIntake,
  parts: readonly Part[],
  done: Done,
  seen: number,
  mixed: Mixed = {},
): Promise<Opened> {
  const { subject, intake } = loaded;
  if (parts.length === 0) throw new Refusal('Invalid', '请至少写出一件事项。');
  const accusing = parts.filter(({ accusation }) => accusation);
  const hidden = hiddenIn(accusing, mixed);
  const ordinary = parts.filter(({ accusation }) => !accusation).map((part) => (hidden ? blackedOut(part, hidden) : part));
  const matters = await newMatters(needs, subject.region, ordinary.length);

  const converting = intake.stage === 'classified' || intake.stage === 'replied';
  if (converting && accusing.length > 0) throw new Refusal('AgainstRule', '咨询转为检举控告的，请重新登记为一件来件，再移入密件。', '第三十条');
  const ids = matters.map(({ id }) => id);
  const sealed = accusing.length > 0;
  const command = converting
    ? ({ type: 'convert', matters: ids, ...done } as const)
    : ({ type: 'classify', purpose: ids.length > 0 ? 'matters' : 'accusation', matters: ids, sealed, ...done } as const);

  const source = sourceOf(loaded, converting, hidden, mixed.release);
  const codes = sealed ? await codesToTell(needs.db.sql as never, loaded.subject.region, loaded.subject.id) : [];
  const writes = sealed ? forget(needs, loaded, accusing, codes) : [];
  const steps = [
    intakeStep(needs, subject, command, { writes }),
    ...matters.flatMap((matter, index) => matterSteps(needs, source, matter, ordinary[index]!, done)),
  ];
  await actOnMatters(needs, steps, matters, { seen });
  return { matters, sealed: accusing.length };
}

/** Ids and numbers for matters that are about to be opened. */
export function newMatters(needs: IntakeNeeds, region: string, count: number): Promise<(Subject & { no: string })[]> {
  const at = needs.now();
  return Promise.all(Array.from({ length: count }, async () => ({ region, id: newId(at.getTime()), no: await needs.matterNo(region, at) })));
}

function sourceOf({ subject, intake, texts, past }: LoadedIntake, converting: boolean, hidden: Hidden | undefined, release: readonly number[] = []): Source {
  const received = intake.received!;
  const parties = textOf(texts, received.parties) || '[]';
  const handedIn = received.files && textOf(texts, received.files);
  const files = handedIn && hidden ? releasedFiles(handedIn, release, hidden) : handedIn; // where a part of it accuses somebody, all of it goes there but what a person releases
  const convertedFrom = intake.purpose === 'inquiry' || intake.purpose === 'thanks' ? intake.purpose : undefined;
  return {
    intake: subject,
    received,
    receivedAt: intake.receivedAt!,
    registeredAt: past.find(({ type }) => type === 'IntakeRegistered')?.at ?? intake.receivedAt!,
    parties: hidden ? withoutNotes(parties, hidden) : parties,
    ...(files && { files }),
    ...(converting && convertedFrom && { convertedFrom }),
  };
}

/** What goes to the sealed line, and the end of everything here. */
function forget(needs: IntakeNeeds, loaded: LoadedIntake, accusing: readonly Part[], codes: readonly ToldCode[]): Query[] {
  const sealed = accusing.map((part, index) => needs.sealAway(loaded.subject.region, { ...sealedPart(loaded, part, index), codes }));
  return [...sealed, ...forgetIntake(needs, loaded)];
}

/** The end of the words of an intake, and of the marks that find people. Nothing is left to do where a part of it was sealed before. */
export function forgetIntake(needs: IntakeNeeds, loaded: LoadedIntake): Query[] {
  const { subject, texts, past, intake } = loaded;
  if (intake.sealed) return [];
  const db = needs.db.sql as IntakeDb;
  const words = wordsIn(past)
    .map(({ id }) => id)
    .filter((id) => texts.has(id));
  const hash = sameTextHash(needs, subject.region, { ...asArrived(loaded), parties: partiesOfIntake(loaded) });
  const mark = hash ? [deleteSameText(db, subject.region, hash)] : [];
  return [...mark, ...forgetWords(db, subject, words, 'sealed', needs.now()), deleteBlind(db, subject), deleteArrival(db, subject)];
}

const asArrived = ({ intake, texts }: LoadedIntake) => ({
  text: textOf(texts, intake.received!.text),
  channel: intake.received!.channel,
  receivedAt: intake.receivedAt!,
  unit: intake.received!.receivedBy,
});

function sealedPart({ subject, intake, texts }: LoadedIntake, part: Part, index: number): SealedPart {
  const received = intake.received!;
  return {
    intake: subject.id,
    code: `${received.no}-M${index + 1}`,
    intakeNo: received.no,
    unit: received.receivedBy,
    receivedAt: intake.receivedAt!.toISOString(),
    channel: received.channel,
    title: part.title,
    text: [part.text, ...part.claims.map((claim, at) => `${at + 1}．${claim}`)].join('\n\n'),
    original: originalOf(textOf(texts, received.text), received.claims && textOf(texts, received.claims)),
    parties: textOf(texts, received.parties),
    files: received.files ? textOf(texts, received.files) : null,
    contactKnown: received.contactKnown,
    pack: received.pack,
    level: received.level,
  };
}

/** The whole letter and what was listed with it: the sealed line alone has it from now on. */
function originalOf(text: string, listed: string | undefined): string {
  const claims = listed?.startsWith('[') ? (JSON.parse(listed) as string[]) : [];
  return [text, ...claims.map((claim, at) => `${at + 1}．${claim}`)].join('\n\n');
}

/** The parties of an intake, as the desk sees them; nobody where they are forgotten. */
export function partiesOfIntake({ intake, texts }: LoadedIntake): readonly Party[] {
  const text = intake.received && texts.get(intake.received.parties.id);
  return text ? (JSON.parse(text) as Party[]) : [];
}
