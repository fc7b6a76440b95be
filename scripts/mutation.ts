import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARTS } from '../test/mutation/parts.ts';

/**
 * `npm run test:mutation [PART…]`: changes the files that decide, one small mistake at a
 * time, and sees whether a test notices. Stryker is put into test/mutation the first time
 * it is needed. Writes docs/figures/mutation.md from what is known of all parts (with
 * `figures`, only that); what stands there under the last heading is written by hand and stays.
 */
interface Mutant {
  readonly status: string;
  readonly statusReason?: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number } };
}
interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

const HOME = join(import.meta.dirname, '../test/mutation');
const FIGURES = join(import.meta.dirname, '../docs/figures/mutation.md');
const BY_HAND = '## What survives';
const COUNTED = ['Killed', 'Timeout', 'Survived', 'NoCoverage'] as const;

const reportOf = (part: string) => join(HOME, `reports/${part}.json`);
const mutantsOf = ({ files }: Report) => Object.values(files).flatMap(({ mutants }) => mutants);
const version = () =>
  (JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies['@stryker-mutator/core'];
const all = Object.keys(PARTS);
const asked = process.argv.slice(2).filter((name) => all.includes(name));
const stryker = join(HOME, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const parts = process.argv.includes('figures') ? [] : asked.length > 0 ? asked : all;
if (parts.length > 0 && !existsSync(stryker)) run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], HOME);
for (const part of parts) run(process.execPath, [stryker, 'run', 'test/mutation/stryker.config.js'], undefined, part);
writeFileSync(FIGURES, figures());

function run(program: string, given: readonly string[], cwd = join(HOME, '../..'), part = ''): void {
  const { status } = spawnSync(program, given, { cwd, stdio: 'inherit', env: { ...process.env, HUIYIN_MUTATION: part } });
  if (status !== 0) process.exit(status ?? 1);
}

function figures(): string {
  const found = all.filter((part) => existsSync(reportOf(part))).map((part) => ({ part, report: JSON.parse(readFileSync(reportOf(part), 'utf8')) as Report }));
  const every = found.flatMap(({ report }) => mutantsOf(report));
  const ignored = every.filter(({ status }) => status === 'Ignored');
  const isStatic = ignored.filter(({ statusReason }) => statusReason?.startsWith('Static'));
  const head = existsSync(FIGURES) ? readFileSync(FIGURES, 'utf8').split(BY_HAND)[1] : undefined;
  return `# Figures of \`npm run test:mutation\`

* ${new Date().toISOString().slice(0, 10)}; Stryker ${version()}; what belongs to each part stands in \`test/mutation/parts.ts\`, which also names the tests that are asked.
* Score: killed and timed out, of all that were tried; what no test reaches counts as survived.
* Not tried: ${ignored.length - isStatic.length} changed texts (\`StringLiteral\`; see docs/testing.md) and ${isStatic.length} mistakes in what is worked out once, while files are loaded (\`ignoreStatic\`: the tables).

| part | mutants | killed | timed out | survived | no test reaches | score |
|---|---|---|---|---|---|---|
${found.map(({ part, report }) => row(part, mutantsOf(report))).join('\n')}
${row('**all**', every)}

| file | mutants | killed | timed out | survived | no test reaches | score |
|---|---|---|---|---|---|---|
${found.flatMap(({ report }) => Object.entries(report.files).map(([file, { mutants }]) => row(`\`${file}\``, mutants))).join('\n')}

${BY_HAND}${head ?? '\n'}`;
}

function row(name: string, mutants: readonly Mutant[]): string {
  const [killed, timeout, survived, unreached] = COUNTED.map((status) => mutants.filter((one) => one.status === status).length) as [
    number,
    number,
    number,
    number,
  ];
  const tried = killed + timeout + survived + unreached;
  const score = tried === 0 ? '' : `${((100 * (killed + timeout)) / tried).toFixed(1)} %`;
  return `| ${[name, tried, killed, timeout, survived, unreached, score].join(' | ')} |`;
}
