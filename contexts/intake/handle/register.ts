import { IN_PERSON, type Channel } from '#kernel/channels.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import { newId } from '#platform/numbers-id.ts';
import { takeNote, type Note } from '#platform/words.ts';
import type { Query } from '#platform/database.ts';
import { actOnMatters, type Party } from '#contexts/casework/index.ts';
import type { IntakeLevel, Offline } from '../domain/intake.ts';
import { keysOfCode } from '../portal/code.ts';
import { makeCode, type FreshCode } from '../portal/code-stock.ts';
import { findExternal, findSameText, insertBlind, insertCode, insertExternal, insertSameText, loadNo, type IntakeDb } from '../store.ts';
import { intakeStep, type IntakeNeeds } from '../handle.ts';
import { blindTokens } from './blind.ts';
import { matterSteps, type Part } from './matters.ts';
import { newMatters } from './open.ts';
import { sameTextHash } from './same-text.ts';

/** The number that another system has for it. */
interface External {
  readonly source: string;
  readonly id: string;
}

/** Everything that came, as it came. Words are plain here and sealed in the act. */
export interface Arrived {
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly unit: string;
  readonly isPetitionDept: boolean;
  readonly level: IntakeLevel;
  readonly title: string;
  readonly text: string;
  readonly claims: readonly string[];
  readonly parties: readonly Party[];
  readonly anonymous: boolean;
  readonly electronic: boolean;
  readonly people: number;
  readonly place?: string;
  readonly postmarkOn?: PlainDate;
  readonly files?: readonly object[]; // names and keys of stored blobs
  readonly oral?: 'signature' | 'voice' | 'refused';
  readonly drawn?: string; // the signature on a screen, where the visitor wished to give one
  readonly card?: { readonly name: string; readonly post: string; readonly phone: string };
  readonly external?: External;
  readonly offline?: Omit<Offline, 'why'> & { readonly why?: string };
  readonly call?: string; // the call for suggestions that it answers
  readonly idNumber?: string; // goes into the blind index and nowhere else
}

export interface Registered {
  readonly intake: Subject;
  readonly no: string;
  readonly receivedAt: Date;
  readonly code?: string; // told once; absent when the portal or an earlier registration gave it
  readonly matters: readonly (Subject & { readonly no: string })[];
  readonly known: boolean; // it was here already: nothing was written
}

interface Given {
  readonly parts?: readonly Part[]; // matters that the desk can tell at once; opened in the same act
  readonly by: { readonly person: string; readonly unit: string };
  readonly arrival?: { readonly id: string; readonly no: string; readonly codeHmac: Buffer; readonly codeKey: Buffer; readonly done: Query };
}

const CODE_YEARS = 5; // a query code lives as long as the longest way of a matter, and some more (P)

/**
 * Registers what came: exactly one record, whatever the channel and however
 * often it is pushed (不变量 1, 44). One round trip after its numbers are leased.
 */
export async function registerIntake(needs: IntakeNeeds, region: string, arrived: Arrived, given: Given): Promise<Registered> {
  const { by, arrival, parts = [] } = given;
  const db = needs.db.sql as IntakeDb;
  const at = needs.now();
  const subject = { region, id: arrival?.id ?? newId(at.getTime()) };
  const no = arrival?.no ?? (await needs.intakeNo(region, at));
  const fresh = arrival ? undefined : freshCode(needs, region);

  const { notes, received } = receivedOf(needs, arrived, no, region);
  const expires = new Date(at);
  expires.setUTCFullYear(at.getUTCFullYear() + CODE_YEARS);
  const hash = arrival ? undefined : sameTextHash(needs, region, arrived); // the portal's own draft already stops a second time
  const writes: Query[] = [
    insertCode(db, {
      region,
      code_hmac: arrival?.codeHmac ?? fresh!.id,
      code_key: arrival?.codeKey ?? fresh!.publicKey,
      intake: subject.id,
      issued_at: at,
      expires_at: expires,
    }),
    ...insertBlind(
      db,
      blindTokens(needs.blindKey(region), arrived).map((token) => ({ region, token, subject: subject.id, received_at: arrived.receivedAt })),
    ),
    ...(arrived.external ? [insertExternal(db, { region, source: arrived.external.source, external_id: arrived.external.id, subject: subject.id })] : []),
    ...(hash ? [insertSameText(db, { region, hash, subject: subject.id })] : []),
    ...(arrival ? [arrival.done] : []),
  ];
  const inPerson = IN_PERSON.has(arrived.channel);
  const card = arrived.card && note(notes, JSON.stringify(arrived.card));
  const drawn = arrived.drawn && note(notes, arrived.drawn);
  const command = {
    type: 'register',
    received,
    receivedAt: arrived.receivedAt,
    inPerson,
    by,
    at,
    ...(arrived.oral && { oral: arrived.oral }),
    ...(drawn && { drawn }),
    ...(card && { card }),
  } as const;

  const matters = await newMatters(needs, region, parts.length);
  const done = { by, at };
  const source = {
    intake: subject,
    received,
    receivedAt: arrived.receivedAt,
    registeredAt: at,
    parties: JSON.stringify(arrived.parties),
    ...(arrived.files && arrived.files.length > 0 && { files: JSON.stringify(arrived.files) }),
  };
  const opened =
    matters.length > 0
      ? [intakeStep(needs, subject, { type: 'classify', purpose: 'matters', matters: matters.map(({ id }) => id), sealed: false, ...done }, { isNew: true })]
      : [];
  const steps = [
    intakeStep(needs, subject, command, { notes, writes, isNew: true }),
    ...opened,
    ...matters.flatMap((matter, index) => matterSteps(needs, source, matter, parts[index]!, done)),
  ];

  try {
    await actOnMatters(needs, steps, matters);
  } catch (error) {
    const earlier = await findEarlierOf(db, region, arrived, hash, error);
    const { unit, ...known } = await numbered(db, earlier);
    if (unit !== arrived.unit && arrived.external && !isOwn(arrived.external, arrived.unit)) {
      return registerIntake(needs, region, { ...arrived, external: ownNumber(arrived.external, arrived.unit) }, given);
    }
    return { intake: earlier, ...known, matters: [], known: true };
  }
  return { intake: subject, no, receivedAt: arrived.receivedAt, ...(fresh && { code: fresh.code }), matters, known: false };
}

function freshCode({ newCode, codes, codePepper, codePrefix }: IntakeNeeds, region: string): FreshCode {
  const known = newCode?.(region);
  if (!known) return codes?.take(codePrefix(region)) ?? makeCode(codePepper, codePrefix(region));
  const { id, box } = keysOfCode(codePepper, 'query', known);
  return { code: known, id, publicKey: box.publicKey };
}

function note(notes: Note[], text: string) {
  const taken = takeNote(text);
  notes.push(taken);
  return taken.words;
}

function receivedOf(needs: IntakeNeeds, arrived: Arrived, no: string, region: string) {
  const notes: Note[] = [];
  const { title, text, claims, parties, files, place, offline } = arrived;
  const contactKnown = !arrived.anonymous && parties.some((party) => party.phone || party.address);
  const received = {
    no,
    channel: arrived.channel,
    receivedBy: arrived.unit,
    isPetitionDept: arrived.isPetitionDept,
    level: arrived.level,
    pack: needs.packFor(region, dateInChina(arrived.receivedAt)),
    title: note(notes, title),
    text: note(notes, text),
    parties: note(notes, JSON.stringify(parties)),
    ...(claims.length > 0 && { claims: note(notes, JSON.stringify(claims)) }),
    ...(files && files.length > 0 && { files: note(notes, JSON.stringify(files)) }),
    ...(place && { place: note(notes, place) }),
    ...(arrived.postmarkOn && { postmarkOn: arrived.postmarkOn }),
    ...(offline && { offline: { ...offline, ...(offline.why && { why: note(notes, offline.why) }) } as Offline }),
    contactKnown,
    anonymous: arrived.anonymous,
    electronic: arrived.electronic,
    people: peopleOf(arrived),
    ...(arrived.call && { call: arrived.call }),
  };
  return { notes, received };
}

/** Never fewer than are named: whoever signed along is one of several, whatever was left in the field, and nobody withdraws for them (不变量 26). */
const peopleOf = ({ people, parties }: Pick<Arrived, 'people' | 'parties'>): number => Math.max(people, parties.filter(({ role }) => ASKING.has(role)).length);

const ASKING: ReadonlySet<string> = new Set(['principal', 'representative', 'cosigner']);

/** A key that is taken says that it came before; anything else is no answer of ours. */
async function findEarlierOf(db: IntakeDb, region: string, { external }: Arrived, hash: Buffer | undefined, error: unknown): Promise<Subject> {
  const { code, table } = error as { code?: string; table?: string };
  if (code !== '23505') throw error;
  const found =
    table === 'external' && external
      ? await findExternal(db, region, external.source, external.id)
      : table === 'same_text' && hash
        ? await findSameText(db, region, hash)
        : undefined;
  if (!found) throw error;
  return { region, id: found.subject };
}

/**
 * A number of elsewhere that another unit had first: this unit registers what it
 * was sent all the same, and hears nothing of the other, which may be sealed.
 */
export const ownNumber = ({ source, id }: External, unit: string): External => ({ source: `${source}／${unit}`, id });
const isOwn = ({ source }: External, unit: string) => source.endsWith(`／${unit}`);

async function numbered(db: IntakeDb, subject: Subject) {
  const { no, received_at, unit } = await loadNo(db, subject);
  return { no, receivedAt: received_at, unit };
}
