import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import { replay } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import { regionOf, type Subject } from '#kernel/subject.ts';
import { act, type Step } from '#platform/act.ts';
import type { Actor } from '#platform/actor.ts';
import { loadHistory, toAction, type Recorded } from '#platform/history.ts';
import { newId } from '#platform/numbers-id.ts';
import { readWords, takeNote, type Note } from '#platform/words.ts';
import type { RequestPage } from '../contract.ts';
import { isInvolved, type Accused } from '../domain/accused.ts';
import { notHere } from '../domain/guard.ts';
import {
  inspectorateDecider,
  isInspected,
  type Group,
  type InspectorateAction,
  type InspectorateCommand,
  type InspectorateRequest,
} from '../domain/inspectorate.ts';
import { isStillSeen } from '../domain/permissions.ts';
import { actNumbered, askerOf, placesOf, type SealedNeeds } from '../handle.ts';
import { findAccused, requestViews, type FileRow, type SealedDb } from '../store.ts';
import { clocksShown } from './clocks-shown.ts';

/** A letter of the inspectorate and what was provided for it: a thing of its own in the sealed history (lifecycle W16). */
export interface Letter {
  readonly organ: string;
  readonly letterNo: string;
  readonly receiver: string;
}

export interface LoadedRequest {
  readonly subject: Subject;
  readonly request: InspectorateRequest;
  readonly letter: Letter;
  readonly n: number;
}

const deciderOf = ({ lawOf, calendar }: SealedNeeds) => inspectorateDecider(lawOf, calendar());

function inspectorateStep(
  needs: SealedNeeds,
  subject: Subject,
  command: InspectorateCommand,
  { notes = [], isNew = false }: { notes?: readonly Note[]; isNew?: boolean } = {},
): Step {
  const decider = deciderOf(needs);
  return {
    subject,
    isNew,
    take(past) {
      const before = replay(decider, past as unknown as readonly InspectorateAction[]);
      const actions = decider.decide(command, before);
      const after = actions.reduce(decider.evolve, before);
      return { stream: 'inspectorate', actions, notes, writes: requestViews(needs.db.sql as SealedDb, subject, before, after) };
    },
  };
}

/** Who answers an inspectorate: the sealed triage of a petition department (W16). */
export function deskOf({ directory }: SealedNeeds, { unit, roles }: Actor): string {
  const current = directory.current();
  if (!roles.includes('sealedTriage') || !current.isPetitionDept(unit))
    throw new Refusal('NotAllowed', '巡视巡察机构的来函由信访部门的检举控告件甄别人员办理。', '第四十一条第二款');
  return current.organOf(unit);
}

export interface RequestGiven extends Letter {
  readonly requestedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly units: readonly string[];
  readonly groups: readonly Group[];
}

export async function recordRequest(needs: SealedNeeds, actor: Actor, given: RequestGiven): Promise<Subject> {
  const { organ, letterNo, receiver, requestedOn, dueOn, units, groups } = given;
  const desk = deskOf(needs, actor);
  const places = placesOf(needs);
  for (const unit of units) places.getOrgan(unit);
  const at = needs.now();
  const subject = { region: regionOf(desk), id: newId(at.getTime()) };
  const note = takeNote(JSON.stringify({ organ, letterNo, receiver } satisfies Letter));
  const isOutside = units.every((unit) => !isInvolved(desk, { unit, whom: 'leaders' }, places));
  const pack = needs.packFor(subject.region, requestedOn);
  const by = { person: actor.person, unit: actor.unit };
  const command = { type: 'request', desk, letter: note.words, requestedOn, dueOn, units, groups: [...new Set(groups)], pack, isOutside, by, at } as const;
  await act(needs, [inspectorateStep(needs, subject, command, { notes: [note], isNew: true })]);
  return subject;
}

/** @throws Refusal NotFound alike for a request that is not there and for one of another desk */
export async function loadRequest(needs: SealedNeeds, subject: Subject, actor: Actor): Promise<LoadedRequest> {
  const desk = deskOf(needs, actor);
  const past: Recorded[] = (await loadHistory(needs.db.sql, [subject]).execute()).map(toAction);
  if (past[0]?.type !== 'InspectorateMaterialRequested') throw notHere();
  const request = replay(deciderOf(needs), past as unknown as readonly InspectorateAction[]);
  if (request.asked?.desk !== desk) throw notHere();
  const { id } = request.asked.letter;
  const text = (await readWords(needs.db.sql, needs.keys, [{ region: subject.region, id }])).get(id);
  const gone = '（内容已依法删除）';
  return { subject, request, letter: text ? JSON.parse(text) : { organ: gone, letterNo: gone, receiver: gone }, n: past.length };
}

/** What of this desk the article lets into the envelope, by the code. */
async function candidatesOf(needs: SealedNeeds, { request }: LoadedRequest, actor: Actor): Promise<readonly FileRow[]> {
  const { desk, units } = request.asked!;
  const places = placesOf(needs);
  const asker = askerOf(needs, actor);
  const rows = await findAccused(needs.db.sql as SealedDb, desk);
  return rows.filter((row) => isStillSeen(asker, row, places) && isInspected(accusedOf(row), units, parentsOf(places)));
}

const accusedOf = ({ accused_unit, accused_whom }: FileRow): Accused => ({ unit: accused_unit ?? '', whom: accused_whom ?? 'cadres' });

const parentsOf = (places: ReturnType<typeof placesOf>) => ({ organOf: places.organOf, parentOf: (unit: string) => places.findOrgan(unit)?.parent });

export interface MaterialGiven {
  readonly groups: readonly { readonly group: Group; readonly items: number; readonly pages: number }[];
  readonly files: readonly { readonly region: string; readonly file: string }[];
  readonly pages: number;
  readonly sealNo: string;
}

/** Provides it once; each file that goes along is a look at it, recorded as one that left the house. */
export async function provideMaterial(
  needs: SealedNeeds,
  loaded: LoadedRequest,
  given: MaterialGiven,
  actor: Actor,
  seen: number,
): Promise<{ n: number; no: string }> {
  const { subject, request } = loaded;
  const lawful = new Set((await candidatesOf(needs, loaded, actor)).map(({ region, subject: file }) => `${region} ${file}`));
  const chosen = given.files.map(({ region, file }) => ({ region, file, isInspected: lawful.has(`${region} ${file}`) }));
  const { groups, pages, sealNo } = given;
  const done = { by: { person: actor.person, unit: actor.unit }, at: needs.now() };
  const step = (no: string) => inspectorateStep(needs, subject, { type: 'provide', groups, chosen, pages, sealNo, no, ...done });
  const provided = await actNumbered(needs, subject, { paper: 'F62', unit: request.asked!.desk }, step, seen);
  if (chosen.length > 0) {
    const subjects = chosen.map(({ region, file }) => ({ region, id: file }));
    await needs.access.read({ by: actor, place: actor.place ?? '', purpose: 'inspectorate', subjects, fields: ['name', 'phone', 'address'], exported: true });
  }
  return provided;
}

/** Says in writing that there is nothing of what the letter asks for; it takes a number as what is provided does, and the clock ends. */
export async function provideNothing(needs: SealedNeeds, loaded: LoadedRequest, actor: Actor, seen: number): Promise<{ n: number; no: string }> {
  const fitting = (await candidatesOf(needs, loaded, actor)).length;
  const done = { by: { person: actor.person, unit: actor.unit }, at: needs.now() };
  const step = (no: string) => inspectorateStep(needs, loaded.subject, { type: 'provideNothing', fitting, no, ...done });
  return actNumbered(needs, loaded.subject, { paper: 'F62', unit: loaded.request.asked!.desk }, step, seen);
}

export async function showRequest(needs: SealedNeeds, loaded: LoadedRequest, actor: Actor): Promise<RequestPage> {
  const { subject, request, letter, n } = loaded;
  const { requestedOn, dueOn, units, groups, pack } = request.asked!;
  const directory = needs.directory.current();
  const candidates = await candidatesOf(needs, loaded, actor);
  const { provided } = request;
  const codes = new Map(candidates.map((row) => [row.subject, row.code]));
  return {
    region: subject.region,
    request: subject.id,
    n,
    today: dateInChina(needs.now()),
    ...letter,
    requestedOn,
    dueOn,
    units: units.map((unit) => ({ unit, name: directory.nameOf(unit) })),
    groups: [...groups],
    candidates: provided
      ? []
      : candidates.map(({ region, subject: file, code, accused_unit, received_at }) => ({
          region,
          file,
          code,
          unitName: directory.nameOf(accused_unit ?? ''),
          receivedOn: dateInChina(received_at),
        })),
    provided: provided
      ? {
          no: provided.no,
          nothing: provided.nothing ?? false,
          on: dateInChina(provided.at),
          by: directory.personOf(provided.by),
          pages: provided.pages,
          sealNo: provided.sealNo,
          groups: provided.groups.map((each) => ({ ...each })),
          codes: provided.files.map(({ file }) => codes.get(file) ?? '（已不由本单位经办）'),
        }
      : null,
    clocks: clocksShown(request.clocks, needs.lawOf(pack)),
  };
}
