import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { PublicHearing, PublicPublication } from '#contexts/transparency/domain/heard.ts';
import type { PublicMatter } from '#contexts/transparency/domain/progress.ts';
import { RecheckText } from '../about/RechecksPage.tsx';
import { day } from '../words/dates.ts';
import { officeIn, wordsOf } from '../words/index.ts';

interface Props {
  readonly frame: Frame;
  readonly matter: PublicMatter;
  readonly at: number;
}

/** Under the map: the hearing, and what is to be published after one, each with what one may ask about it. */
export function Heard({ frame, matter, at }: Props) {
  const { hearings = [], publication, may = [] } = matter;
  return (
    <>
      {(hearings.length > 0 || may.includes('applyHearing')) && <Hearings frame={frame} matter={matter} at={at} />}
      {publication && <Publication frame={frame} publication={publication} at={at} canObject={may.includes('objectPublication')} />}
    </>
  );
}

function Hearings({ frame, matter: { hearings = [], may = [] }, at }: Props) {
  const { heard } = wordsOf(frame);
  return (
    <section aria-labelledby="hearing">
      <h2 id="hearing">{heard.title}</h2>
      {hearings.length === 0 && <p>{heard.applyLead}</p>}
      {hearings.map((hearing, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hearings are only ever added
        <Hearing key={index} frame={frame} hearing={hearing} />
      ))}
      {may.includes('challengePanel') && (
        <p>
          <a href={`/ask/challengePanel/${at + 1}`}>{heard.challenge}</a>
        </p>
      )}
      {may.includes('applyHearing') && (
        <p>
          <a className="btn plain" href={`/ask/applyHearing/${at + 1}`}>
            {heard.apply}
          </a>
        </p>
      )}
    </section>
  );
}

function Hearing({ frame, hearing: { state, organ, on, place, challenge } }: { readonly frame: Frame; readonly hearing: PublicHearing }) {
  const { heard } = wordsOf(frame);
  return (
    <>
      <p>{heard.states[state](officeIn(frame, organ), on ? day(on, frame.language) : '')}</p>
      {place && <p>{heard.place(place)}</p>}
      {challenge && <p>{heard.challenged[challenge]}</p>}
    </>
  );
}

function Publication({
  frame,
  publication: { state, text, startsOn, endsOn, until, objected },
  at,
  canObject,
}: {
  readonly frame: Frame;
  readonly publication: PublicPublication;
  readonly at: number;
  readonly canObject: boolean;
}) {
  const { heard } = wordsOf(frame);
  const { proposed, told, released, objected: waiting, ended } = heard.publicationStates;
  const shown = (on: typeof startsOn) => day(on, frame.language);
  const where = objected
    ? waiting
    : state === 'told'
      ? told(shown(until ?? endsOn))
      : state === 'released'
        ? released(shown(startsOn), shown(endsOn))
        : state === 'ended'
          ? ended
          : proposed;
  return (
    <section aria-labelledby="publication">
      <h2 id="publication">{heard.publication}</h2>
      {state !== 'ended' && <p>{heard.publicationLead}</p>}
      <p>
        <b>{where}</b>
      </p>
      {state !== 'ended' && <RecheckText frame={frame} text={text} />}
      {canObject && (
        <p>
          <a className="btn plain" href={`/ask/objectPublication/${at + 1}`}>
            {heard.object}
          </a>
        </p>
      )}
    </section>
  );
}
