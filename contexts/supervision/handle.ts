/** The only way anything happens to a complaint, and how others read one. */
import { dateInChina } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Law } from '#kernel/law.ts';
import { regionOf, type Subject } from '#kernel/subject.ts';
import type { Directory, DirectorySource } from '#contexts/directory/index.ts';
import { act, type ActNeeds, type DoneAll } from '#platform/act.ts';
import { loadHistory, toAction } from '#platform/history.ts';
import type { Query } from '#platform/database.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { dueOn } from '#kernel/clocks/light.ts';
import { complaintClock } from './domain/clocks.ts';
import type { About, Complaint, ComplaintAction } from './domain/complaint.ts';
import { complaintDecider, type ComplaintCommand } from './domain/decide.ts';
import type { Places } from './domain/permissions.ts';
import { writeComplaint, type ComplaintRow } from './store.ts';

export interface SupervisionNeeds extends ActNeeds {
  readonly directory: DirectorySource;
  readonly lawOf: (version: string) => Law;
  readonly packFor: (region: string, on: PlainDate) => string;
}

export type CountedAction = ComplaintAction & { readonly calendar: string };

export interface NewComplaint {
  readonly id: string; // given by whoever received it, so that the same one counts once
  readonly unit: string;
  readonly about: About;
  readonly text: string;
  readonly contact?: string;
  readonly matter?: Subject;
  readonly member?: string; // of a group: the one who complains, known by their own code
  /** Where the petitioner asked for the level above instead of the usual organ. */
  readonly toSuperior?: boolean;
  readonly by: { readonly person: string; readonly unit: string };
  readonly at?: Date; // when the petitioner sent it; now otherwise
  readonly done?: Query; // what the bearer writes in the same transaction, so that it is handed over once
}

/** Takes a complaint in and puts it before the organ outside the unit. Sent twice, it is there once. */
export async function receiveComplaint(needs: SupervisionNeeds, complaint: NewComplaint): Promise<Subject & { readonly organ: string }> {
  const { id, unit, about, matter, member, by } = complaint;
  const directory = needs.directory.current();
  directory.getOrgan(unit);
  const organ = organFor(directory, complaint);
  const at = complaint.at ?? needs.now();
  const subject = { region: matter?.region ?? regionOf(organ ?? unit), id };
  const words = takeNote(complaint.text);
  const contact = complaint.contact ? takeNote(complaint.contact) : undefined;
  const isOutside = organ !== undefined && organ !== unit && !directory.isSubordinate(organ, unit);
  const pack = needs.packFor(subject.region, dateInChina(at));
  const told = { words: words.words, contact: contact?.words };
  const command = { type: 'receive', unit, organ, isOutside, about, matter: matter?.id, member, ...told, pack, by, at } as const;
  await handleComplaint(needs, subject, command, contact ? [words, contact] : [words], complaint.done ? [complaint.done] : []);
  return { ...subject, organ: organ! };
}

/** One level up is what the progress page named: the petition department of that level; where there is none, the unit's own superior. */
function organFor(directory: Directory, { unit, toSuperior }: NewComplaint): string | undefined {
  const isOutside = (one: string) => one !== unit && !directory.isSubordinate(one, unit);
  const above = toSuperior ? [directory.petitionDeptAbove(regionOf(unit)) ?? [], directory.reviewOrgansOf(unit)].flat().find(isOutside) : undefined;
  return above ?? directory.inChargeOfComplaintsAbout(unit);
}

export function handleComplaint(
  needs: SupervisionNeeds,
  subject: Subject,
  command: ComplaintCommand,
  notes: readonly Note[],
  also: readonly Query[] = [],
): Promise<DoneAll> {
  return act(needs, [
    {
      subject,
      take(past) {
        const before = past as unknown as readonly CountedAction[];
        const actions = complaintDecider.decide(command, replay(complaintDecider, before));
        const after = [...before, ...actions.map((action) => ({ ...action, calendar: needs.calendar() }))];
        const views = actions.length > 0 ? viewOf(needs, subject, after) : [];
        return { stream: 'complaint', actions, notes: actions.length > 0 ? notes : [], writes: [...views, ...also] };
      },
    },
  ]);
}

export function viewOf(needs: Pick<SupervisionNeeds, 'db' | 'lawOf'>, subject: Subject, actions: readonly CountedAction[]) {
  const row = rowOf(subject, actions, needs.lawOf);
  return row ? writeComplaint(needs.db.sql, row) : [];
}

/** The queue's row from the actions alone, so that it can be dropped and rebuilt. */
export function rowOf({ region, id }: Subject, actions: readonly CountedAction[], lawOf: SupervisionNeeds['lawOf']): ComplaintRow | undefined {
  const { received, answered } = replay(complaintDecider, actions);
  if (!received) return undefined;
  const clock = complaintClock(actions, lawOf(received.pack));
  return {
    holder_region: regionOf(received.organ),
    organ: received.organ,
    region,
    subject: id,
    unit: received.unit,
    matter: received.matter ?? null,
    about: received.about,
    received_at: received.at,
    light_on: clock ? dueOn(clock) : null,
    legal_on: clock?.legalOn ?? null,
    answered_on: answered ? dateInChina(answered.at) : null,
    result: answered?.result ?? null,
  };
}

export async function loadComplaint(
  { db }: Pick<SupervisionNeeds, 'db'>,
  subject: Subject,
): Promise<{ readonly complaint: Complaint; readonly actions: readonly CountedAction[] }> {
  const rows = await loadHistory(db.sql, [subject]).execute();
  const actions = rows.filter(({ stream }) => stream === 'complaint').map((row) => toAction(row) as unknown as CountedAction);
  return { complaint: replay(complaintDecider, actions), actions };
}

export const placesOf = (directory: Directory): Places => ({ isSubordinate: directory.isSubordinate, organOf: directory.organOf });
