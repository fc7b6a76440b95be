import { commitmentsOf, newestOf, offeredOf, PETITIONER, textOf, whyNot, type LoadedMatter, type OwnSignature } from '#contexts/casework/index.ts';
import type { Directory } from '#contexts/directory/index.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { PublicCommitment, PublicPromise, Signed } from '../domain/commitment.ts';

/** What was promised, and whether the petitioner may sign: by the same rule that decides when they do. */
export function commitmentOf(loaded: LoadedMatter, directory: Directory, today: PlainDate): { commitment?: PublicCommitment } {
  const { matter, past } = loaded;
  const promises = promisesOf(loaded, directory);
  if (promises.length === 0 && !matter.promises?.mutual) return {};
  const may = !whyNot('signCommitment', { matter, unit: PETITIONER, organs: directory, today });
  const signed = signedIn(past, newestOf(matter.clocks, 'E02')?.legalOn);
  const ofGroup = matter.collective !== undefined || (matter.opening?.people ?? 1) > 1;
  const page = { unit: unitOf(loaded, directory), promises, ...(signed && { signed }), ...(ofGroup && { ofGroup }) };
  return { commitment: { ...page, ...(may && offerOf(loaded, today)) } };
}

/** The same for one member of a group: what they signed themselves, and nobody else's signature (rights R7). */
export function memberCommitmentOf(loaded: LoadedMatter, member: string, directory: Directory, today: PlainDate): { commitment?: PublicCommitment } {
  const { matter } = loaded;
  const own = matter.collective?.signed[member];
  const promises = promisesOf(loaded, directory);
  if (promises.length === 0) return {};
  const may = (!own || own.cancelledOn) && !whyNot('signAsMember', { matter, unit: PETITIONER, organs: directory, today });
  const page = { unit: unitOf(loaded, directory), promises, ofGroup: true, ...(own && { signed: ownSigned(own) }) } as const;
  return { commitment: { ...page, ...(may && offerOf(loaded, today, member)) } };
}

const ownSigned = ({ on, until, coolingUntil, cancelledOn }: OwnSignature): Signed => ({
  on,
  online: true,
  until,
  ...(coolingUntil && { coolingUntil }),
  ...(cancelledOn && { cancelledOn }),
});

const unitOf = ({ matter: { handlingUnit } }: LoadedMatter, directory: Directory) => (handlingUnit ? directory.shortNameOf(handlingUnit) : '');

const promisesOf = ({ matter, texts }: LoadedMatter, directory: Directory): PublicPromise[] =>
  commitmentsOf(matter).map(({ part, owner, what, dueOn, state }) => ({ part, owner: directory.shortNameOf(owner), what: textOf(texts, what), dueOn, state }));

function offerOf({ matter }: LoadedMatter, today: PlainDate, member?: string): Pick<PublicCommitment, 'offer'> {
  const offer = offeredOf(matter, member);
  return offer && offer.until >= today ? { offer: { parts: offer.promises.map(({ part }) => part), until: offer.until } } : {};
}

function signedIn(past: LoadedMatter['past'], cooling: PlainDate | undefined): Signed | undefined {
  const at = past.findLastIndex(({ type }) => type === 'MutualCommitmentSigned');
  const action = past[at] as ({ at: Date } & { online?: boolean; until?: PlainDate }) | undefined;
  if (!action?.until) return undefined;
  const cancelled = past.slice(at).find(({ type }) => type === 'MutualCommitmentCancelled');
  return {
    on: dateInChina(action.at),
    online: action.online === true,
    until: action.until,
    ...(action.online && cooling && { coolingUntil: cooling }),
    ...(cancelled && { cancelledOn: dateInChina(cancelled.at) }),
  };
}
