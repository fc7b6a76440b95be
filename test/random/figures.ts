import type { Lived } from '../lives.ts';
import type { Tally } from './tally.ts';
import { TRANSITIONS } from './transitions.ts';
import { isTransition, nameOf, type Transition } from './transition.ts';

/** What random histories did, counted: for a test to read, and for docs/figures/histories.md. */
export interface Counted extends Transition {
  readonly name: string;
  readonly count: number;
}

export function countTransitions({ taken }: Tally): Counted[] {
  const counts = new Map<Transition, number>();
  const byCommand = Map.groupBy(TRANSITIONS, ({ line, by }) => `${line} ${by}`);
  for (const one of taken) {
    const rows = [...(byCommand.get(`${one.line} ${one.command}`) ?? []), ...(byCommand.get(`${one.line} any`) ?? [])];
    for (const row of rows) if (isTransition(row, one)) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return TRANSITIONS.map((row) => ({ ...row, name: nameOf(row), count: counts.get(row) ?? 0 }));
}

const LINES = {
  intake: 'intakes (contexts/intake)',
  matter: 'matters (contexts/casework)',
  sealed: 'accusations (contexts/sealed)',
  evaluation: 'evaluations (contexts/evaluation)',
  paper: 'papers (contexts/documents)',
  work: 'work beside matters (contexts/coordination, supervision, retention)',
  complaint: 'complaints about the handling (contexts/supervision)',
  inspectorate: 'requests of an inspectorate (contexts/sealed)',
} as const;

export function figures({ tally, lives, histories }: Lived, seed: number, counts: readonly Counted[]): string {
  const number = (count: number) => count.toLocaleString('en-US');
  const lines = Map.groupBy(tally.taken, ({ line }) => line);
  const refused = [...tally.refused.values()].reduce((sum, count) => sum + count, 0);
  const fewest = Math.min(...counts.map(({ count }) => count));
  return [
    '# Random histories of `npm run test:long`',
    '',
    `- ${new Date().toISOString().slice(0, 10)}; HUIYIN_SEED=${seed}; ${number(histories)} arrivals, ${number(lives.length)} matters.`,
    `- ${number(tally.taken.length)} accepted commands, ${number(refused)} refused.`,
    `- ${counts.length} transitions of lifecycle.md 4 and 4.4; not one was never made (the rarest ${number(fewest)} times).`,
    '- Written by test/lives.test.ts. The same seed gives the same histories as long as the makers in test/random stay the same.',
    '',
    'What a count means: so many times the decider of that context, the one that the program runs, accepted the command and the state went from the one stage to the other. Of matters and of other work the role of who asks is checked as well, by the tables that the routes use. Everything is in memory: that what belongs together is written together, under concurrency and after a crash, is for the tests over PostgreSQL. Commands of intakes, papers, accusations, ratings and other work are asked of their own deciders beside the matter that they belong to; the acts that join two of them are tested in their contexts. Rows 57 (refusal), 58 and 61 exist only where a local pack has the rule: some of these places have a sample of it. W03 `assignLobbyManager` (D16) is a local practice that no pack of these places asks for: it is not counted here, but tested by itself.',
    '',
    '| accepted | commands |',
    '| --- | --- |',
    ...Object.entries(LINES).map(([line, name]) => `| ${name} | ${number(lines.get(line as keyof typeof LINES)?.length ?? 0)} |`),
    '',
    '| refused as | commands |',
    '| --- | --- |',
    ...[...tally.refused].sort(([, one], [, other]) => other - one).map(([code, count]) => `| ${code} | ${number(count)} |`),
    '',
    '| transition of lifecycle.md 4 | made |',
    '| --- | --- |',
    ...counts.map(({ name, count }) => `| ${name} | ${number(count)} |`),
    '',
  ].join('\n');
}
