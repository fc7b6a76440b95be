/** Where the lines of a page stand, read back by poppler from `pdftotext -bbox-layout`: for golden tests. */
export interface Line {
  readonly page: number;
  readonly text: string;
  readonly left: number; // mm from the left edge
  readonly right: number;
  readonly top: number; // mm from the upper edge
}

const mm = (points: string | undefined) => (Number(points) / 72) * 25.4;

export function linesOf(bboxLayout: string): Line[] {
  return bboxLayout.split('<page ').flatMap((page, number) =>
    [...page.matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([\s\S]*?)<\/line>/g)].map(([, left, top, right, words]) => ({
      page: number,
      text: [...(words ?? '').matchAll(/>([^<]*)<\/word>/g)].map(([, word]) => word).join(''),
      left: mm(left),
      right: mm(right),
      top: mm(top),
    })),
  );
}

/** Small enough to keep: page, left, top and right in tenths of a millimetre, and the first letters to find it by. */
export type Golden = readonly [page: number, left: number, top: number, right: number, begins: string];

export const goldenOf = (lines: readonly Line[]): Golden[] =>
  lines
    .map(({ page, left, top, right, text }): Golden => [page, tenth(left), tenth(top), tenth(right), [...text].slice(0, 4).join('')])
    .sort((one, other) => one[0] - other[0] || one[2] - other[2] || one[1] - other[1]);

const tenth = (millimetres: number) => Math.round(millimetres * 10);

/** What moved by more than half a millimetre, came or went. */
export function movedFrom(golden: readonly Golden[], found: readonly Golden[]): string[] {
  if (golden.length !== found.length) return [`${golden.length} lines were kept, ${found.length} stand there now`];
  return found.flatMap((line, index) => {
    const kept = golden[index]!;
    const same = line[0] === kept[0] && line[4] === kept[4] && [1, 2, 3].every((at) => Math.abs(Number(line[at]) - Number(kept[at])) <= 5);
    return same ? [] : [`page ${line[0]}: ${JSON.stringify(kept)} is now ${JSON.stringify(line)}`];
  });
}
