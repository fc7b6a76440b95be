import { getCalendar } from '../calendar.ts';
import { dateInChina, daysBetween, earlier, type PlainDate } from '../dates.ts';
import type { Law } from '../law.ts';
import { lastDay } from '../lengths.ts';
import { countDues, recount } from './dues.ts';
import { CLOCKS, TOUCHED } from './index.ts';
import type { Happening, Reading, Readings, Situation } from './reading.ts';
import type { ClockId, ClockRule } from './rule.ts';

/** Readings while one step is taken: the caller's own copy. */
export type Draft = Record<string, Reading>;

/** Starts what this act starts. A start for a clock that already runs for the same thing is ignored. */
export function startAll(draft: Draft, happening: Happening, situation: Situation, law: Law, onlyIfNever = false): void {
  for (const clock of TOUCHED[happening.type].starts) {
    const rule = CLOCKS[clock];
    if (!law.terms[clock] || !applies(rule, situation)) continue;
    if (rule.type === 'extension') extend(draft, clock, happening, situation, law);
    else if (rule.type === 'suspension') suspend(draft, clock, happening, situation, law);
    else for (const holder of holdersOf(rule, situation)) start(draft, clock, holder, happening, situation, law, onlyIfNever);
  }
}

/** The kind fits, every fact holds, and the matter is not one that follows rules of its own (§23¶4). */
export function applies(rule: ClockRule, { kinds, facts }: Situation): boolean {
  if (!rule.kinds.some((kind) => kinds.has(kind))) return false;
  if (rule.when?.some((fact) => !facts.has(fact))) return false;
  if (!rule.carveOut) return true;
  const atCourt = facts.has('litigationClaim') && facts.has('politicalLegalOrgan');
  const atDiscipline = facts.has('disciplineOrgan') && kinds.has('accusation') && kinds.size === 1;
  return !atCourt && !atDiscipline;
}

function holdersOf({ per, holder }: ClockRule, { holders, coUnits }: Situation): readonly string[] {
  if (per === 'unit' && coUnits) return coUnits;
  const one = holders[holder];
  return one === undefined ? [] : [one];
}

function start(draft: Draft, clock: ClockId, holder: string, happening: Happening, situation: Situation, law: Law, onlyIfNever: boolean): void {
  const rule = CLOCKS[clock];
  const instance = instanceOf(rule, happening, holder);
  const startedOn = dayZero(rule, draft, happening, situation, law);
  if (!startedOn) return;
  const runs = runsOf(draft, clock, instance);
  const running = runs.find(({ stoppedOn }) => !stoppedOn);
  if (running && rule.backward && running.startedOn !== startedOn) moveEvent(draft, running, startedOn, law);
  if (running || (runs.length > 0 && (rule.once || onlyIfNever))) return;
  open(draft, { clock, holder, instance, startedOn }, happening, law);
}

/** The event was moved: a date that is counted back from it is counted anew. */
function moveEvent(draft: Draft, reading: Reading, startedOn: PlainDate, law: Law): void {
  change(draft, reading, { startedOn }, law, reading.calendar);
}

/** A lawful change of the days sets aside what was told before; the new date is told by the act that makes it. */
function change(draft: Draft, reading: Reading, days: Partial<Reading>, law: Law, calendar: string): void {
  const { toldOn: _, ...untold } = reading;
  draft[reading.key] = recount({ ...untold, ...days }, law, getCalendar(law.calendars, calendar));
}

/** A clock that is to run: whose, of which of several, from which day. */
interface Opening {
  readonly clock: ClockId;
  readonly holder: string;
  readonly instance?: string | undefined;
  readonly startedOn: PlainDate;
  readonly extendedDays?: number;
}

function open(draft: Draft, { clock, holder, instance, startedOn, extendedDays = 0 }: Opening, happening: Happening, law: Law): void {
  const { type, at, document, dueOn } = happening;
  const givenOn = dueOn?.[clock];
  const counted = { clock, startedOn, startedAt: at, extendedDays, suspendedDays: 0, ...(givenOn && { givenOn }) };
  const dues = countDues(counted, law, getCalendar(law.calendars, happening.calendar));
  if (!dues) return; // a date had to be given, and was not
  const base = instance === undefined ? clock : `${clock}@${instance}`;
  const runsBefore = runsOf(draft, clock, instance).length;
  const reading: Reading = {
    ...counted,
    ...dues,
    key: runsBefore === 0 ? base : `${base}#${runsBefore + 1}`,
    ...(instance !== undefined && { instance }),
    role: CLOCKS[clock].holder,
    holder,
    startedBy: type,
    ...(document && { startedWith: document }),
    pack: law.terms[clock]?.pack ?? law.national,
  };
  draft[reading.key] = reading;
}

/** The days go on top of the un-rolled last day (V08), once, and never more than the rule allows (第三十四条). */
function extend(draft: Draft, clock: ClockId, happening: Happening, situation: Situation, law: Law): void {
  const allowed = law.terms[clock]?.length;
  const holder = situation.holders[CLOCKS[clock].holder];
  const targets = running(draft).filter((reading) => CLOCKS[reading.clock].extendedBy === clock);
  const first = targets[0];
  if (!first || holder === undefined || !allowed || !('days' in allowed)) return;
  if (dayOf(happening) > first.legalOn) return; // what has run out cannot be extended any more
  const instance = CLOCKS[clock].per === 'part' ? first.clock : undefined;
  if (runsOf(draft, clock, instance).length > 0) return;
  const extendedDays = Math.max(0, Math.min(happening.days ?? allowed.days, allowed.days));
  open(draft, { clock, holder, instance, startedOn: first.targetOn, extendedDays }, happening, law);
  for (const target of targets) {
    // An override lets a laxer extension be written down; it does not move the national date.
    if (law.laxer.has(clock) && target.pack === law.national) continue;
    change(draft, target, { extendedDays: target.extendedDays + extendedDays }, law, happening.calendar);
  }
  followTarget(draft, law);
}

/** What is counted back from the end of A14 moves with it. */
function followTarget(draft: Draft, law: Law): void {
  const targetOn = runningOne(draft, 'A14')?.targetOn;
  if (!targetOn) return;
  for (const reading of running(draft)) {
    if (CLOCKS[reading.clock].day0 === 'targetOfA14' && CLOCKS[reading.clock].backward) moveEvent(draft, reading, targetOn, law);
  }
}

/** Until its end is known, the whole cap is left out; then the days that it really took (第三十六条第二款). */
function suspend(draft: Draft, clock: ClockId, happening: Happening, situation: Situation, law: Law): void {
  const cap = law.terms[clock]?.length;
  const holder = situation.holders[CLOCKS[clock].holder];
  const target = running(draft).find((reading) => CLOCKS[reading.clock].suspendedBy === clock);
  if (!target || holder === undefined || !cap || !('days' in cap) || runsOf(draft, clock).length > 0) return;
  const suspendedOn = dayOf(happening);
  if (suspendedOn > target.legalOn) return; // what has run out cannot be suspended any more
  open(draft, { clock, holder, startedOn: suspendedOn }, happening, law);
  change(draft, target, { suspendedDays: cap.days, suspendedOn }, law, happening.calendar);
}

/** The suspension has ended: the days after it began, up to and with this one, at most the cap. */
export function endSuspension(draft: Draft, suspension: Reading, endedOn: PlainDate, law: Law): void {
  const cap = daysBetween(suspension.startedOn, suspension.targetOn);
  const used = Math.min(cap, Math.max(0, daysBetween(suspension.startedOn, endedOn)));
  for (const target of running(draft)) {
    if (CLOCKS[target.clock].suspendedBy !== suspension.clock || !target.suspendedOn) continue;
    const { suspendedOn: _, ...going } = target;
    change(draft, going, { suspendedDays: used }, law, target.calendar);
  }
}

/** The day that is not counted. Undefined: it cannot be told yet, and the clock does not start. */
function dayZero(rule: ClockRule, draft: Draft, happening: Happening, situation: Situation, law: Law): PlainDate | undefined {
  const day = dayOf(happening);
  const { firstReceipt, unitReceipt, acceptance } = situation;
  switch (rule.day0) {
    case 'event':
      return day;
    case 'firstReceipt':
      return firstReceipt ?? day;
    case 'unitReceipt':
      return happening.type === 'MatterAccepted' ? (unitReceipt ?? day) : happening.type === 'IntakeReceived' ? (firstReceipt ?? day) : day;
    case 'acceptance':
      return acceptance ?? day;
    case 'visibleStart':
      return visibleStart(happening.type === 'MatterAccepted' ? day : (acceptance ?? day), unitReceipt, happening, law);
    case 'hearingDate':
      return happening.on;
    case 'targetOfA14':
      return runningOne(draft, 'A14')?.targetOn;
    default:
      return undefined; // the day 0 of an extension is the target of what it extends
  }
}

/** Accepting late does not buy time: never later than the last day on which the unit had to answer (A06, un-rolled). */
function visibleStart(acceptance: PlainDate, unitReceipt: PlainDate | undefined, { calendar }: Happening, law: Law): PlainDate {
  const notice = law.terms.A06?.length;
  const latest = unitReceipt && notice && lastDay(notice, unitReceipt, getCalendar(law.calendars, calendar));
  return latest ? earlier(acceptance, latest) : acceptance;
}

/** The day that counts for what the act starts: of receipt or of the event, else the day of the act. */
export function dayOf({ on, at }: Happening): PlainDate {
  return on ?? dateInChina(at);
}

/** Which of several this act speaks of. */
export function instanceOf({ per }: ClockRule, { assignment, document, part, period }: Happening, holder: string): string | undefined {
  switch (per) {
    case 'assignment':
      return assignment;
    case 'document':
      return document;
    case 'period':
      return period;
    case 'part':
      return part;
    case 'unit':
      return holder;
    case 'matter':
      return undefined;
  }
}

export function running(readings: Readings): Reading[] {
  const going: Reading[] = [];
  for (const key in readings) {
    const reading = readings[key]!;
    if (!reading.stoppedOn) going.push(reading);
  }
  return going;
}

export function runsOf(readings: Readings, clock: ClockId, instance?: string): Reading[] {
  const runs: Reading[] = []; // written out, as every start of every act passes here
  for (const key in readings) {
    const reading = readings[key]!;
    if (reading.clock === clock && reading.instance === instance) runs.push(reading);
  }
  return runs;
}

const runningOne = (readings: Readings, clock: ClockId) => running(readings).find((reading) => reading.clock === clock);
