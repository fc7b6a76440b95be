import { challengeTo, PETITIONER, publicationOf, textOf, whyNot, type LoadedMatter, type MatterAction } from '#contexts/casework/index.ts';
import type { Directory } from '#contexts/directory/index.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { PublicHearing } from '../domain/heard.ts';
import type { AskAbout } from '../domain/messages.ts';
import type { PublicMatter } from '../domain/progress.ts';

/** Which command each of these is in casework: whether it can be asked now is said by the rule that decides it. */
const ASKED = { applyHearing: 'applyForHearing', challengePanel: 'challengePanel', objectPublication: 'objectToPublication' } as const satisfies Partial<
  Record<AskAbout, string>
>;

/** Hearings, the publication after one, and what the petitioner may ask about both. */
export function heardOf(loaded: LoadedMatter, directory: Directory, today: PlainDate): Pick<PublicMatter, 'hearings' | 'publication' | 'may'> {
  const { matter } = loaded;
  const hearings = (matter.hearings ?? []).map((hearing) => publicHearing(loaded, hearing, directory));
  const asking = { matter, unit: PETITIONER, organs: directory, today };
  const may = (Object.keys(ASKED) as (keyof typeof ASKED)[]).filter((about) => !whyNot(ASKED[about], asking));
  const text = publicationOf(loaded);
  const { publication } = matter;
  return {
    ...(hearings.length > 0 && { hearings }),
    ...(may.length > 0 && { may }),
    ...(publication && text && { publication: { ...termOf(publication), text } }),
  };
}

type Hearing = NonNullable<LoadedMatter['matter']['hearings']>[number];

function publicHearing({ matter, past, texts }: LoadedMatter, hearing: Hearing, directory: Directory): PublicHearing {
  const { id, state, organ, on, declined } = hearing;
  const scheduled = past.findLast((recorded) => recorded.type === 'HearingScheduled' && (recorded as unknown as { part: string }).part === id) as unknown as
    | Extract<MatterAction, { type: 'HearingScheduled' }>
    | undefined;
  const standing = challengeTo(hearing, matter);
  const open = state === 'scheduled';
  return {
    state: declined ? 'declined' : state,
    organ: directory.nameOf(organ),
    ...(on && { on }),
    ...(scheduled && open && { place: textOf(texts, scheduled.place) }),
    ...(standing && open && { challenge: standing.state === 'pending' ? ('pending' as const) : ('recused' as const) }),
  };
}

type Publication = NonNullable<LoadedMatter['matter']['publication']>;

const termOf = ({ state, startsOn, endsOn, until, objected }: Publication) => ({
  state,
  startsOn,
  endsOn,
  ...(until && { until }),
  ...(objected && { objected }),
});
