import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { LogLine } from '#contexts/transparency/domain/progress.ts';
import { shortDay } from '../words/dates.ts';
import { wordsOf } from '../words/index.ts';

interface Props {
  readonly frame: Frame;
  readonly log: readonly LogLine[];
}

/** A long way would push all that follows out of sight: what is older than this is one press away. */
const SHOWN = 10;
const HIDDEN_AT_LEAST = 4; // fewer are not worth a press

/** What was done, the newest first. */
export function Log({ frame, log }: Props) {
  const newestFirst = log.toReversed();
  const shown = log.length < SHOWN + HIDDEN_AT_LEAST ? log.length : SHOWN;
  const older = newestFirst.slice(shown);
  return (
    <>
      <Lines frame={frame} log={newestFirst.slice(0, shown)} />
      {older.length > 0 && (
        <details>
          <summary>{wordsOf(frame).now.older(older.length)}</summary>
          <Lines frame={frame} log={older} />
        </details>
      )}
    </>
  );
}

function Lines({ frame, log }: Props) {
  return (
    <ol className="log">
      {log.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same may be done twice on one day; their order never changes
        <li key={index}>
          <time dateTime={line.on}>{shortDay(line.on, frame.language)}</time>
          <What frame={frame} line={line} />
        </li>
      ))}
    </ol>
  );
}

/** In English what was done is told in English; what somebody wrote stays as it was written. */
function What({ frame, line: { type, text, title } }: { readonly frame: Frame; readonly line: LogLine }) {
  if (frame.language !== 'en') return <span>{text}</span>;
  const told = wordsOf(frame).progress.logs[type];
  if (!told) return <span lang="zh-CN">{text}</span>;
  const written = title !== undefined && text.startsWith(`${title}：`) ? text.slice(title.length + 1) : '';
  return (
    <span>
      {told}
      {written && (
        <>
          <br />
          <span className="small" lang="zh-CN">
            {written}
          </span>
        </>
      )}
    </span>
  );
}
