import type { Party } from '#contexts/casework/index.ts';
import type { LoadedIntake } from '#contexts/intake/index.ts';
import type { PrivacyTold } from '#contexts/retention/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Held, MyInformation, OwnCopy } from '../domain/mine.ts';
import type { GivenFile, OpenedBy, PublicMatter } from '../domain/progress.ts';

interface Material {
  readonly loaded: LoadedIntake;
  readonly matters: readonly PublicMatter[];
  readonly opened: readonly OpenedBy[];
  readonly requests: readonly PrivacyTold[];
  readonly parties: readonly Party[]; // as last told
  readonly given: readonly GivenFile[]; // with the letter and afterwards
}

/** What is held of whoever has the code. A sealed part is not told of: the sealed line answers for it. */
export function composeMine({ loaded, matters, opened, requests, parties, given }: Material): MyInformation {
  const { intake, past, texts } = loaded;
  const received = intake.received!;
  const since = intake.firstReceipt ?? dateInChina(intake.receivedAt!);
  const count = (kind: Held['kind'], number: number): Held[] => (number > 0 ? [{ kind, count: number, since }] : []);
  const readable = texts.has(received.text.id);
  const single = parties.length === 1 && received.people <= 1 ? parties[0] : undefined;
  const own = readable && received.people <= 1 && parties.length <= 1 ? ownCopy(loaded, single, given) : undefined;
  return {
    held: [
      ...count('identity', parties.length),
      ...count('statement', readable ? 1 : 0),
      ...count('files', given.length),
      ...count(
        'papers',
        matters.reduce((sum, { papers }) => sum + papers.length, 0),
      ),
      ...count('course', past.length + matters.reduce((sum, { log }) => sum + log.length, 0)),
      ...count(
        'ratings',
        matters.reduce((sum, { evaluation }) => sum + evaluation.rated, 0),
      ),
      ...count(
        'complaints',
        matters.reduce((sum, { complaints }) => sum + complaints.length, 0),
      ),
      ...count(
        'openings',
        opened.reduce((sum, { times }) => sum + times, 0),
      ),
      ...count('requests', requests.length),
    ],
    ...(own && { own }),
    requests: requestsTold(requests),
  };
}

export const requestsTold = (requests: readonly PrivacyTold[]) => requests.map(({ id: _, member: __, ...told }) => told);

function ownCopy({ intake, texts }: LoadedIntake, party: Party | undefined, given: readonly GivenFile[]): OwnCopy {
  const { title, text, claims } = intake.received!;
  return {
    ...(party?.name && { name: party.name }),
    ...(party?.phone && { phone: party.phone }),
    ...(party?.address && { address: party.address }),
    title: texts.get(title.id) ?? '',
    text: texts.get(text.id) ?? '',
    claims: listOf(texts, claims?.id).map(String),
    files: given.map(({ name }) => name),
  };
}

function listOf(texts: ReadonlyMap<string, string>, id: string | undefined): unknown[] {
  const text = id === undefined ? undefined : texts.get(id);
  return text?.startsWith('[') ? JSON.parse(text) : [];
}
