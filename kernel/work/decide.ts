/** One decider for every kind of work: what its table allows is done, anything else is refused with the way out. */
import { dateInChina } from '../dates.ts';
import type { Decider, Done } from '../decider.ts';
import { Refusal } from '../refusal.ts';
import type { Role } from '../roles.ts';
import type { Work, WorkAct, WorkAction, WorkAsked, WorkKind, WorkKinds, WorkPlaces, WorkStep, WorkValues, WorkWhen } from './kind.ts';

export type WorkCommand = Done & {
  readonly kind: string;
  readonly step: string;
  readonly values: WorkValues;
  readonly lengths: Readonly<Record<string, number>>;
  readonly roles: readonly Role[] | 'system';
  readonly pack: string;
  readonly owner?: string; // of new work that the system begins; else the unit that begins it
  readonly paper?: boolean; // its paper is numbered in the same act
  readonly places: WorkPlaces;
  readonly referred?: Work | undefined;
};

export const NO_WORK: Work = { kind: '', owner: '', pack: '', stage: 'none', values: {}, entries: [] };

export function workDecider(kinds: WorkKinds): Decider<WorkCommand, WorkAction, Work> {
  return { initial: NO_WORK, decide: (command, work) => decide(kinds, command, work), evolve };
}

export function evolve(work: Work, action: WorkAction): Work {
  if (action.step === undefined) return work; // what others recorded of it, such as its papers
  const begun = action.begins ? { ...action.begins, openedAt: action.at } : {};
  return { ...work, ...begun, stage: action.stage, values: { ...work.values, ...action.values }, entries: [...work.entries, action] };
}

function decide(kinds: WorkKinds, command: WorkCommand, work: Work): WorkAction[] {
  const kind = kinds[work.kind || command.kind];
  const step = kind?.steps[command.step];
  if (!kind || !step) throw new Refusal('NotFound', '没有这种工作，或者它没有这一步。');
  const { by, at, places, values, lengths, referred, paper = false } = command;
  if (command.roles === 'system' && work.stage !== 'none' && !step.from.includes(work.stage)) return []; // the timetable comes again: done is done
  allow(kind, step, command, work);
  const asked: WorkAsked = { values, lengths, work, today: dateInChina(at), unit: by.unit, person: by.person, paper, places, referred };
  const refused = lacking(step, asked) ?? step.refuse?.(asked);
  if (refused) throw new Refusal('AgainstRule', refused, step.article ?? kind.article);
  const stage = typeof step.to === 'string' ? step.to : step.to(asked);
  const acts: readonly WorkAct[] = typeof step.acts === 'string' ? [{ type: step.acts }] : step.acts(asked);
  const begins = work.stage === 'none' ? { kind: command.kind, owner: command.owner ?? by.unit, pack: command.pack } : undefined;
  return acts.map((act, nth) => ({
    ...act,
    step: command.step,
    stage,
    values: nth === 0 ? values : {},
    ...(begins && nth === 0 && { begins }),
    by,
    at,
  }));
}

function allow(kind: WorkKind, step: WorkStep, { roles, by, places }: WorkCommand, work: Work): void {
  if (roles !== 'system') {
    if (!step.may(by.unit, work, places)) throw new Refusal('NotAllowed', `“${step.label}”不由您所在的单位办。`, step.article ?? kind.article);
    if (!step.roles.some((role) => roles.includes(role)))
      throw new Refusal('NotAllowed', `“${step.label}”不是您现在的职务能办的。`, step.article ?? kind.article);
  }
  if (!step.from.includes(work.stage))
    throw new Refusal('WrongStage', `现在是“${kind.stages[work.stage]?.name ?? '尚未开始'}”，不能${step.label}。请刷新后再看。`);
}

function lacking({ fields }: WorkStep, { values, lengths, paper }: WorkAsked): string | undefined {
  for (const { name, label, required, orPaper, when, minLength = 0 } of fields) {
    const value = values[name];
    const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (required && empty && !(orPaper && paper) && isMet(when, values)) return `还没有填“${label}”。`;
    if (!empty && (lengths[name] ?? minLength) < minLength) return `“${label}”至少写 ${minLength} 个字。`;
  }
  return undefined;
}

const isMet = (when: WorkWhen | undefined, values: WorkValues) =>
  when === undefined || ('is' in when ? values[when.field] === when.is : Number(values[when.field]) > when.over);

/** May this person take this step now? The same answer shows the button and lets the act through. */
export function offered(
  kind: WorkKind,
  step: WorkStep,
  work: Work,
  asker: { readonly unit: string; readonly roles: readonly Role[] },
  places: WorkPlaces,
): boolean {
  const isDue = step.from.includes(work.stage) && !step.idle?.(work);
  return isDue && step.roles.some((role) => asker.roles.includes(role)) && step.may(asker.unit, work, places) && Boolean(kind);
}
