import { cpus, totalmem } from 'node:os';

/** One figure: what was measured, what came out, and what it has to reach. */
export interface Figure {
  readonly what: string;
  readonly found: string;
  readonly goal?: string;
  readonly reached?: boolean;
}

export const number = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en-US') : value >= 10 ? value.toFixed(1) : value.toFixed(2));

export const atLeast = (what: string, value: number, goal: number, unit = ''): Figure => ({
  what,
  found: `${number(value)}${unit}`,
  goal: `≥ ${number(goal)}${unit}`,
  reached: value >= goal,
});
export const atMost = (what: string, value: number, goal: number, unit = ''): Figure => ({
  what,
  found: `${number(value)}${unit}`,
  goal: `≤ ${number(goal)}${unit}`,
  reached: value <= goal,
});
export const plain = (what: string, found: string): Figure => ({ what, found });

export function markdown(figures: readonly Figure[], about: readonly string[], title = 'Figures of `npm run bench`'): string {
  const rows = figures.map(
    ({ what, found, goal = '', reached }) => `| ${what} | ${found} | ${goal} | ${reached === undefined ? '' : reached ? 'yes' : '**no**'} |`,
  );
  return [`# ${title}`, '', ...about.map((line) => `* ${line}`), '', '| what | found | goal | reached |', '|---|---|---|---|', ...rows, ''].join('\n');
}

export function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, PostgreSQL 18 of the package, fsync on`;
}
