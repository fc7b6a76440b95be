/**
 * 手写签名: strokes that were drawn on a pad or phone. Only the shape is kept:
 * where the pen went, not when, how fast or how hard, so that nothing can
 * recognise a hand again. It is a picture on a paper, no means of identification.
 *
 * Kept as one line, in the envelope of the paper or its evidence:
 * `agreed|x,y x,y x,y;x,y x,y` — a stroke after the other, in a box of 1000 × 400.
 */
export const DRAWN_WIDTH = 1_000;
export const DRAWN_HEIGHT = 400;

export const DRAWN_CONSENT = '我同意用手写屏签名。系统只保存笔画的形状，印在文书上；不记录笔压、快慢，不用来辨认身份。不同意的，可以在纸上签名。';

const AGREED = 'agreed|';
const MOST = 16_000; // letters
const LINE = /^\d{1,4},\d{1,3}( \d{1,4},\d{1,3})+(;\d{1,4},\d{1,3}( \d{1,4},\d{1,3})*)*$/;

type Point = readonly [x: number, y: number];
export type Strokes = readonly (readonly Point[])[];

export const writeDrawn = (strokes: Strokes): string =>
  AGREED +
  strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) => stroke.map(([x, y]) => `${within(x, DRAWN_WIDTH)},${within(y, DRAWN_HEIGHT)}`).join(' '))
    .join(';');

const within = (value: number, most: number) => Math.max(0, Math.min(most - 1, Math.round(value)));

/** The strokes, or undefined where it is no signature: no consent, not our form, or a mere dot. */
export function readDrawn(text: string): Strokes | undefined {
  if (!text.startsWith(AGREED) || text.length > MOST) return undefined;
  const line = text.slice(AGREED.length);
  if (!LINE.test(line)) return undefined;
  const strokes = line.split(';').map((stroke) => stroke.split(' ').map((point): Point => point.split(',').map(Number) as unknown as Point));
  const points = strokes.flat();
  if (points.some(([x, y]) => x >= DRAWN_WIDTH || y >= DRAWN_HEIGHT)) return undefined;
  const across = Math.max(...points.map(([x]) => x)) - Math.min(...points.map(([x]) => x));
  const down = Math.max(...points.map(([, y]) => y)) - Math.min(...points.map(([, y]) => y));
  return Math.max(across, down) >= 60 ? strokes : undefined;
}

/** As it is printed: black lines, cut to what was drawn. */
export function drawnSvg(text: string): string | undefined {
  const strokes = readDrawn(text);
  if (!strokes) return undefined;
  const paths = strokes.map((stroke) => `M${stroke.map(([x, y]) => `${x} ${y}`).join('L')}${stroke.length === 1 ? 'h1' : ''}`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${DRAWN_WIDTH} ${DRAWN_HEIGHT}"><path d="${paths}" fill="none" stroke="#111" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}
