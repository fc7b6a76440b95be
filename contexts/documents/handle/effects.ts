import { PAPERS, type ClaimResult, type DeliveryMethod, type MatterCommand, type PaperKind } from '#contexts/casework/index.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { isLegalDate, isRows } from '../domain/check.ts';
import type { Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import { clocksTold } from './dates.ts';
import type { DocumentsNeeds } from './needs.ts';

/** What casework is asked for in the act of a paper: paper belongs to documents, legal effect to casework. */
export interface Effect {
  readonly command: (document: string) => MatterCommand;
  readonly notes: readonly Note[];
}

/** By code, the kind under which casework knows the paper; undefined where it has no effect of its own. */
export const effectOf = (code: PaperCode): PaperKind | undefined => (Object.keys(PAPERS) as PaperKind[]).find((kind) => PAPERS[kind].code === code);

/** What signing a paper decides: an opinion is issued, a suggestion answered, a completion reported. */
export function effectOfSigning(needs: DocumentsNeeds, code: PaperCode, values: Values, done: Done): Effect | undefined {
  switch (code) {
    case 'F23':
      return { notes: [], command: (document) => ({ type: 'issueOpinion', document, ...termsOf(needs, values, done.by.unit), ...done }) };
    case 'F25': {
      const grounds = takeNote(String(values['reasons']));
      const adopted = String(values['result']) as 'adopted' | 'partly' | 'not';
      return {
        notes: [grounds],
        command: (document) => ({
          type: 'replySuggestion',
          document,
          adopted,
          contribution: values['contribution'] === 'yes',
          grounds: grounds.words,
          ...done,
        }),
      };
    }
    case 'F58': {
      const grounds = takeNote(String(values['done']));
      return {
        notes: [grounds],
        command: (document) => ({ type: 'replyDuty', document, performed: values['performed'] === 'yes', grounds: grounds.words, ...done }),
      };
    }
    case 'F32': {
      const report = takeNote([values['investigation'], values['handling']].join('\n'));
      return { notes: [report], command: (document) => ({ type: 'reportCompletion', document, report: report.words, ...done }) };
    }
    default:
      return undefined;
  }
}

/** §32: one answer a claim; what is supported has one date by which all of it is done, and who performs it. */
function termsOf({ unitNamed }: DocumentsNeeds, { claims }: Values, unit: string) {
  const rows = isRows(claims) ? claims : [];
  const results = Object.fromEntries(rows.map(({ no, result }) => [Number(no), result as ClaimResult]));
  const supported = rows.filter(({ result }) => result === 'supported');
  const dueOn = supported
    .map(({ performBy }) => performBy as PlainDate)
    .sort()
    .at(-1);
  const performer = supported.map(({ performer: name }) => unitNamed(String(name).trim())).find((one) => one !== undefined);
  return { results, ...(dueOn && { dueOn, performingUnit: performer ?? unit }) };
}

interface Sending {
  readonly method: DeliveryMethod;
  readonly evidence: Words;
}

/** What sending a paper does to the matter: the written duty ends, and the dates it tells are facts. */
export function effectsOfDispatch(code: PaperCode, values: Values, sending: Sending, done: Done): Effect[] {
  const paper = effectOf(code);
  if (!paper) return [];
  const told = datesTold(code, values);
  const sent = { ...sending, ...(Object.keys(told).length > 0 && { told }), ...done };
  if (code === 'F16') {
    const grounds = takeNote(String(values['reasons']));
    return [{ notes: [grounds], command: (document) => ({ type: 'extend', days: Number(values['days']), grounds: grounds.words, document, ...sent }) }];
  }
  const reason = code === 'F11' ? { reason: String(values['reason']) as 'litigationVisitor' | 'outsideOwnAndSystem' } : {};
  const dispatched: Effect = { notes: [], command: (document) => ({ type: 'dispatch', document, paper, ...reason, ...sent }) };
  if (sending.method !== 'publicNotice') return [dispatched];
  return [dispatched, { notes: [], command: (document) => ({ type: 'postPublicNotice', document, place: sending.evidence, ...done }) }];
}

function datesTold(code: PaperCode, values: Values): Partial<Record<ClockId, PlainDate>> {
  return Object.fromEntries(
    Object.entries(clocksTold(code, values)).flatMap(([field, clock]) => {
      const date = values[field];
      return isLegalDate(date) && clock !== 'A06' ? [[clock, date.on]] : []; // the 15 days of another unit are not this one's to promise
    }),
  );
}
