import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { titlesIn } from '../test/titles.ts';

/**
 * Which article of 《信访工作条例》 is held by which file, and proved by which test:
 * written from docs/law/articles.tsv into docs/law/articles.md. A row without a
 * file says whom the article binds instead.
 */
export interface ArticleRow {
  readonly article: string;
  readonly nature: string;
  readonly binds: string;
  readonly gist: string;
  readonly files: readonly string[];
  readonly tests: readonly { readonly file: string; readonly words: string }[];
  readonly why: string;
}

const SOURCE = new URL('../docs/law/articles.tsv', import.meta.url);
const TABLE = new URL('../docs/law/articles.md', import.meta.url);

export function readArticles(): ArticleRow[] {
  return readFileSync(SOURCE, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [article = '', nature = '', binds = '', gist = '', files = '', tests = '', why = ''] = line.split('\t');
      return {
        article,
        nature,
        binds,
        gist,
        files: files
          .split(',')
          .map((file) => file.trim())
          .filter(Boolean),
        tests: tests
          .split(';')
          .filter(Boolean)
          .map((test) => ({ file: test.split('::')[0] ?? '', words: test.split('::')[1] ?? '' })),
        why,
      };
    });
}

/** What is wrong with the rows: a file that is gone, words that stand in no title of a test, a row that holds nothing and does not say why. */
export function faultsOf(rows: readonly ArticleRow[]): string[] {
  return rows.flatMap(({ article, files, tests, why }) => [
    ...(files.length === 0 && !why ? [`${article}: no file, and no word why`] : []),
    ...(files.length > 0 && tests.length === 0 ? [`${article}: no test`] : []),
    ...files.filter((file) => !existsSync(pathOf(file))).map((file) => `${article}: there is no ${file}`),
    ...tests.flatMap(({ file, words }) => {
      if (!existsSync(pathOf(file))) return [`${article}: there is no ${file}`];
      const titles = titlesIn(readFileSync(pathOf(file), 'utf8'));
      return titles.some((title) => holds(title, words)) ? [] : [`${article}: no test “${words}” in ${file}`];
    }),
  ]);
}

/** Words that end in a number mean that number: “不变量 4” is not found in “不变量 48”. */
function holds(title: string, words: string): boolean {
  const after = title.slice(title.indexOf(words) + words.length);
  return title.includes(words) && !(/\d$/.test(words) && /^\d/.test(after));
}

const pathOf = (file: string) => new URL(`../${file.split(' (')[0]}`, import.meta.url);

export function tableOf(rows: readonly ArticleRow[]): string {
  const lines = rows.map(({ article, nature, binds, gist, files, tests, why }) => {
    const where = files.map((file) => `\`${file}\``).join('<br>') || `（${why}）`;
    const proof = tests.map(({ file, words }) => `\`${file}\` “${words}”`).join('<br>');
    return `| ${article} | ${nature} | ${binds} | ${gist} | ${where}${files.length > 0 && why ? `<br>（${why}）` : ''} | ${proof} |`;
  });
  return [
    '# 《信访工作条例》逐条对照',
    '',
    'Written by `node scripts/law-table.ts` from `articles.tsv`; a test checks that each file and each test is there.',
    '',
    '| 条款 | 性质 | 约束谁 | 内容 | 在哪里 | 由哪个测试证明 |',
    '|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

export const readTable = (): string => (existsSync(TABLE) ? readFileSync(TABLE, 'utf8') : '');

if (import.meta.main) {
  const rows = readArticles();
  const faults = faultsOf(rows);
  for (const fault of faults) console.error(fault);
  writeFileSync(TABLE, tableOf(rows));
  process.exitCode = faults.length > 0 ? 1 : 0;
}
