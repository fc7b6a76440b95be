/** The original, unchanged; what each part quotes is underlined, solid for the first, dashed for the second. */
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';

interface MarkedTextProps {
  text: string;
  quotes: readonly string[];
  onQuote?: ((words: string, part: number) => void) | undefined;
}

export function MarkedText({ text, quotes, onQuote }: MarkedTextProps) {
  const self = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState('');

  useEffect(() => {
    const follow = () => {
      const selection = getSelection();
      const inside = selection && selection.rangeCount > 0 && self.current?.contains(selection.anchorNode);
      setChosen(inside ? selection.toString().trim() : '');
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, []);

  return (
    <>
      <div className="voice" ref={self}>
        {marked(text, quotes)}
      </div>
      {onQuote && (
        <div className="acts" style={{ marginTop: 10, minHeight: 32 }} aria-live="polite">
          {chosen ? (
            quotes.map((_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the number of the part is its name
              <Button key={at} onMouseDown={(event) => event.preventDefault()} onClick={() => onQuote(chosen, at)}>
                引到事 {at + 1}
              </Button>
            ))
          ) : (
            <span className="small mute">选中几句，就能引到右边的一件。实线是事 1，虚线是事 2。</span>
          )}
        </div>
      )}
    </>
  );
}

/** Cuts the text at the quotes. Where two overlap, the earlier part keeps the words. */
function marked(text: string, quotes: readonly string[]) {
  const spans = quotes
    .map((quote, part) => ({ part, from: quote.trim() ? text.indexOf(quote.trim()) : -1, length: quote.trim().length }))
    .filter(({ from }) => from >= 0)
    .sort((one, other) => one.from - other.from);
  const pieces = [];
  let at = 0;
  for (const { part, from, length } of spans) {
    if (from < at) continue;
    pieces.push(
      text.slice(at, from),
      <mark key={part} className={part % 2 ? 'two' : ''} title={`事 ${part + 1}`}>
        {text.slice(from, from + length)}
      </mark>,
    );
    at = from + length;
  }
  return [...pieces, text.slice(at)];
}
