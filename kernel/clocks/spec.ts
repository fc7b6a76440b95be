import { instantInChina, type PlainDate } from '../dates.ts';
import type { Law } from '../law.ts';
import type { ActionType } from '../vocabulary.ts';
import { advance } from './engine.ts';
import type { Happening, Reading, Readings, Situation } from './reading.ts';
import type { ClockId, Fact, HolderRole, Kind } from './rule.ts';

/** For tests: tells a matter act by act, and reads its clocks. */
export interface Story {
  readonly readings: Readings;
  /** One act, on a day ('2026-08-03') or at a minute of it ('2026-09-30 16:40'). */
  then(type: ActionType, when: string, more?: Partial<Happening>, changed?: Partial<Situation>): Story;
  newest(clock: ClockId, instance?: string): Reading;
}

export const CLAIM_FACTS: readonly Fact[] = ['contactKnown', 'petitionProcedure'];

/** A matter under this law whose every role resolves, with these facts. */
export function story(law: Law, kind: Kind = 'claim', facts: readonly Fact[] = CLAIM_FACTS, given: Partial<Situation> = {}): Story {
  const situation: Situation = { kinds: new Set([kind]), facts: new Set(facts), holders: EVERYBODY, ...given };
  return told(law, situation, {});
}

function told(law: Law, situation: Situation, readings: Readings): Story {
  return {
    readings,
    then(type, when, more = {}, changed = {}) {
      const after = { ...situation, ...changed };
      const happening = { type, at: moment(when), calendar: law.calendars.current.version, ...more };
      return told(law, after, advance(readings, happening, after, law));
    },
    newest(clock, instance) {
      const runs = Object.values(readings).filter((reading) => reading.clock === clock && (instance === undefined || reading.instance === instance));
      const newest = runs.at(-1);
      if (!newest) throw new Error(`${clock} has never run`);
      return newest;
    },
  };
}

/** Nine in the morning, unless a time is given. */
export function moment(when: string): Date {
  const [day, time = '09:00'] = when.split(' ');
  return instantInChina(day as PlainDate, time);
}

const ROLES: readonly HolderRole[] = [
  'receivingOrgan',
  'petitionDept',
  'handlingUnit',
  'answerableOrgan',
  'referringBody',
  'decidingBody',
  'coUnit',
  'partyGovernment',
  'reviewOrgan',
  'recheckOrgan',
  'deliveringOrgan',
  'hearingHost',
  'recommendedUnit',
  'superiorOrgan',
  'territorialOrgan',
  'inspectingBody',
  'disciplineOrgan',
  'judicialOrgan',
  'reconsiderationOrgan',
  'leader',
  'countyLeader',
  'unitLeader',
  'unitHead',
  'promiser',
  'receptionist',
  'calledDepartment',
  'boardOwner',
  'gridWorker',
  'dutyOfficer',
  'privacyOfficer',
  'petitioner',
  'parties',
];

/** Everybody but `directUnit`: what a petition department received, no other organ did. */
export const EVERYBODY = Object.fromEntries(ROLES.map((role) => [role, `qinghe/${role}`])) as Partial<Record<HolderRole, string>>;
