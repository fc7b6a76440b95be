import { describe, expect, it } from 'vitest';
import { PAPERS, PERMISSIONS } from '#contexts/casework/index.ts';
import { CATALOGUE, PAPER_CODES } from '../domain/catalogue.ts';
import type { PaperCode } from '../domain/kind.ts';
import { signersOf } from '../domain/permissions.ts';

/** What signing a paper decides on its matter. */
const DECIDES = {
  F14: 'decideJurisdiction',
  F23: 'issueOpinion',
  F24: 'issueOpinion',
  F25: 'replySuggestion',
  F26: 'signAgreement',
  F28: 'signCommitment',
  F29: 'signInstruction',
  F30: 'formTaskForce',
  F32: 'reportCompletion',
  F35: 'decideReview',
  F36: 'decideRecheck',
  F58: 'replyDuty',
} as const satisfies Partial<Record<PaperCode, keyof typeof PERMISSIONS>>;

/** Two contexts say what a paper means: the catalogue for the desk, casework for the matter. They must say the same. */
describe('文书的效力', () => {
  it('目录说的发出、送达，就是办理留痕里记的', () => {
    for (const { code, dispatched, delivered } of Object.values(PAPERS)) {
      expect(CATALOGUE[code as PaperCode].effects, code).toMatchObject({ dispatched, delivered, failed: 'DeliveryFailed' });
    }
  });

  it('给信访人的、目录里写明发出即止的，办理那边都认得', () => {
    const known = [...Object.values(PAPERS).map(({ code }) => code as string), 'F24'];
    const meant = PAPER_CODES.filter((code) => CATALOGUE[code].addressee === 'petitioner' && CATALOGUE[code].effects.dispatched);
    expect(meant.filter((code) => !known.includes(code))).toEqual([]);
  });

  it('写给信访人、取发文字号的，没有一种不等着发出', () => {
    const numbered = PAPER_CODES.filter((code) => CATALOGUE[code].addressee === 'petitioner' && CATALOGUE[code].typeWord);
    expect(numbered.filter((code) => !CATALOGUE[code].effects.dispatched)).toEqual([]);
  });

  it('谁能决定，谁就能签发作出这个决定的文书；承办人经办的，由负责人签发', () => {
    const decided = PAPER_CODES.filter((code) => CATALOGUE[code].effects.signed);
    expect(decided).toEqual(Object.keys(DECIDES));
    for (const [code, command] of Object.entries(DECIDES)) {
      const { roles } = PERMISSIONS[command];
      const deciding = roles.filter((role) => role !== 'unitClerk');
      expect(signersOf(code as PaperCode), `${code} ${command}`).toEqual(expect.arrayContaining(deciding));
    }
  });
});
