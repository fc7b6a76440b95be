/** Counters for those who watch machines, printed as Prometheus text. They count calls and rows, never people. */
export interface Metrics {
  counter(name: string, help: string, labels?: readonly string[]): { add(labels?: readonly string[], by?: number): void };
  gauge(name: string, help: string, read: () => Reading | Promise<Reading>): void;
  histogram(name: string, help: string, labels?: readonly string[]): { observe(labels: readonly string[], value: number): void };
  print(): Promise<string>;
}

export type Reading = number | readonly (readonly [Readonly<Record<string, string>>, number])[];

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
  const printers = new Map<string, () => Promise<string[]>>();
  const add = (name: string, help: string, type: string, lines: () => string[] | Promise<string[]>) => {
    if (printers.has(name)) throw new Error(`Metric ${name} exists already`);
    printers.set(name, async () => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...(await lines())]);
  };

  return {
    counter(name, help, labels = []) {
      const values = new Map<string, number>();
      add(name, help, 'counter', () => [...values].map(([key, value]) => `${name}${key} ${value}`));
      return {
        add(given = [], by = 1) {
          const key = write(pair(labels, given));
          values.set(key, (values.get(key) ?? 0) + by);
        },
      };
    },
    gauge(name, help, read) {
      add(name, help, 'gauge', async () => {
        const value = await read();
        return typeof value === 'number' ? [`${name} ${value}`] : value.map(([labels, one]) => `${name}${write(labels)} ${one}`);
      });
    },
    histogram(name, help, labels = []) {
      const series = new Map<string, { labels: Record<string, string>; counts: number[]; sum: number; count: number }>();
      add(name, help, 'histogram', () =>
        [...series.values()].flatMap(({ labels: named, counts, sum, count }) => [
          ...BUCKETS.map((le, index) => `${name}_bucket${write({ ...named, le: String(le) })} ${counts[index]}`),
          `${name}_bucket${write({ ...named, le: '+Inf' })} ${count}`,
          `${name}_sum${write(named)} ${sum}`,
          `${name}_count${write(named)} ${count}`,
        ]),
      );
      return {
        observe(given, value) {
          const named = pair(labels, given);
          const key = write(named);
          const known = series.get(key) ?? { labels: named, counts: BUCKETS.map(() => 0), sum: 0, count: 0 };
          BUCKETS.forEach((le, index) => value <= le && (known.counts[index]! += 1));
          known.sum += value;
          known.count += 1;
          series.set(key, known);
        },
      };
    },
    print: async () => `${(await Promise.all([...printers.values()].map((lines) => lines()))).flat().join('\n')}\n`,
  };
}

const pair = (names: readonly string[], values: readonly string[]) => Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));

function write(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/["\\\n]/g, (one) => (one === '\n' ? '\\n' : `\\${one}`))}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
