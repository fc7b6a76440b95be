import { dateInChina } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Query } from '#platform/database.ts';
import { forgetKey, forgetWords } from '#platform/words-erasure.ts';
import {
  filesOfMatter,
  findAttached,
  loadMatter,
  TELLINGS,
  textOf,
  wordsIn,
  type Accompany,
  type CaseworkDb,
  type LoadedMatter,
  type MatterAction,
} from '#contexts/casework/index.ts';
import { intakeStep, loadIntake, type IntakeNeeds, type LoadedIntake, type SealedPart } from '../handle.ts';
import { codesToTell } from '../portal/store.ts';
import { forgetIntake } from './open.ts';

/**
 * A matter that turns out to be an accusation only after it was opened (lifecycle
 * 9, "any organ that finds an accusation"): in the act of casework everything
 * that was said of it goes to the sealed line, its words, files and papers lose
 * their key here, and so does the letter that it came in. The history keeps
 * codes and days, the progress page that it was handed over.
 */
export const accompanySealing =
  (needs: IntakeNeeds): Accompany =>
  async (subject, { type, by, at }) => {
    if (type !== 'moveToSealed') return undefined;
    const loaded = await loadMatter(needs, subject);
    const from = await loadIntake(needs, { region: subject.region, id: loaded.matter.opening!.intake });
    await mustStandAlone(needs, subject);
    const writes = [
      needs.sealAway(subject.region, { ...partOf(loaded, from), codes: await codesToTell(needs.db.sql as never, subject.region, from.subject.id) }),
      forgetKey(needs.db.sql, subject, 'sealed', needs.now()),
      ...(await forgetFiles(needs, from, subject)),
      ...forgetIntake(needs, from),
    ];
    const step = intakeStep(needs, from.subject, { type: 'sealPart', matter: subject.id, by, at }, { writes });
    return { first: [], steps: () => [step] };
  };

/** What was attached to it says the same: it would be left behind in clear. */
async function mustStandAlone(needs: IntakeNeeds, subject: Subject): Promise<void> {
  const attached = await findAttached(needs.db.sql as CaseworkDb, subject);
  if (attached.length === 0) return;
  const numbers = attached.map(({ no }) => no).join('、');
  throw new Refusal('AgainstRule', `另有${attached.length}件并入了本件（${numbers}），说的可能是同一件事。请先逐件拆出，也移入密件，再移本件。`, '第三十条');
}

/** What was handed in cannot be divided: the other matters of the letter lose it too. */
async function forgetFiles(needs: IntakeNeeds, { subject, intake }: LoadedIntake, sealed: Subject): Promise<Query[]> {
  const others = intake.matters.filter((id) => id !== sealed.id).map((id) => ({ region: subject.region, id }));
  const loaded = await Promise.all(others.map((other) => loadMatter(needs, other)));
  return loaded.flatMap(({ subject: other, matter }) => {
    const files = matter.opening?.files;
    return files ? forgetWords(needs.db.sql, other, [files.id], 'sealed', needs.now()) : [];
  });
}

function partOf({ matter, past, texts }: LoadedMatter, { intake }: LoadedIntake): SealedPart {
  const opening = matter.opening!;
  return {
    intake: opening.intake,
    code: `${opening.no}-M`,
    intakeNo: opening.intakeNo,
    unit: intake.received?.receivedBy ?? opening.receivedBy,
    receivedAt: opening.receivedAt,
    channel: opening.channel,
    title: textOf(texts, opening.title),
    text: [textOf(texts, opening.text), ...opening.claims.map(({ no, text }) => `${no}．${textOf(texts, text)}`), ...saidSince(past, texts)].join('\n\n'),
    parties: (matter.parties && texts.get(matter.parties.id)) ?? '[]',
    files: filesOf(past, texts),
    contactKnown: opening.contactKnown,
    pack: opening.pack,
    level: opening.level,
    ...(matter.unitReceipt && { unitReceipt: matter.unitReceipt }),
  };
}

/** What was written down until it was found out, each with its day: nothing of it is left here. */
function saidSince(past: LoadedMatter['past'], texts: LoadedMatter['texts']): string[] {
  return past.slice(1).flatMap((action) => {
    const said = wordsIn(action).flatMap(({ id }) => plainText(texts.get(id)) ?? []);
    const title = TELLINGS[action.type as MatterAction['type']]?.title;
    return said.length > 0 && title ? [`【${dateInChina(action.at)} ${title}】${said.join('；')}`] : [];
  });
}

/** Cards, lists of files and evidence are kept as JSON; of a supplement its text is meant. */
function plainText(text: string | undefined): string | undefined {
  if (text === undefined || !/^[[{]/.test(text)) return text;
  try {
    return text.startsWith('[') ? undefined : (JSON.parse(text) as { text?: string }).text;
  } catch {
    return text; // it only began like one
  }
}

/** Everything that lies in the store of files: what was handed in, at first and later, and the papers. Each with the key that opens it. */
function filesOf(past: LoadedMatter['past'], texts: LoadedMatter['texts']): string | null {
  const papers = past.flatMap((action) => {
    const { type, file, document, bytes } = action as unknown as Recorded;
    const kept = type === 'DocumentSealed' && file ? texts.get(file.id) : undefined;
    if (!kept) return [];
    return [{ ...(JSON.parse(kept) as object), name: `移入前的文书${document?.split('/')[1] ?? ''}.pdf`, type: 'application/pdf', bytes: bytes ?? 0 }];
  });
  const found = [...filesOfMatter({ past, texts }).map(({ file }) => file), ...papers];
  return found.length > 0 ? JSON.stringify(found) : null;
}

interface Recorded {
  readonly type: string;
  readonly file?: Words;
  readonly document?: string;
  readonly bytes?: number;
}
