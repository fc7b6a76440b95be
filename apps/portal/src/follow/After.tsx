import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { PublicMatter, PublicStage } from '#contexts/transparency/domain/progress.ts';
import { hasEnded } from '#contexts/transparency/domain/stage-clock.ts';
import { Tel } from '../parts/Fields.tsx';
import { nameIn, officeIn, wordsOf } from '../words/index.ts';

interface Props {
  readonly frame: Frame;
  readonly matter: PublicMatter;
  readonly at: number;
}

/** No opinion comes here that a review could be asked of, or the last one has been given. */
const WITHOUT: readonly PublicStage[] = ['studying', 'replied', 'routed', 'recheckRequested', 'underRecheck', 'recheckIssued', 'recheckDispatched'];

/** Where there is a right to ask the organ above, or one will come: not after the end or the recheck, unless it still runs. */
export function hasFork({ stage, canAsk, claims }: PublicMatter): boolean {
  if (canAsk) return true;
  const rechecked = stage === 'performing' && claims.some(({ standing }) => standing?.by === 'recheck');
  return !hasEnded(stage) && !WITHOUT.includes(stage) && !rechecked;
}

/** What comes after the decision, and how to ask the organ above. */
export function Fork({ frame, matter, at }: Props) {
  const { progress } = wordsOf(frame);
  return (
    <section aria-labelledby="fork">
      <h2 id="fork">{progress.forkTitle}</h2>
      <ol className="fork">
        {progress.fork(officeIn(frame, matter.review ?? ''), officeIn(frame, matter.recheck ?? '')).map(([title, text]) => (
          <li key={title}>
            <b>{title}</b>
            <span>{text}</span>
          </li>
        ))}
      </ol>
      {matter.canAsk && (
        <p className="apart">
          <a className="btn plain" href={`/review/${at + 1}`}>
            {progress.askHere[matter.canAsk.instance]}
          </a>
        </p>
      )}
      <p className="small quiet apart">{progress.forkNote}</p>
    </section>
  );
}

/** Not taken up again: what was decided, and that whatever is new always opens a new matter (rights R3). */
export function Anew({ frame, matter, at }: Props) {
  const { progress } = wordsOf(frame);
  const { anew } = progress;
  const { host, supervision } = frame.site;
  const gap = frame.language === 'en' ? ' ' : '';
  return (
    <section aria-labelledby="anew">
      <h2 id="anew">{anew.title}</h2>
      <ul className="rows">
        <li>{anew.decided}</li>
        <li>
          {anew.always}
          {gap} <a href="/file">{anew.file}</a>
          <br />
          <span className="small quiet">{anew.how(matter.no)}</span>
        </li>
        <li>
          {anew.wrong}
          {gap} <a href={`/complain/${at + 1}`}>{anew.complain}</a>
          <br />
          <span className="small quiet">
            {nameIn(frame, supervision.name)} <Tel number={supervision.phone} />
          </span>
        </li>
        <li>
          {anew.help}
          {gap} {nameIn(frame, host.name)} <Tel number={host.phone} />
        </li>
      </ul>
    </section>
  );
}
