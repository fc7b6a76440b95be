import { loadMatter, matterOf, type Accompany, type MatterCommand } from '#contexts/casework/index.ts';
import type { Step } from '#platform/act.ts';
import { findMissing } from '../domain/check.ts';
import type { PaperCode } from '../domain/kind.ts';
import type { DocumentsNeeds } from './needs.ts';
import { prefill } from './prefill.ts';
import { prepare } from './sign.ts';
import { wordsNow } from './words.ts';

/** Commands of the page whose letter says nothing that the matter does not already know. */
const LETTERS: Readonly<Partial<Record<MatterCommand['type'], PaperCode>>> = { refer: 'F04', assign: 'F05' };

/**
 * 转送函、交办函: numbered in the act that refers or assigns, with the dates
 * that this very act starts. Where the matter does not know enough for the
 * letter (no name, no telephone), the act goes on without it and the desk drafts it.
 */
export const accompanyPapers =
  (needs: DocumentsNeeds): Accompany =>
  async (subject, command) => {
    const code = LETTERS[command.type];
    if (!code || !needs.signatureOf(command.by.unit).documentWord) return undefined;
    const loaded = await loadMatter(needs, subject);
    const { unit } = command.by;
    const to = 'to' in command ? needs.organs().nameOf(String(command.to)) : '';
    const materials = ['信访事项登记表', ...(loaded.matter.opening?.files ? ['信访人提交的材料'] : [])];
    const known = { addressee: to, materials };
    const beforehand = findMissing(code, prefill(needs, code, loaded, unit, known)).filter(({ field }) => field !== 'reportDueOn');
    if (beforehand.length > 0) return undefined;

    const words = { words: (await wordsNow(needs, unit, code))?.version };
    const { first } = prepare(needs, subject, code, {}, command.by, words);
    const letter = (n: number): Step => ({
      subject,
      take(past, doneBefore) {
        const now = { ...loaded, past, matter: matterOf(needs, past) };
        const same = { ...needs, now: () => command.at }; // one act, one moment: a later one would lie after its own recording
        const [paper] = prepare(same, subject, code, prefill(needs, code, now, unit, known), command.by, words).steps(n);
        return paper!.take(past, doneBefore);
      },
    });
    return { first, steps: (rows) => [letter(rows[0]?.[0]?.last)] };
  };
