import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Collected } from './vitest.ts';

/**
 * Runs the pure tests for Stryker in the process that Stryker gives: they are imported
 * once, and for each mutant only those that reach it are called. Vitest would begin anew
 * for each mutant, which takes fifty times as long.
 *
 * A mutant can leave something wrong in a cache. So what fails is run once more without
 * any mutant: if it fails then too, the process is not to be trusted, and Stryker
 * tries the mutant again in a new one.
 */
class PureTests {
  private tests: readonly Collected[] = [];
  private fresh = true; // no mutant has been here
  private readonly times = new Map<string, number>(existsSync(TIMES) ? JSON.parse(readFileSync(TIMES, 'utf8')) : []);

  /** Nothing is loaded again: a mutant that also acts while files are imported is tried in what runs afterwards. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  /** Before the time of any mutant runs: a busy machine takes long to import. */
  async init(): Promise<void> {
    await this.load();
  }

  /** Everything once, without a mutant: which test reaches which, and how long each takes. */
  async dryRun() {
    const tests: Result[] = [];
    for (const test of this.tests) {
      stryker.currentTestId = test.name;
      tests.push(await resultOf(test));
    }
    stryker.currentTestId = undefined;
    writeFileSync(TIMES, JSON.stringify(tests.map(({ name, timeSpentMs }) => [name, timeSpentMs])));
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant: { id }, testFilter, hitLimit }: Asked) {
    Object.assign(stryker, { hitCount: hitLimit === undefined ? undefined : 0, hitLimit, mutantCoverage: undefined });
    stryker.activeMutant = id;
    const isTrusted = this.fresh;
    this.fresh = false;
    let nrOfTests = 0;
    for (const test of this.quickFirst(testFilter)) {
      nrOfTests += 1;
      const { failureMessage, timeSpentMs } = await resultOf(test);
      this.times.set(test.name, timeSpentMs);
      if (failureMessage === undefined) continue;
      stryker.activeMutant = undefined;
      if (!isTrusted && (await resultOf(test)).failureMessage !== undefined) throw new Error(`A mutant has left its trace: ${test.name}`);
      return this.overLimit(hitLimit) ?? { status: 'killed', killedBy: [test.name], failureMessage, nrOfTests };
    }
    stryker.activeMutant = undefined;
    return this.overLimit(hitLimit) ?? { status: 'survived', nrOfTests };
  }

  /** A loop that a mutant made endless. */
  private overLimit(hitLimit: number | undefined) {
    const { hitCount } = stryker;
    return hitCount !== undefined && hitLimit !== undefined && hitCount > hitLimit ? { status: 'timeout', reason: `${hitCount} times` } : undefined;
  }

  private quickFirst(wanted: readonly string[] | undefined): readonly Collected[] {
    const names = wanted && new Set(wanted);
    const time = ({ name }: Collected) => this.times.get(name) ?? 0;
    return this.tests.filter(({ name }) => names?.has(name) ?? true).sort((one, other) => time(one) - time(other));
  }

  private async load(): Promise<void> {
    registerHooks({
      resolve(name, context, next) {
        const url = STANDINS[name];
        return url && context.parentURL !== url ? { url, shortCircuit: true } : next(name, context);
      },
    });
    const [tests = [], not = []] = JSON.parse(process.env['HUIYIN_MUTATION_TESTS'] ?? '[]') as string[][];
    for (const file of globSync(tests, { exclude: not }).sort()) await import(pathToFileURL(resolve(file)).href);
    this.tests = ((await import(beside('vitest'))) as { collected: readonly Collected[] }).collected;
  }
}

/** What mutated files look at, and what they count. */
interface Namespace {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: unknown;
}

/** What Stryker asks of a runner, as far as it is used here. */
interface Asked {
  readonly activeMutant: { readonly id: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
}

interface Result {
  readonly id: string;
  readonly name: string;
  readonly status: 0 | 1; // passed, failed
  readonly timeSpentMs: number;
  readonly failureMessage?: string;
}

const TIMES = resolve(import.meta.dirname, 'reports/times.json');
const beside = (name: string) => pathToFileURL(resolve(import.meta.dirname, `${name}.ts`)).href;
const STANDINS: Readonly<Record<string, string>> = { vitest: beside('vitest'), 'fast-check': beside('fast-check') };
const stryker: Namespace = ((globalThis as unknown as Record<string, Namespace>)['__stryker__'] ??= {});

async function resultOf({ name, run }: Collected): Promise<Result> {
  const began = performance.now();
  const told = (status: 0 | 1) => ({ id: name, name, status, timeSpentMs: performance.now() - began });
  try {
    await run();
    return told(0);
  } catch (error) {
    return { ...told(1), failureMessage: error instanceof Error ? error.message : String(error) };
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'pure', injectableClass: PureTests }];
