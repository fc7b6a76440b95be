import type { Law } from '#kernel/law.ts';
import { laws } from '../stories.ts';

/** Rules that only some places have, laid over the national ones: without them some rows of lifecycle.md 4 could not be met at all (57, 58, 61). */
const national = laws.inForce('2026-11-20');

export const SAMPLE: Law = {
  ...national,
  version: 'sample',
  terms: {
    ...national.terms,
    C05: { length: { days: 30 }, source: '北京市信访条例（2006）第五十条', dutyEvidence: 'T', lengthEvidence: 'T', pack: 'sample' },
  },
  grounds: [
    { act: 'refuseReview', code: 'lateWithoutExcuse', text: '逾期', article: '山东省信访条例第四十三条' },
    { act: 'conclude', code: 'noSuccessor', text: '没有承继人', article: '山东省信访条例第四十六条第四项' },
  ],
};

export const lawOf = (version: string): Law => (version === SAMPLE.version ? SAMPLE : laws.get(version));
