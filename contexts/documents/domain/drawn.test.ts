import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRAWN_HEIGHT, DRAWN_WIDTH, drawnSvg, readDrawn, writeDrawn } from './drawn.ts';

const point = fc.tuple(fc.integer({ min: 0, max: DRAWN_WIDTH - 1 }), fc.integer({ min: 0, max: DRAWN_HEIGHT - 1 }));
const stroke = fc.array(point, { minLength: 2, maxLength: 30 });

describe('手写签名', () => {
  it('写下来再读出来，笔画一样', () =>
    fc.assert(
      fc.property(fc.array(stroke, { minLength: 1, maxLength: 12 }), (strokes) => {
        const long = [
          [
            [0, 0],
            [999, 399],
          ] as [number, number][],
          ...strokes,
        ];
        expect(readDrawn(writeDrawn(long))).toEqual(long);
      }),
    ));

  it('出了框的落在框边上，不足一笔的不是签名', () => {
    expect(
      readDrawn(
        writeDrawn([
          [
            [-5, 10],
            [2_000, 900],
          ],
        ]),
      ),
    ).toEqual([
      [
        [0, 10],
        [999, 399],
      ],
    ]);
    expect(
      readDrawn(
        writeDrawn([
          [
            [10, 10],
            [12, 11],
          ],
        ]),
      ),
    ).toBeUndefined();
    expect(readDrawn(writeDrawn([]))).toBeUndefined();
  });

  it('没有同意的、夹带别的内容的、太长的，都不是签名；只有数字进得了图样', () => {
    for (const text of [
      '1,1 900,300',
      'agreed|1,1 <script>',
      'agreed|1,1 900,300"/><script>',
      'agreed|1,1 9000,300',
      `agreed|${'1,1 '.repeat(5_000)}900,300`,
    ]) {
      expect(readDrawn(text), text.slice(0, 30)).toBeUndefined();
      expect(drawnSvg(text)).toBeUndefined();
    }
    expect(drawnSvg('agreed|1,1 900,300;5,5')).toMatch(/^<svg [^>]*><path d="M1 1L900 300M5 5h1" [^<>]*\/><\/svg>$/);
  });
});
