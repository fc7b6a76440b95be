import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

/**
 * What stands at the end of a run: the ten slowest tests, the tests that were
 * left out, by name, and one plain line that a machine can read.
 */
export default class Closing implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const broken = modules.filter((module) => module.state() === 'failed' && [...module.children.allTests()].every((test) => stateOf(test) !== 'failed'));
    const count = (state: string) => tests.filter((test) => stateOf(test) === state).length;

    console.log('\nThe ten slowest tests:');
    for (const test of tests.toSorted((one, other) => time(other) - time(one)).slice(0, 10))
      console.log(`  ${(time(test) / 1000).toFixed(1).padStart(6)} s  ${nameOf(test)}`);

    const left = tests.filter((test) => stateOf(test) === 'skipped');
    if (left.length > 0) console.log(`\nLeft out:\n${left.map((test) => `  ${nameOf(test)}`).join('\n')}`);
    for (const module of broken) console.log(`\nFile failed outside its tests: ${module.relativeModuleId}`);

    const failed = count('failed') + broken.length + errors.length;
    console.log(`\n${count('passed')} passed, ${failed} failed${left.length > 0 ? `, ${left.length} skipped` : ''}`);
  }
}

const stateOf = (test: TestCase) => test.result().state;
const time = (test: TestCase) => test.diagnostic()?.duration ?? 0;
const nameOf = (test: TestCase) => `${test.module.relativeModuleId} › ${test.fullName}`;
