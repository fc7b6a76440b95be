import { dateInChina } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { PaperAction } from '#contexts/documents/domain/actions.ts';
import { PAPER_CODES, templateNamed } from '#contexts/documents/domain/catalogue.ts';
import { ASKS, paperDecider, type PaperCommand } from '#contexts/documents/domain/decide.ts';
import { METHODS, type Evidence, type Method } from '#contexts/documents/domain/delivery.ts';
import type { Papers } from '#contexts/documents/domain/paper.ts';
import { SAMPLES } from '#contexts/documents/render/samples.ts';
import type { Walk } from './walk.ts';

const text = (id: string): Words => ({ id, hash: 'h' });
const METHOD_NAMES = Object.keys(METHODS) as Method[];

/** The papers of one file: each is numbered, sealed, sent and received, or its number is voided (lifecycle 63). */
export const PAPER_WALK: Walk<PaperCommand, PaperAction, Papers> = {
  line: 'paper',
  decider: paperDecider,
  stageOf: (papers) => newest(papers)?.stage ?? 'none',
  fits: (name, papers) => name === 'number' || ASKS[name as keyof typeof ASKS].includes(newest(papers)?.stage ?? 'voided'),
  makers(papers, at, { below, pick }) {
    const done = { by: { person: '承办人', unit: 'qinghe/housing' }, at };
    const paper = newest(papers);
    const document = paper?.document ?? 'document/1';
    const proof = (method: Method, part: 'dispatch' | 'delivery'): Evidence =>
      Object.fromEntries(METHODS[method][part].flatMap(({ name }) => (below(40) > 0 ? [[name, '有']] : [])));
    const sent = pick(METHOD_NAMES);
    return {
      number: () => {
        const code = pick(PAPER_CODES);
        const values = SAMPLES[code];
        const lacking = below(6) === 0 ? Object.fromEntries(Object.entries(values).slice(1)) : values;
        return { type: 'number', values: lacking, code, ...ISSUE, issuedOn: dateInChina(at), template: templateNamed(code), ...done };
      },
      seal: () => ({ type: 'seal', document, file: text('文件'), hash: 'f'.repeat(64), bytes: 9, pages: 3, ...done }),
      void: () => ({ type: 'void', document, grounds: text('理由'), ...done }),
      dispatch: () => ({ type: 'dispatch', document, method: sent, evidence: proof(sent, 'dispatch'), kept: text('凭证'), ...done }),
      recordDelivery: () => ({
        type: 'recordDelivery',
        document,
        evidence: proof(paper?.method ?? sent, 'delivery'),
        kept: text('回执'),
        on: dateInChina(at),
        ...done,
      }),
      reportReturned: () => ({ type: 'reportReturned', document, grounds: text('查无此人'), ...done }),
    };
  },
};

const ISSUE = {
  number: '清住建信意〔2026〕9号',
  series: { word: '清住建信意', year: 2026, n: 9 },
  organ: 'qinghe/housing',
  organName: '清和县住房和城乡建设局',
  content: text('内容'),
  check: 'ABCD',
  verify: '0123456789ABCDEF',
  corrects: null,
} as const;

const newest = ({ all }: Papers) => Object.values(all).at(-1);
