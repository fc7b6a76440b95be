import { addDays, dateInChina, type PlainDate } from '#kernel/dates.ts';
import { actOnMatters, matterStep, type Classification, type MatterCommand } from '#contexts/casework/index.ts';
import { registerIntake, type Arrived, type IntakeNeeds, type Registered } from '#contexts/intake/index.ts';
import type { Subject } from '#kernel/subject.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { textOf } from './texts.ts';

/** The life of a matter as most go it, day by day after receipt: to the unit, to its answer, to the end of the term for review. */
export const REGION = 'qinghe';
export const PETITION = 'qinghe/petition';
const HANDLERS = ['housing', 'human-resources', 'natural-resources', 'agriculture', 'water', 'environment', 'transport', 'urban-management'].map(
  (name) => `qinghe/${name}`,
);
const CHANNELS = ['letter', 'letter', 'web', 'mobile', 'phone', 'visit', 'messageBoard', 'upstream'] as const;
const CATEGORIES = ['0101', '0105', '0201', '0301', '0304', '0306', '0402', '0501', '0602', '0703', '0801', '0901', '1002', '1203', '1502', '1703'] as const;

interface Chapter {
  readonly day: number;
  readonly make: (keep: (text: string) => Note['words'], on: PlainDate) => Record<string, unknown> & { type: MatterCommand['type'] };
  readonly unit: 'petition' | 'handler' | 'system';
}

const post = (keep: (text: string) => Note['words']) => ({ method: 'post', evidence: keep('挂号信 XA00012345599') });
const START: readonly Chapter[] = [
  { day: 3, unit: 'petition', make: () => ({ type: 'refer' }) },
  { day: 8, unit: 'handler', make: () => ({ type: 'accept' }) },
  { day: 9, unit: 'handler', make: (keep) => ({ type: 'dispatch', document: 'document/1', paper: 'acceptanceNotice', ...post(keep) }) },
  {
    day: 9,
    unit: 'handler',
    make: (keep) => ({ type: 'startHandling', handler: { person: '承办人', card: keep('{"name":"李兰","post":"科长","phone":"0000-622 0132"}') } }),
  },
];
const CLAIM: readonly Chapter[] = [
  ...START,
  { day: 12, unit: 'handler', make: (keep, on) => ({ type: 'recordInvestigation', on, staff: 2, record: keep('到现场看过，与信访人所述基本一致，已拍照。') }) },
  { day: 13, unit: 'handler', make: (keep, on) => ({ type: 'hearPetitioner', on, refused: false, record: keep('当面听取了信访人的陈述，记录经本人核对。') }) },
  { day: 40, unit: 'handler', make: () => ({ type: 'issueOpinion', document: 'document/2', results: { 1: 'explained' } }) },
  { day: 41, unit: 'handler', make: (keep) => ({ type: 'dispatch', document: 'document/2', paper: 'handlingOpinion', ...post(keep) }) },
  { day: 44, unit: 'handler', make: (keep, on) => ({ type: 'recordDelivery', document: 'document/2', ...post(keep), on }) },
  { day: 86, unit: 'system', make: () => ({ type: 'lapseTerm' }) },
  { day: 105, unit: 'system', make: () => ({ type: 'lapseTerm' }) },
];
const SUGGESTION: readonly Chapter[] = [
  ...START,
  {
    day: 40,
    unit: 'handler',
    make: (keep) => ({
      type: 'replySuggestion',
      document: 'document/2',
      adopted: 'partly',
      contribution: false,
      grounds: keep('建议中可行的部分列入明年的计划。'),
    }),
  },
  { day: 41, unit: 'handler', make: (keep) => ({ type: 'dispatch', document: 'document/2', paper: 'suggestionReply', ...post(keep) }) },
  { day: 44, unit: 'handler', make: (keep, on) => ({ type: 'recordDelivery', document: 'document/2', ...post(keep), on }) },
];
export const WHOLE = 106; // days: then every life is over
export const ACTS = 1 + CLAIM.length;

const HOUR = 3_600_000;

/** Whatever one life needs to know; the same for the same number. */
export function lifeOf(index: number, receivedOn: PlainDate) {
  const { title, text, claim, party, pick } = textOf(index);
  const receivedAt = new Date(Date.parse(`${receivedOn}T08:00:00+08:00`) + pick(9 * 60) * 60_000);
  const isClaim = pick(7) > 0;
  const channel = CHANNELS[pick(CHANNELS.length)]!;
  const arrived: Arrived = {
    channel,
    receivedAt,
    unit: PETITION,
    isPetitionDept: true,
    level: 'county',
    title,
    text,
    claims: [claim],
    parties: [party],
    anonymous: false,
    electronic: false,
    people: 1,
  };
  const classify: Classification = {
    kind: isClaim ? 'claim' : 'suggestion',
    purpose: isClaim ? 'seekResolution' : 'suggestion',
    category: CATEGORIES[pick(CATEGORIES.length)]!,
    also: [],
    firstTime: pick(4) > 0,
    general: pick(2) > 0,
    simple: false,
    ownLower: false,
    litigation: false,
    evaluation: true,
  };
  const part = { title, text, claims: [claim], classify };
  return { arrived, part, isClaim, handler: HANDLERS[pick(HANDLERS.length)]!, registeredAt: new Date(receivedAt.getTime() + HOUR) };
}

export type Life = ReturnType<typeof lifeOf>;

/** The desk registers it, says what it is, and opens the matter: one act. */
export function register(needs: IntakeNeeds, { arrived, part, registeredAt }: Life): Promise<Registered> {
  return registerIntake({ ...needs, now: () => registeredAt }, REGION, arrived, { by: { person: '钱松年', unit: PETITION }, parts: [part] });
}

/** What happened up to a day, one act each. */
export async function goOn(needs: IntakeNeeds, matter: Subject, life: Life, until: Date): Promise<void> {
  for (const { at, step } of chapters(needs, matter, life, until)) await actOnMatters({ ...needs, now: () => at }, [step], [matter]);
}

/** The same written down afterwards, in one act: how a life that was led elsewhere is brought in. */
export async function catchUp(needs: IntakeNeeds, matter: Subject, life: Life, until: Date): Promise<void> {
  const steps = chapters(needs, matter, life, until).map(({ step }) => step);
  if (steps.length > 0) await actOnMatters({ ...needs, now: () => until }, steps, [matter]);
}

function chapters(needs: IntakeNeeds, matter: Subject, { arrived, isClaim, handler }: Life, until: Date) {
  const units = { petition: PETITION, handler, system: '系统' };
  return (isClaim ? CLAIM : SUGGESTION).flatMap(({ day, make, unit }, index) => {
    const at = new Date(arrived.receivedAt.getTime() + day * 24 * HOUR + (2 + index) * 60_000);
    if (at > until) return [];
    const notes: Note[] = [];
    const keep = (text: string) => {
      const note = takeNote(text);
      notes.push(note);
      return note.words;
    };
    const made = make(keep, dateInChina(at));
    const named = made.type === 'refer' ? { to: handler } : made.type === 'accept' && isClaim ? { route: 'petitionProcedure' } : {};
    const command = { ...made, ...named, by: { person: units[unit], unit: units[unit] }, at } as unknown as MatterCommand;
    return [{ at, step: matterStep(needs, matter, command, { notes }) }];
  });
}

/** Day of receipt of each of `count` lives that end today: evenly over eight years, in order. */
export function receivedOn(index: number, count: number, today: PlainDate): PlainDate {
  const DAYS = 8 * 365;
  return addDays(today, -DAYS + Math.floor((index * DAYS) / count));
}
