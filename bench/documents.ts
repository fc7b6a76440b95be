import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { CATALOGUE, PAPER_CODES } from '#contexts/documents/domain/catalogue.ts';
import type { PaperCode } from '#contexts/documents/domain/kind.ts';
import { openPress } from '#contexts/documents/render/press.ts';
import { SAMPLES } from '#contexts/documents/render/samples.ts';
import { setSpecimen } from '#contexts/documents/render/specimen.ts';
import { atMost, machine, markdown, number, plain, type Figure } from './table.ts';

/**
 * `node bench/documents.ts`: CPU of setting each paper once, with QR and check
 * of PDF/A-2a, in a process that has its faces open. Every run has another
 * number and code, so that nothing is found ready. The table goes into
 * docs/figures/documents.md.
 */
const RUNS = 7;
const GOAL = 40;
const busy = loadavg()[0]!;
const press = openPress();

const opened = cpuOf(() => setSpecimen(press, 'F07'));
const papers = PAPER_CODES.map((code) => ({ code, ...measure(code) }));

function measure(code: PaperCode): { median: number; most: number; pages: number; bytes: number } {
  let bytes = 0;
  let pages = 0;
  setSpecimen(press, code);
  const spent = Array.from({ length: RUNS }, (_, run) =>
    cpuOf(() => {
      const no = `${run}${code.slice(1)}7`;
      const facts = { matterNo: `990421-X-2026-00${no}-W`, verify: { url: `https://huiyin.example/v/7K3MQ9XD2P8F${no}`, check: `8F2C ${no} D07E 5B63` } };
      const set = setSpecimen(press, code, SAMPLES[code], facts);
      [bytes, pages] = [set.pdf.length, set.pages];
    }),
  ).sort((one, other) => one - other);
  return { median: spent[Math.floor(RUNS / 2)]!, most: spent.at(-1)!, pages, bytes };
}

function cpuOf(what: () => void): number {
  const began = process.cpuUsage();
  what();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

const figures: Figure[] = [
  atMost(`all ${papers.length} papers: the slowest, median of ${RUNS}`, Math.max(...papers.map(({ median }) => median)), GOAL, ' CPU ms'),
  plain('all papers: median', `${number(papers.map(({ median }) => median).sort((one, other) => one - other)[Math.floor(papers.length / 2)]!)} CPU ms`),
  plain('opening the faces and the first paper of a process', `${number(opened)} CPU ms`),
  ...papers.map(({ code, median, most, pages, bytes }) =>
    atMost(`${code} ${CATALOGUE[code].name}: ${pages} 页, ${Math.round(bytes / 1024)} KB, most ${number(most)} ms`, median, GOAL, ' CPU ms'),
  ),
];
const about = [
  `${new Date().toISOString().slice(0, 10)}; ${machine()}; load of the machine when it began: ${busy.toFixed(1)}, when it ended: ${loadavg()[0]!.toFixed(1)}.`,
  'CPU of all threads of the process, user and system; a busy machine makes it more, never less.',
];
const text = markdown(figures, about).replace('# Figures of `npm run bench`', '# Figures of `node bench/documents.ts`');
writeFileSync(join(import.meta.dirname, '../docs/figures/documents.md'), text);
console.log(text);
