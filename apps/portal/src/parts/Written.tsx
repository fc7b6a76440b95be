import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { wordsOf } from '../words/index.ts';

/** What stood in a form that was not taken: every word, to be copied and put in again. */
export function Written({ frame, written }: { readonly frame: Frame; readonly written: readonly string[] }) {
  const { written: words } = wordsOf(frame).about.error;
  return (
    <section className="apart" aria-labelledby="written">
      <h2 id="written">{words.title}</h2>
      <p>{words.how}</p>
      {written.map((text, index) => (
        <p key={text}>
          <textarea className="input" readOnly rows={rowsOf(text)} aria-label={words.label(index + 1)} defaultValue={text} />
        </p>
      ))}
    </section>
  );
}

const rowsOf = (text: string) =>
  Math.min(
    12,
    text.split('\n').reduce((rows, line) => rows + Math.ceil((line.length + 1) / 18), 1),
  );
