import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOT_AGAIN_AND_AGAIN, PARTS } from './parts.ts';

const part = process.env.HUIYIN_MUTATION ?? 'clocks';
const { mutate, tests } = PARTS[part];
process.env.HUIYIN_MUTATION_TESTS = JSON.stringify([tests, NOT_AGAIN_AND_AGAIN]);

/** Stryker for one part (`HUIYIN_MUTATION`). What it finds is kept in reports/, so that a run goes on where the last one ended. */
export default {
  testRunner: 'pure',
  plugins: ['./test/mutation/runner.ts'],
  mutate: [...mutate, '!**/*.test.ts'],
  mutator: { excludedMutations: ['StringLiteral'] },
  ignoreStatic: true, // the runner imports once: what is worked out then cannot be changed any more
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: `test/mutation/reports/${part}.incremental.json`,
  concurrency: 2,
  timeoutMS: 30_000, // a busy machine is slow, and a slow test has found nothing
  ignorePatterns: ['dist', 'bench', 'docs', 'apps/{workbench,portal}', 'test/{journeys,refusals,runtime}', 'test/mutation/reports'],
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { reportTests: false, reportMutants: false, allowColor: false },
  jsonReporter: { fileName: `test/mutation/reports/${part}.json` },
  tempDirName: join(tmpdir(), 'huiyin-mutation'),
};
