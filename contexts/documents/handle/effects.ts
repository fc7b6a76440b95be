import { PAPERS, type DeliveryMethod, type MatterCommand, type PaperKind, type Stage } from '#contexts/casework/index.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Done, Words } from '#kernel/decider.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { isLegalDate } from '../domain/check.ts';
import type { Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';
import { clocksTold } from './dates.ts';
import { effectOfReviewPaper, reasonsOfRedo, termsOf } from './effects-review.ts';
import { effectOfWayPaper } from './effects-ways.ts';
import type { DocumentsNeeds } from './needs.ts';

/** What casework is asked for in the act of a paper: paper belongs to documents, legal effect to casework. */
export interface Effect {
  readonly command: (document: string) => MatterCommand;
  readonly notes: readonly Note[];
}

/** By code, the kind under which casework knows the paper; undefined where it has no effect of its own. */
export const effectOf = (code: PaperCode): PaperKind | undefined =>
  code === 'F24' ? 'handlingOpinion' : (Object.keys(PAPERS) as PaperKind[]).find((kind) => PAPERS[kind].code === code);

/** What signing a paper decides: an opinion is issued, a suggestion answered, a completion reported. */
export function effectOfSigning(needs: DocumentsNeeds, code: PaperCode, values: Values, done: Done): Effect | undefined {
  switch (code) {
    case 'F23': {
      const { notes, words } = reasonsOfRedo(values);
      return { notes, command: (document) => ({ type: 'issueOpinion', document, ...termsOf(needs, values['claims'], done.by.unit), ...words, ...done }) };
    }
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
      return effectOfWayPaper(needs, code, values, done) ?? effectOfReviewPaper(needs, code, values, done);
  }
}

const UNDER_REVIEW: readonly Stage[] = ['underReview', 'underRecheck'];

interface Sending {
  readonly method: DeliveryMethod;
  readonly evidence: Words;
}

/**
 * What sending a paper does to the matter: the written duty ends, and the dates
 * it tells are facts. What came back and goes out again decides nothing anew.
 */
export function effectsOfDispatch(
  code: PaperCode,
  values: Values,
  sending: Sending,
  done: Done,
  { stage, again = false }: { readonly stage?: Stage; readonly again?: boolean } = {},
): Effect[] {
  const paper = effectOf(code);
  if (!paper) return [];
  const told = datesTold(code, values);
  const sent = { ...sending, ...(Object.keys(told).length > 0 && { told }), ...done };
  if (code === 'F16' && !again) {
    const grounds = takeNote(String(values['reasons']));
    return [
      {
        notes: [grounds],
        command: (document) => ({
          type: stage && UNDER_REVIEW.includes(stage) ? 'extendReview' : 'extend',
          days: Number(values['days']),
          grounds: grounds.words,
          document,
          ...sent,
        }),
      },
    ];
  }
  const dispatched: Effect = { notes: [], command: (document) => ({ type: 'dispatch', document, paper, ...particulars(code, values), ...sent }) };
  if (sending.method !== 'publicNotice') return [dispatched];
  return [dispatched, { notes: [], command: (document) => ({ type: 'postPublicNotice', document, place: sending.evidence, ...done }) }];
}

/** 补登凭证: that the paper did go out on its day, said again by the proof that came late. What it told it told then. */
export function lateDispatch(code: PaperCode, values: Values, document: string, sending: Sending, done: Done): MatterCommand[] {
  const paper = effectOf(code);
  return paper ? [{ type: 'dispatch', document, paper, late: true, ...particulars(code, values), ...sending, ...done }] : [];
}

/** What a paper says beside its kind that decides whether it may be: why somebody is guided away, which end of a suspension. */
export const particulars = (code: PaperCode, values: Values) => ({
  ...(code === 'F11' && { reason: String(values['reason']) as 'litigationVisitor' | 'outsideOwnAndSystem' }),
  ...(code === 'F57' && { phase: values['phase'] === 'end' ? ('end' as const) : ('start' as const) }),
});

function datesTold(code: PaperCode, values: Values): Partial<Record<ClockId, PlainDate>> {
  return Object.fromEntries(
    Object.entries(clocksTold(code, values)).flatMap(([field, clock]) => {
      const date = values[field];
      return isLegalDate(date) && clock !== 'A06' ? [[clock, date.on]] : []; // the 15 days of another unit are not this one's to promise
    }),
  );
}
