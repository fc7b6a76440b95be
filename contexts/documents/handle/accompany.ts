import { loadMatter, matterOf, type Accompany, type MatterCommand } from '#contexts/casework/index.ts';
import type { PaperCode } from '../domain/kind.ts';
import { organFor, type DocumentsNeeds } from './needs.ts';
import { prefill } from './prefill.ts';
import { numberedWith } from './together.ts';
import { mustBeWhole } from './whole.ts';

/** Commands of the page whose letter says nothing that the matter does not already know. */
const LETTERS: Readonly<Partial<Record<MatterCommand['type'], PaperCode>>> = { refer: 'F04', assign: 'F05' };

/**
 * 转送函、交办函: numbered in the act that refers or assigns, with the dates
 * that this very act starts. Where the matter does not know enough for the
 * letter (no name, no telephone), the act goes on without it and the desk drafts it.
 * Filing away adds no paper: it asks first whether all of them can be read.
 */
export const accompanyPapers =
  (needs: DocumentsNeeds): Accompany =>
  async (subject, command) => {
    if (command.type === 'archive') await mustBeWhole(needs, subject);
    const code = LETTERS[command.type];
    if (!code || !needs.signatureOf(organFor(needs, command.by.unit)).documentWord) return undefined;
    const loaded = await loadMatter(needs, subject);
    const { unit } = command.by;
    const to = 'to' in command ? needs.organs().nameOf(String(command.to)) : '';
    const materials = ['信访事项登记表', ...(loaded.matter.opening?.files ? ['信访人提交的材料'] : [])];
    const known = { addressee: to, materials };
    const beforehand = prefill(needs, code, loaded, unit, known);
    return numberedWith(needs, subject, code, command, { ...beforehand, ...(code === 'F05' && LATER) }, (past) =>
      prefill(needs, code, { ...loaded, past, matter: matterOf(needs, past) }, unit, known),
    );
  };

/** The day of the report is known once the act has assigned. */
const LATER = { reportDueOn: { on: '2000-01-01', rolled: false, provisional: false } } as const;
