import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { PublicClock, PublicMatter } from '#contexts/transparency/domain/progress.ts';
import { hasEnded } from '#contexts/transparency/domain/stage-clock.ts';
import { isRunning, missedBefore, stateOf } from '#contexts/transparency/domain/light.ts';
import { Tel } from '../parts/Fields.tsx';
import { Icon } from '../parts/Icons.tsx';
import { day, lastOf, shortDay } from '../words/dates.ts';
import { hoursIn } from '../words/hours.ts';
import { nameIn, officeIn, wordsOf } from '../words/index.ts';
import { ClockSum } from './ClockSum.tsx';
import { Log } from './Log.tsx';
import { owedBy } from './sentence.ts';

interface Props {
  readonly frame: Frame;
  readonly matter: PublicMatter;
  readonly at: number;
  readonly clock: PublicClock | undefined;
}

/** The panel of the current station: the person before the procedure, then the clock, then what was done. */
export function Detail({ frame, matter, at, clock }: Props) {
  return (
    <div className="detail">
      <Person frame={frame} matter={matter} at={at} clock={clock} />
      <Work frame={frame} matter={matter} clock={clock} />
    </div>
  );
}

function Person({ frame, matter, at, clock }: Props) {
  const { progress } = wordsOf(frame);
  const { answerable, stage } = matter;
  const { host, above } = frame.site;
  const late = clock && stateOf(clock, frame.today) === 'late';
  const standIn = answerable?.standIns?.find(({ from, to }) => from <= frame.today && frame.today <= to);
  const phone = standIn?.phone ?? answerable?.phone ?? host.phone;
  const next = progress.nexts[stage];
  return (
    <div className="person">
      <h3>{answerable ? progress.whoNow : progress.whoEnd}</h3>
      <p>
        <b className="unit">{answerable ? officeIn(frame, answerable.unit) : nameIn(frame, host.name)}</b>
        {answerable && (answerable.person ?? <span className="small quiet">{progress.noPerson}</span>)}
      </p>
      {standIn && <p>{progress.standIn(standIn.person, shortDay(standIn.to, frame.language))}</p>}
      <a className="btn" href={`tel:${phone.replaceAll(/[^0-9+]/g, '')}`}>
        <Icon name="phone" />
        {phone}
      </a>
      {(answerable?.hours || answerable?.address) && (
        <p className="small quiet">
          {answerable.hours && hoursIn(frame.language, answerable.hours)}
          {answerable.hours && answerable.address && <br />}
          {answerable.address && officeIn(frame, answerable.address)}
        </p>
      )}
      {answerable && (
        <p className="small">
          {progress.second([officeIn(frame, answerable.second.unit), answerable.second.person].filter(Boolean).join(''))}
          <br />
          <Tel number={answerable.second.phone} />
        </p>
      )}
      {next && (
        <>
          <hr />
          <h4>{progress.next}</h4>
          <p>{next}</p>
        </>
      )}
      {answerable && (
        <p>
          {progress.canSupplement}
          <a href="/supplement">{progress.supplement}</a>
          {progress.canComplain}
          <a href={`/complain/${at + 1}`}>{progress.complainShort}</a>
          {frame.language === 'en' ? '.' : '。'}
        </p>
      )}
      {late && above && (
        <a className="btn plain" href={`/complain/${at + 1}?to=above`}>
          {progress.complaintAbove(nameIn(frame, above.name))}
        </a>
      )}
    </div>
  );
}

function Work({ frame, matter, clock }: Omit<Props, 'at'>) {
  const { progress, now } = wordsOf(frame);
  const right = clock?.mine ? progress.rights[clock.id] : undefined;
  const gap = frame.language === 'en' ? ', ' : '，';
  const { stage } = matter;
  const others = matter.clocks.filter((other) => other !== clock && isRunning(other, frame.today));
  return (
    <div>
      {clock && (
        <>
          <h3>{right ? progress.clockOf(right) : progress.clockHere}</h3>
          <ClockSum frame={frame} clock={clock} />
        </>
      )}
      {matter.ending && (
        <>
          <h3>{progress.stationsTo.concluded}</h3>
          <p>
            {progress.ending(
              frame.language === 'en' && hasEnded(stage) ? progress.saysEnded[stage] : matter.ending.text,
              day(matter.ending.on, frame.language),
            )}
          </p>
        </>
      )}
      {others.length > 0 && (
        <details>
          <summary>{progress.otherClocks}</summary>
          {others.map((other) => (
            <div key={`${other.id}${other.startedOn}`}>
              <h4>{`${other.mine ? '' : `${officeIn(frame, other.holder)}${frame.language === 'en' ? ': ' : ' '}`}${owedBy(frame, other)}`}</h4>
              <ClockSum frame={frame} clock={other} plain />
            </div>
          ))}
        </details>
      )}
      <NotKept frame={frame} matter={matter} />
      <h4 id="log">
        {matter.stage === 'inProgress' ? progress.doneHere : progress.done}
        {matter.log.length > 1 && <span className="small quiet calm">{gap + now.newestFirst}</span>}
      </h4>
      <Log frame={frame} log={matter.log} />
    </div>
  );
}

/** Of the beginning, and past: it is told with what was done, and is nobody's to wait for. */
function NotKept({ frame, matter }: { readonly frame: Frame; readonly matter: PublicMatter }) {
  const { progress } = wordsOf(frame);
  const missed = missedBefore(matter, frame.today);
  if (missed.length === 0) return null;
  return (
    <>
      <h4>{progress.missedBefore}</h4>
      <ul className="rows">
        {missed.map((clock) => {
          const [before, after] = progress.missed(officeIn(frame, clock.holder), owedBy(frame, clock));
          return <li key={`${clock.id}${clock.startedOn}`}>{`${before}${lastOf(clock, frame.language)}${after}`}</li>;
        })}
      </ul>
      <p className="small quiet">{progress.missedBeforeNote}</p>
    </>
  );
}
