/** A list of short texts, one a line of its own: claims, materials. A new one by Enter, removed by its button. */
import { Button } from 'antd';
import { useId, useRef } from 'react';

interface LinesInputProps {
  label: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  noun: string; // 诉求
  required?: boolean | undefined;
  hint?: string | undefined;
  wrong?: string | undefined;
  rows?: number;
  most?: number; // as many as are taken; then it is said what to do with the rest
  full?: string;
}

export function LinesInput({ label, value, onChange, noun, required = false, hint, wrong, rows = 1, most = Number.POSITIVE_INFINITY, full }: LinesInputProps) {
  const own = useId();
  const list = useRef<HTMLOListElement>(null);
  const shown = value.length ? value : [''];
  const focus = (at: number) => setTimeout(() => list.current?.querySelectorAll('textarea')[at]?.focus());

  const isFull = shown.length >= most;
  const add = () => {
    if (isFull) return;
    onChange([...shown, '']);
    focus(shown.length);
  };
  return (
    <div className="fld whole">
      <span className="lab" id={own}>
        {label}
        {required ? '（必填）' : ''}
      </span>
      <ol ref={list} className="stack tight" aria-labelledby={own}>
        {shown.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what a line is
          <li key={at} style={{ display: 'flex', gap: 8 }}>
            <span className="mute" style={{ paddingTop: 5, minWidth: '1.4em' }} aria-hidden="true">
              {at + 1}
            </span>
            <textarea
              className="in"
              rows={rows}
              aria-label={`${noun} ${at + 1}`}
              value={text}
              onChange={({ target }) => onChange(shown.map((each, place) => (place === at ? target.value : each)))}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.nativeEvent.isComposing && rows === 1) {
                  event.preventDefault();
                  add();
                }
              }}
            />
            {shown.length > 1 && (
              <Button
                aria-label={`去掉${noun} ${at + 1}`}
                onClick={() => {
                  onChange(shown.filter((_, place) => place !== at));
                  focus(Math.max(0, at - 1));
                }}
              >
                去掉
              </Button>
            )}
          </li>
        ))}
      </ol>
      {isFull ? (
        <span className="hint" role="status">
          {full}
        </span>
      ) : (
        <div>
          <Button onClick={add}>再加一项{noun}</Button>
        </div>
      )}
      {hint && <span className="hint">{hint}</span>}
      {wrong && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}
