/** The paper of a step: numbered in the act that takes it, and shown before as it would be. */
import { numberedWith, previewOf, type PaperCode, type Values } from '#contexts/documents/index.ts';
import type { Accompaniment } from '#contexts/casework/index.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import { textOfValue, type WorkValues } from '#kernel/work/kind.ts';
import type { Blanks, WorkPaper } from '#kernel/work/paper.ts';
import type { Step } from '#platform/act.ts';
import { loadHistory, toAction, type Recorded } from '#platform/history.ts';
import type { Note } from '#platform/words.ts';
import type { WorkNeeds } from './needs.ts';
import { referredBy, textsOf, toldOf, workOf } from './told.ts';

/** A step that is asked for, as far as its paper looks at it. */
export interface Stepping {
  readonly kind: string;
  readonly step: string;
  readonly values: WorkValues;
  readonly notes?: readonly Note[];
  readonly by: { readonly person: string; readonly unit: string };
  readonly at: Date;
}

export function paperOfStep({ workPapers }: Pick<WorkNeeds, 'workPapers'>, kind: string, step: string): readonly [PaperCode, WorkPaper] | undefined {
  const found = Object.entries(workPapers?.[kind] ?? {}).find(([, { steps }]) => steps.includes(step));
  return found && [found[0] as PaperCode, found[1]];
}

/** Undefined where the step has no paper, or not all of its blanks are known: it is then written by itself. */
export async function paperWith(needs: WorkNeeds, subject: Subject, asked: Stepping, step: Step): Promise<Accompaniment | undefined> {
  const documents = needs.documents?.();
  const found = documents && (await paperAfter(needs, subject, asked, step));
  if (!found) return undefined;
  const { code, values, valuesOf } = found;
  return numberedWith(documents, subject, code, asked, values, valuesOf);
}

/** 先看文书: what the step would number, marked 草稿; nothing is kept. @throws Refusal where the step itself may not be taken */
export async function previewStep(needs: WorkNeeds, subject: Subject, asked: Stepping, step: Step): Promise<Buffer> {
  const documents = needs.documents?.();
  const found = documents && (await paperAfter(needs, subject, asked, step));
  if (!found) throw new Refusal('NotFound', '这一步不出文书。');
  const matter = textOfValue(found.work.values.matter);
  return previewOf(documents, found.code, found.values, asked.by.unit, matter || undefined);
}

async function paperAfter(needs: WorkNeeds, subject: Subject, asked: Stepping, step: Step) {
  const past = (await loadHistory(needs.db.sql, [subject]).execute()).map(toAction);
  const found = paperOfStep(needs, workOf(past).kind || asked.kind, asked.step);
  if (!found) return undefined;
  const [code, paper] = found;
  const after = [...past, ...taken(needs, step, past)];
  const work = workOf(after);
  const [texts, known, referred] = await Promise.all([
    textsOf(needs, subject, asked.notes),
    needs.knownFor?.(code, subject, work) ?? {},
    referredBy(needs, work),
  ]);
  const valuesOf = (whole: readonly Recorded[]) =>
    filled(paper.blanks(toldOf(needs, whole, asked.by.unit, asked.by.person, { texts, known, ...(referred && { referred }) })));
  return { code, work, values: valuesOf(after), valuesOf };
}

/** What the step would record, without recording it. */
const taken = (needs: WorkNeeds, step: Step, past: readonly Recorded[]): Recorded[] => {
  const { stream, actions } = step.take(past, 0);
  return actions.map((action) => ({ ...action, stream, recordedAt: action.at, calendar: needs.calendar() })) as Recorded[];
};

export const filled = (blanks: Blanks): Values =>
  Object.fromEntries(Object.entries(blanks).filter((entry): entry is [string, Values[string]] => entry[1] !== undefined && entry[1] !== ''));
