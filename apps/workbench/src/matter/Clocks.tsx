/** The clocks of a matter: those that run opened with their calculation, those that ended as one line each. */
import type { ClockShown, MatterPage } from '#contexts/casework/contract.ts';
import { isSpent } from '#contexts/casework/domain/ways/promises/beginning.ts';
import { ClockCalc, isInternal, markOf } from '../shared/clock/ClockCalc.tsx';
import { ClockTag } from '../shared/clock/ClockTag.tsx';
import { readClock } from '../shared/clock/read.ts';
import { isMissed, lastOf } from '../shared/clock/reading.ts';
import { day } from '../shared/dates.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { useMe } from '../session/session.tsx';
import { owedHere } from './lead.ts';

export function Clocks({ page }: { page: MatterPage }) {
  const running = page.clocks.filter(
    ({ clock, stoppedOn, legalOn, type }) => !stoppedOn && !(lapses(type) && legalOn < page.today) && !isSpent(clock, page.stage),
  );
  const order = owedHere(page, useMe().unitName ?? '').map(({ item }) => item.key);
  const placeOf = ({ key }: ClockShown) => (order.includes(key) ? order.indexOf(key) : order.length);
  const [pressing, ...others] = running.toSorted((one, other) => placeOf(one) - placeOf(other)); // what the head of the page names first, at the top
  const past = page.clocks.filter((clock) => !running.includes(clock));

  return (
    <Sheet title="期限" aside={running.length ? `${running.length} 个在走` : '没有在走的'}>
      {pressing && <Running clock={pressing} page={page} open />}
      {others.map((clock) => (
        <Running key={clock.key} clock={clock} page={page} />
      ))}
      {past.length > 0 && (
        <details className="past-clocks" open={past.length <= 4}>
          <summary className="small">已经了结的 {past.length} 个</summary>
          <ul className="past">
            {past.map((clock) => (
              <Past key={clock.key} clock={clock} page={page} />
            ))}
          </ul>
        </details>
      )}
    </Sheet>
  );
}

function Running({ clock, page, open = false }: { clock: ClockShown; page: MatterPage; open?: boolean }) {
  const reading = readClock({ ...clock, internal: isInternal(clock) }, page);
  const pressing = reading.side === 'duty' && reading.left <= 3;
  return (
    <details className={`run${pressing ? (reading.left < 0 && !isMissed(reading) ? ' late' : ' near-due') : ''}`} open={open}>
      <summary>
        <ClockTag
          clock={reading}
          today={page.today}
          second={
            <>
              {clock.name} · {lastOf(reading, page.today)}止 · {clock.holder}
            </>
          }
        />
        <span className="small how">怎么算的</span>
      </summary>
      <ClockCalc lines={clock.lines} evidence={clock.evidence} />
    </details>
  );
}

function Past({ clock, page }: { clock: ClockShown; page: MatterPage }) {
  const reading = readClock({ ...clock, internal: isInternal(clock) }, page);
  const what = reading.state === 'met' || reading.state === 'metLate' ? reading.metOn : undefined;
  return (
    <li>
      <ClockTag clock={{ ...reading, name: clock.name }} today={page.today} second={clock.name} />
      <span className="small mute">
        {what ? `${day(what, page.today)}，` : ''}限 {lastOf(reading, page.today)}
        {reading.state === 'metLate' && '，办成时已经超期'}
        {isInternal(clock) && `（${markOf(clock).name}）`}
      </span>
    </li>
  );
}

const lapses = (type: string) => type === 'right' || type === 'window';
