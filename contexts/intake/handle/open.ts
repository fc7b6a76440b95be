import type { Done } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import { newId } from '#platform/numbers-id.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { forgetWords } from '#platform/words-erasure.ts';
import { actOnMatters, matterStep, textOf, wordsIn, type Classification, type Opening, type Party } from '#contexts/casework/index.ts';
import type { Query } from '#platform/database.ts';
import { deleteArrival, deleteBlind, type IntakeDb } from '../store.ts';
import { intakeStep, type IntakeNeeds, type LoadedIntake, type SealedPart } from '../handle.ts';

/** One part of an intake as a person divided it: a matter of its own, or something that must be sealed. */
export interface Part {
  readonly title: string;
  readonly text: string; // the span of the original that it quotes
  readonly claims: readonly string[];
  readonly classify?: Classification; // set at once, where the desk already knows
  readonly accusation?: boolean;
}

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
export async function openMatters(needs: IntakeNeeds, loaded: LoadedIntake, parts: readonly Part[], done: Done, seen: number): Promise<Opened> {
  const { subject, intake } = loaded;
  if (parts.length === 0) throw new Refusal('Invalid', '请至少写出一件事项。');
  const ordinary = parts.filter(({ accusation }) => !accusation);
  const accusing = parts.filter(({ accusation }) => accusation);
  const sealed = accusing.length > 0;
  const at = needs.now();
  const matters = await Promise.all(ordinary.map(async () => ({ region: subject.region, id: newId(at.getTime()), no: await needs.matterNo(subject.region, at) })));

  const converting = intake.stage === 'classified' || intake.stage === 'replied';
  if (converting && sealed) throw new Refusal('AgainstRule', '咨询转为检举控告的，请重新登记为一件来件，再移入密件。', '第三十条');
  const command = converting
    ? ({ type: 'convert', matters: matters.map(({ id }) => id), ...done } as const)
    : ({ type: 'classify', purpose: ordinary.length > 0 ? 'matters' : 'accusation', matters: matters.map(({ id }) => id), sealed, ...done } as const);

  const writes: Query[] = sealed ? forget(needs, loaded, accusing) : [];
  const steps: Step[] = [intakeStep(needs, subject, command, { writes })];
  matters.forEach((matter, index) => steps.push(...stepsOf(needs, loaded, matter, ordinary[index]!, done, converting)));
  await actOnMatters(needs, steps, matters, { seen });
  return { matters, sealed: accusing.length };
}

/** Opens the matter, and classifies it where that was already said. Text and parties go under the matter's own key. */
function stepsOf(needs: IntakeNeeds, loaded: LoadedIntake, matter: Subject & { no: string }, part: Part, done: Done, converting: boolean): Step[] {
  const { intake, subject, texts } = loaded;
  const received = intake.received!;
  const notes: Note[] = [];
  const keep = (text: string) => {
    const taken = takeNote(text);
    notes.push(taken);
    return taken.words;
  };
  const opening: Opening = {
    no: matter.no, intake: subject.id, intakeNo: received.no, channel: received.channel,
    receivedAt: intake.receivedAt!.toISOString(), registeredAt: registeredAt(loaded).toISOString(), receivedBy: received.receivedBy,
    isPetitionDept: received.isPetitionDept, level: received.level, pack: received.pack,
    title: keep(part.title), text: keep(part.text), parties: keep(textOf(texts, received.parties) || '[]'),
    claims: part.claims.map((claim, index) => ({ no: index + 1, text: keep(claim) })),
    contactKnown: received.contactKnown, anonymous: received.anonymous, electronic: received.electronic, people: received.people,
    ...(received.files && { files: keep(textOf(texts, received.files)) }),
    ...(converting && (intake.purpose === 'inquiry' || intake.purpose === 'thanks') && { convertedFrom: intake.purpose }),
  };
  const open = matterStep(needs, matter, { type: 'open', opening, ...done }, { notes, isNew: true });
  if (!part.classify) return [open];
  return [open, matterStep(needs, matter, { type: 'classify', ...part.classify, ...done }, { isNew: true })];
}

/** What goes to the sealed line, and the end of the words and of the marks that find people here. */
function forget(needs: IntakeNeeds, loaded: LoadedIntake, accusing: readonly Part[]): Query[] {
  const { subject, texts, past } = loaded;
  const sealed = accusing.map((part, index) => needs.sealAway(subject.region, sealedPart(loaded, part, index)));
  const words = wordsIn(past).map(({ id }) => id).filter((id) => texts.has(id));
  const db = needs.db.sql as IntakeDb;
  return [...sealed, ...forgetWords(db, subject, words, 'sealed', needs.now()), deleteBlind(db, subject), deleteArrival(db, subject)];
}

function sealedPart({ subject, intake, texts }: LoadedIntake, part: Part, index: number): SealedPart {
  const received = intake.received!;
  return {
    intake: subject.id, code: `${received.no}-M${index + 1}`, intakeNo: received.no, unit: received.receivedBy, receivedAt: intake.receivedAt!.toISOString(),
    channel: received.channel, title: part.title, text: part.text, parties: textOf(texts, received.parties), files: received.files ? textOf(texts, received.files) : null,
    contactKnown: received.contactKnown, pack: received.pack, level: received.level,
  };
}

const registeredAt = ({ past, intake }: LoadedIntake): Date => past.find(({ type }) => type === 'IntakeRegistered')?.at ?? intake.receivedAt!;

/** The parties of an intake, as the desk sees them. */
export const partiesOfIntake = ({ intake, texts }: LoadedIntake): readonly Party[] =>
  intake.received ? (JSON.parse(textOf(texts, intake.received.parties) || '[]') as Party[]) : [];

