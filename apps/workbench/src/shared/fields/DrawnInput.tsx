/** A signature drawn with pen, finger or mouse. First the consent, then the pad; who cannot or will not draw signs on paper. */
import { Button } from 'antd';
import { type PointerEvent, useId, useRef, useState } from 'react';
import { DRAWN_CONSENT, DRAWN_HEIGHT, DRAWN_WIDTH, drawnSvg, readDrawn, type Strokes, writeDrawn } from '#contexts/documents/domain/drawn.ts';
import './drawn.css';

interface DrawnInputProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  wrong?: string | undefined;
}

const NEAR = 6; // points closer than this say nothing more
const MOST = 1_200; // points of one signature

export function DrawnInput({ label, value, onChange, wrong }: DrawnInputProps) {
  const id = useId();
  const pad = useRef<SVGSVGElement>(null);
  const [agreed, setAgreed] = useState(value !== undefined);
  const [strokes, setStrokes] = useState<Strokes>(() => (value ? (readDrawn(value) ?? []) : []));
  const drawing = useRef(false);

  const pointOf = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const { left, top, width, height } = pad.current!.getBoundingClientRect();
    return [((clientX - left) / width) * DRAWN_WIDTH, ((clientY - top) / height) * DRAWN_HEIGHT];
  };
  const begin = (event: PointerEvent) => {
    drawing.current = true;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    setStrokes([...strokes, [pointOf(event)]]);
  };
  const go = (event: PointerEvent) => {
    if (!drawing.current || strokes.flat().length >= MOST) return;
    const point = pointOf(event);
    const last = strokes.at(-1)?.at(-1);
    if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < NEAR) return;
    setStrokes([...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), point]]);
  };
  const end = () => {
    if (!drawing.current) return;
    drawing.current = false;
    const written = writeDrawn(strokes);
    onChange(readDrawn(written) ? written : undefined);
  };
  const clear = () => {
    setStrokes([]);
    onChange(undefined);
  };

  return (
    <fieldset className="fld whole drawn" aria-describedby={`${id}-hint`}>
      <legend>{label}</legend>
      <label className="agree">
        <input
          type="checkbox"
          checked={agreed}
          onChange={({ target }) => {
            setAgreed(target.checked);
            if (!target.checked) clear();
          }}
        />
        {DRAWN_CONSENT}
      </label>
      {agreed && (
        <>
          <svg
            ref={pad}
            className="pad-box"
            viewBox={`0 0 ${DRAWN_WIDTH} ${DRAWN_HEIGHT}`}
            role="img"
            aria-label={drawnSvg(writeDrawn(strokes)) ? '已经签名' : '签名的地方，还没有签'}
            onPointerDown={begin}
            onPointerMove={go}
            onPointerUp={end}
            onPointerCancel={end}
          >
            {strokes.map((stroke, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: strokes have no name but their place
              <polyline key={index} points={stroke.map((point) => point.map(Math.round).join(',')).join(' ')} />
            ))}
          </svg>
          <Button size="small" onClick={clear} disabled={strokes.length === 0}>
            清除重签
          </Button>
        </>
      )}
      <span className="hint" id={`${id}-hint`}>
        不能手写的，在纸上签名，填写扫描件或者照片的编号。
      </span>
      {wrong && <span className="wrong">{wrong}</span>}
    </fieldset>
  );
}
