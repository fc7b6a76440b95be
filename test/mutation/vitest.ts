import { expect } from 'vitest';

/**
 * Stands for 'vitest' where mutants are tried: the same `expect`, and a `describe` and
 * `it` that only collect. So a test can be called again and again in one process, thousands
 * of times, and costs what it itself costs.
 */
export interface Collected {
  readonly name: string;
  readonly run: () => unknown;
}

export const collected: Collected[] = [];
let path: readonly string[] = [];

export function describe(name: string, body: () => void): void {
  const before = path;
  path = [...path, name];
  body();
  path = before;
}

export function it(name: string, run: () => unknown): void {
  const full = [...path, name].join(' > ');
  const same = collected.filter((test) => test.name === full || test.name.startsWith(`${full} #`)).length;
  collected.push({ name: same === 0 ? full : `${full} #${same + 1}`, run });
}

type Body = (...given: unknown[]) => unknown;
const call = (body: Body, row: unknown) => (Array.isArray(row) ? body(...row) : body(row));

it.each = (table: readonly unknown[]) => (name: string, body: Body) => table.forEach((row, index) => it(`${name} [${index}]`, () => call(body, row)));

describe.each = (table: readonly unknown[]) => (name: string, body: Body) =>
  table.forEach((row, index) => describe(`${name} [${index}]`, () => void call(body, row)));

/** What a helper of other tests may ask for; a pure test needs neither. */
export const beforeAll = (): void => {};
export const afterAll = (): void => {};

export { expect };
