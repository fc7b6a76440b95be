import type { PlainDate } from '#kernel/dates.ts';
import type { Done } from '#kernel/decider.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Step } from '#platform/act.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { matterStep, type Classification, type Opening } from '#contexts/casework/index.ts';
import type { Offline, Received } from '../domain/intake.ts';
import type { IntakeNeeds } from '../handle.ts';

/** One part of an intake as a person divided it: a matter of its own, or something that must be sealed. */
export interface Part {
  readonly title: string;
  readonly text: string; // the span of the original that it quotes
  readonly claims: readonly string[];
  readonly classify?: Classification; // set at once, where the desk already knows
  readonly accusation?: boolean;
}

/** What a matter takes over from the intake that it came in: the receipt above all, and who speaks. */
export interface Source {
  readonly intake: Subject;
  readonly received: Received;
  readonly receivedAt: Date;
  readonly registeredAt: Date;
  readonly parties: string; // plain, on its way under the key of the matter
  readonly files?: string;
  readonly unitReceipt?: PlainDate; // of a matter that was sealed away by mistake and came back
  readonly convertedFrom?: 'inquiry' | 'thanks';
}

/** Opens the matter, and classifies it where that was already said. */
export function matterSteps(needs: IntakeNeeds, source: Source, matter: Subject & { readonly no: string }, part: Part, done: Done): Step[] {
  const { received, intake, receivedAt, registeredAt, parties, files, unitReceipt, convertedFrom } = source;
  const notes: Note[] = [];
  const keep = (text: string) => {
    const taken = takeNote(text);
    notes.push(taken);
    return taken.words;
  };
  const opening: Opening = {
    no: matter.no,
    intake: intake.id,
    intakeNo: received.no,
    channel: received.channel,
    receivedAt: receivedAt.toISOString(),
    registeredAt: registeredAt.toISOString(),
    receivedBy: received.receivedBy,
    isPetitionDept: received.isPetitionDept,
    level: received.level,
    pack: received.pack,
    title: keep(part.title),
    text: keep(part.text),
    parties: keep(parties),
    claims: part.claims.map((claim, index) => ({ no: index + 1, text: keep(claim) })),
    contactKnown: received.contactKnown,
    anonymous: received.anonymous,
    electronic: received.electronic,
    people: received.people,
    ...(files && { files: keep(files) }),
    ...(unitReceipt && { unitReceipt }),
    ...(received.postmarkOn && { postmarkOn: received.postmarkOn }),
    ...(convertedFrom && { convertedFrom }),
    ...(received.offline && { offline: timesOf(received.offline) }),
  };
  const open = matterStep(needs, matter, { type: 'open', opening, ...done }, { notes, isNew: true });
  if (!part.classify) return [open];
  return [open, matterStep(needs, matter, { type: 'classify', ...part.classify, ...done }, { isNew: true })];
}

const timesOf = ({ deviceAt, syncedAt, counts }: Offline) => ({ deviceAt, syncedAt, counts });
