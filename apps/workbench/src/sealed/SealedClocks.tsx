/** The clocks of a sealed file or request, the first one open, each with how it is counted. */
import type { SealedPage } from '#contexts/sealed/contract.ts';
import { ClockCalc, type Evidence } from '../shared/clock/ClockCalc.tsx';
import { ClockTag } from '../shared/clock/ClockTag.tsx';
import { readClock } from '../shared/clock/read.ts';
import { day } from '../shared/dates.ts';
import { Sheet } from '../shared/Sheet.tsx';

const STANDING: Readonly<Record<string, Evidence>> = { law: 'T', practice: 'S', unconfirmed: 'M', default: 'P' };

/** No text was read that gives this length: passed, it is never said as a broken law. */
const isOwnTerm = (standing: string) => standing === 'unconfirmed' || standing === 'default';

export function SealedClocks({ clocks, today }: { clocks: SealedPage['clocks']; today: string }) {
  return (
    <Sheet title="期限">
      {clocks.length === 0 && <p className="mute">没有在走的期限。</p>}
      {clocks.map((clock, at) => (
        <details key={clock.key} className="run" open={at === 0}>
          <summary>
            <ClockTag
              today={today}
              clock={readClock({ ...clock, targetAt: null, internal: isOwnTerm(clock.standing) }, { today })}
              second={`${clock.name} · ${day(clock.legalOn, today)}止`}
            />
            <span className="small how">怎么算的</span>
          </summary>
          <ClockCalc lines={clock.lines} evidence={STANDING[clock.standing]} />
        </details>
      ))}
    </Sheet>
  );
}
