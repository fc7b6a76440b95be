import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { dayOfClock, drivingClock, stateOf } from '#contexts/transparency/domain/light.ts';
import type { PublicClock, PublicMatter, Station } from '#contexts/transparency/domain/progress.ts';
import { isOwn } from '#contexts/transparency/domain/stage-clock.ts';
import { Mark } from '../parts/Icons.tsx';
import { shortDay } from '../words/dates.ts';
import { officeIn, wordsOf } from '../words/index.ts';
import { Detail } from './Detail.tsx';
import { stationName } from './station-name.ts';

interface Props {
  readonly frame: Frame;
  readonly matter: PublicMatter;
  readonly at: number;
}

/**
 * One line, drawn everywhere: filled with a tick is done, the echo is here, the
 * red diamond is overdue, the hollow ring is to come. Shape, word and colour all
 * say it. The current station opens: its panel hangs inside its own item.
 */
export function Line({ frame, matter, at }: Props) {
  const { stations } = matter;
  const clock = drivingClock(matter, frame.today);
  const late = clock !== undefined && stateOf(clock, frame.today) === 'late' && isOwn(clock, matter);
  const here = stations.findIndex(({ state }) => state === 'now');
  const open = here === -1 ? stations.length - 1 : here;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without it Safari no longer says that this is a list, once its marks are our own
    <ol className={`line of-${stations.length} at-${open}`} role="list">
      {stations.map((station, index) => (
        // biome-ignore lint/a11y/noRedundantRoles: as above
        <li key={station.key} role="listitem" className={classOf(station, late)} {...(index === here && { 'aria-current': 'step' as const })}>
          <Stop frame={frame} station={station} late={late} clock={clock} matter={matter} />
          {index === open && <Detail frame={frame} matter={matter} at={at} clock={clock} />}
        </li>
      ))}
    </ol>
  );
}

function classOf({ state }: Station, late: boolean): string | undefined {
  if (state === 'now') return late ? 'now late' : 'now';
  return state === 'to' ? 'to' : undefined;
}

function Stop({
  frame,
  station,
  late,
  clock,
  matter,
}: {
  readonly frame: Frame;
  readonly station: Station;
  readonly late: boolean;
  readonly clock: PublicClock | undefined;
  readonly matter: PublicMatter;
}) {
  const { progress } = wordsOf(frame);
  const { state, on, due } = station;
  const own = clock && isOwn(clock, matter) ? clock : undefined; // of another clock the day stands in the sentence, with its name
  const isLate = state === 'now' && late;
  const when =
    state === 'done'
      ? on && shortDay(on, frame.language)
      : state === 'now' && own && !own.mine
        ? isLate || stateOf(own, frame.today) === 'missed'
          ? progress.shouldBy(shortDay(own.legalOn, frame.language))
          : progress.atLatest(shortDay(due ?? own.legalOn, frame.language))
        : due && progress.atLatest(shortDay(due, frame.language));
  const [first, second] = notes(frame, station, own);
  return (
    <div className="stop">
      <Mark name={state === 'done' ? 'done' : state === 'to' ? 'next' : isLate ? 'late' : 'now'} />
      <h3>{stationName(frame, matter.stage, station, isLate)}</h3>
      {when && <p className="when">{when}</p>}
      {first && (
        <p>
          {first}
          {second && (
            <>
              <span className="br">{frame.language === 'en' ? ', ' : '，'}</span>
              <span className="nb">{second}</span>
            </>
          )}
        </p>
      )}
    </div>
  );
}

function notes(frame: Frame, { key, state, due, unit, on }: Station, clock: PublicClock | undefined): readonly [string?, string?] {
  const { progress } = wordsOf(frame);
  const term = due && progress.term(shortDay(due, frame.language));
  if (state === 'now') return clock && !clock.mine ? [progress.notes.here, progress.notes.dayN(dayOfClock(clock, frame.today))] : [progress.notes.here];
  if (state === 'to')
    return key === 'answered'
      ? [progress.notes.answered, progress.notes.answered2]
      : key === 'performed'
        ? [progress.notes.performed, progress.notes.performed2]
        : [];
  if (key === 'registered') return on ? [progress.notes.sameDay] : [];
  if (key === 'sent' && unit) return term ? [progress.notes.sentTo(officeIn(frame, unit)), term] : [progress.notes.sentTo(officeIn(frame, unit))];
  return term ? [term] : [];
}
