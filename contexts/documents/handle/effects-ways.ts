import type { PlainDate } from '#kernel/dates.ts';
import type { Done } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import { shortChinese } from '#kernel/words.ts';
import { takeNote } from '#platform/words.ts';
import { isRows } from '../domain/check.ts';
import type { Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import type { Effect } from './effects.ts';
import { termsOf } from './effects-review.ts';
import type { DocumentsNeeds } from './needs.ts';

/** What signing decides on the further ways of a matter: a short opinion, who is competent, an agreement, a promise, an instruction. */
export function effectOfWayPaper(needs: DocumentsNeeds, code: PaperCode, values: Values, done: Done): Effect | undefined {
  switch (code) {
    case 'F24': // 简易答复 is an opinion like any other: claim by claim, with its remedy (第三十二条、第三十五条)
      return { notes: [], command: (document) => ({ type: 'issueOpinion', document, ...termsOf(needs, values['claims'], done.by.unit), ...done }) };
    case 'F14':
      return values['basis'] === 'dispute' ? jurisdiction(needs, values, done) : undefined;
    case 'F26': {
      const { text, last, who } = stepsOf(values['terms']);
      const performer = who.map((name) => needs.unitNamed(name)).find((unit) => unit !== undefined && unit !== done.by.unit);
      const terms = takeNote(text);
      const form = values['kind'] === 'mediation' ? 'mediation' : 'settlement';
      const both = { petitionerFree: true, otherFree: true }; // the paper is signed by both, and by nobody else
      return {
        notes: [terms],
        command: (instrument) => ({
          type: 'signAgreement',
          instrument,
          form,
          ...both,
          terms: terms.words,
          dueOn: last,
          ...(performer && { performingUnit: performer }),
          ...done,
        }),
      };
    }
    case 'F28': {
      const steps = takeNote(stepsOf(values['steps']).text);
      const witness = values['witness'] ? takeNote(String(values['witness'])) : undefined;
      const until = String(values['until']) as PlainDate;
      // To be signed online: the unit's side is its promise, the petitioner's is theirs to give on the page of the matter (rights R7).
      if (values['signedAs'] === 'online')
        return { notes: [steps], command: () => ({ type: 'makeCommitment', owner: done.by.unit, what: steps.words, dueOn: until, ...done }) };
      return {
        notes: witness ? [steps, witness] : [steps],
        command: () => ({ type: 'signCommitment', signedAs: 'witnessed', ...(witness && { witness: witness.words }), steps: steps.words, until, ...done }),
      };
    }
    case 'F29': {
      const instruction = takeNote([values['instruction'], values['owner'], values['dueOn']].join('\n'));
      return { notes: [instruction], command: () => ({ type: 'signInstruction', instruction: instruction.words, ...done }) };
    }
    case 'F30': {
      const charter = takeNote([values['head'], stepsOf(values['plan']).text].join('\n'));
      return { notes: [charter], command: () => ({ type: 'formTaskForce', charter: charter.words, ...done }) };
    }
    default:
      return undefined;
  }
}

function jurisdiction({ unitNamed }: DocumentsNeeds, values: Values, done: Done): Effect {
  const unit = (name: string) => {
    const found = unitNamed(name.trim());
    if (!found) throw new Refusal('AgainstRule', `名录中没有“${name}”，请按名录中的名称填写。`, '第二十四条第一款');
    return found;
  };
  const grounds = takeNote(String(values['reasons']));
  const lead = unit(String(values['lead']));
  const named = Array.isArray(values['coUnits']) ? values['coUnits'].map(String) : String(values['coUnits'] ?? '').split('\n');
  const coUnits = named.filter((name) => name.trim() !== '').map(unit);
  return { notes: [grounds], command: () => ({ type: 'decideJurisdiction', lead, coUnits, grounds: grounds.words, ...done }) };
}

/** “做什么、谁来做、哪一天以前”, row by row, and the last of the days. */
function stepsOf(value: Values[string] | undefined): { text: string; last: PlainDate; who: readonly string[] } {
  const rows = isRows(value) ? value : [];
  const days = rows.map(({ by }) => String(by) as PlainDate).sort();
  const text = rows.map(({ what, who, by = '' }) => `${what}（${who}，${by.slice(0, 4)}年${shortChinese(by as PlainDate)}前）`).join('\n');
  return { text, last: days.at(-1) ?? ('' as PlainDate), who: rows.map(({ who: name }) => String(name ?? '').trim()) };
}
