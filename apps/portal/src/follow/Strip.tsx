import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { PublicStage, Station } from '#contexts/transparency/domain/progress.ts';
import { wordsOf } from '../words/index.ts';
import { stationName } from './station-name.ts';

const MARK = 24;
const STEP = 50;

interface Props {
  readonly frame: Frame;
  readonly stations: readonly Station[];
  readonly stage?: PublicStage;
  readonly late?: boolean;
  readonly alone?: boolean; // no line stands under it
}

/**
 * The whole way at one glance, in the box of the answer: where the line stands
 * up, its end is far below the window. Drawn for the eye only; the words beside
 * it and the line itself say the same.
 */
export function Strip({ frame, stations, stage, late = false, alone = false }: Props) {
  const { now } = wordsOf(frame);
  const at = stations.findIndex(({ state }) => state === 'now');
  const here = stations[at];
  if (!here) return null;
  const width = (stations.length - 1) * STEP + MARK;
  return (
    <div className={['strip', alone && 'alone', late && 'late'].filter(Boolean).join(' ')}>
      <svg viewBox={`0 0 ${width} ${MARK}`} width={width} aria-hidden="true">
        {stations.slice(1).map(({ key, state }, index) => (
          <path key={key} d={`M${index * STEP + MARK} 12h${STEP - MARK}`} className={state === 'to' ? 'to' : undefined} />
        ))}
        {stations.map(({ key, state }, index) => (
          <use
            key={key}
            href={`#i-${state === 'done' ? 'done' : state === 'to' ? 'next' : late ? 'late' : 'now'}`}
            x={index * STEP}
            width={MARK}
            height={MARK}
          />
        ))}
      </svg>
      <p>{now.step(at + 1, stations.length, stationName(frame, stage, here, late))}</p>
    </div>
  );
}
