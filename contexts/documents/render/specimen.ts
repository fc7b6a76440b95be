import { CATALOGUE } from '../domain/catalogue.ts';
import type { Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import { SAMPLES } from './samples.ts';
import { sheetOf, type Facts } from './sheet.ts';
import type { Typesetter } from './typst.ts';

type Press = () => { readonly typeset: Typesetter };

/** Number, day and codes of the invented examples: the same in tests, figures and previews of an office's own words. */
export const specimenFacts = (code: PaperCode, more: Partial<Facts> = {}): Facts => ({
  organ: '清和县住房和城乡建设局',
  issuedOn: '2026-09-28',
  matterNo: '990421-X-2026-0000042-W',
  queryUrl: 'https://huiyin.example/p#9BH7K3MQ9XD2P',
  ...(CATALOGUE[code].typeWord && { number: `清住建${CATALOGUE[code].typeWord}〔2026〕9号` }),
  verify: { url: 'https://huiyin.example/v/7K3MQ9XD2P8F2C41', check: '8F2C 41A9 D07E 5B63' },
  ...more,
});

/** One complete, invented example of a paper, set. */
export const setSpecimen = (press: Press, code: PaperCode, values: Values = SAMPLES[code], more: Partial<Facts> = {}) =>
  press().typeset(code, sheetOf(code, values, specimenFacts(code, more)));
