import { commitmentsOf, newestOf, offeredOf, PETITIONER, textOf, whyNot, type LoadedMatter } from '#contexts/casework/index.ts';
import type { Directory } from '#contexts/directory/index.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { PublicCommitment, Signed } from '../domain/commitment.ts';

/** What was promised, and whether the petitioner may sign: by the same rule that decides when they do. */
export function commitmentOf({ matter, past, texts }: LoadedMatter, directory: Directory, today: PlainDate): { commitment?: PublicCommitment } {
  const commitments = commitmentsOf(matter);
  if (commitments.length === 0 && !matter.promises?.mutual) return {};
  const offer = whyNot('signCommitment', { matter, unit: PETITIONER, organs: directory, today }) ? undefined : offeredOf(matter);
  const signed = signedIn(past, newestOf(matter.clocks, 'E02')?.legalOn);
  return {
    commitment: {
      unit: matter.handlingUnit ? directory.shortNameOf(matter.handlingUnit) : '',
      promises: commitments.map(({ part, owner, what, dueOn, state }) => ({
        part,
        owner: directory.shortNameOf(owner),
        what: textOf(texts, what),
        dueOn,
        state,
      })),
      ...(offer && offer.until >= today && { offer: { parts: offer.promises.map(({ part }) => part), until: offer.until } }),
      ...(signed && { signed }),
    },
  };
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
