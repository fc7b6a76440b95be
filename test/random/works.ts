import { addDays, dateInChina, yearOf } from '#kernel/dates.ts';
import { ALL_ROLES, type Role } from '#kernel/roles.ts';
import { NO_WORK, workDecider, type WorkCommand } from '#kernel/work/decide.ts';
import { listOfValue, type Work, type WorkAction, type WorkField, type WorkPlaces, type WorkValue } from '#kernel/work/kind.ts';
import { WORK_KINDS } from '../../apps/server/work-kinds.ts';
import type { Drawing } from './chance.ts';
import type { Walk } from './walk.ts';

/** Those with many steps more often. */
export const KIND_NAMES = [...Object.keys(WORK_KINDS), ...['meeting', 'meeting', 'meeting', 'measure', 'measure', 'order', 'recommendation']];

const UNITS = ['qinghe/petition', 'qinghe/conference', 'qinghe/housing', 'qinghe/water', 'qinghe/town', 'qinghe/government'];
const TYPES: Readonly<Record<string, string>> = {
  'qinghe/petition': 'petitionDept',
  'qinghe/conference': 'jointConference',
  'qinghe/town': 'town',
  'qinghe/government': 'government',
};
const places: WorkPlaces = {
  nameOf: (unit) => unit,
  organOf: (unit) => unit,
  typeOf: (unit) => TYPES[unit] ?? 'department',
  isPetitionDept: (unit) => unit === 'qinghe/petition',
  isSubordinate: () => false,
};
const words = { id: '话', hash: 'h' };

/** A meeting of the joint conference that has decided one thing: what its measures stand on. */
const DECIDED: WorkAction = {
  type: 'MeetingDecided',
  step: 'decide',
  stage: 'held',
  values: { nature: 'information' },
  by: { person: '主持人', unit: 'qinghe/conference' },
  at: new Date('2025-01-01T00:00:00Z'),
};
const held = (meetingKind: string, entries: readonly WorkAction[]): Work => ({ ...NO_WORK, kind: 'meeting', stage: 'held', values: { meetingKind }, entries });

/** What a measure may be said to stand on, and what is found under that name: only the first is a decision of the joint conference. */
export const CONFERENCE = 'qinghe/conference';
export const DECIDED_THERE = 'joint#decision/1';
const BASES: Readonly<Record<string, Work | undefined>> = {
  [DECIDED_THERE]: held('jointConference', [DECIDED]),
  'joint#decision/2': held('jointConference', [DECIDED]),
  'undecided#decision/1': held('jointConference', []),
  'coordination#decision/1': held('coordination', [DECIDED]),
  'nothing#decision/1': undefined,
};

/** One piece of work of any kind, its forms filled in field by field, mostly whole (lifecycle 28, 29, 56, W06–W18). */
export function workWalk(kind: string, pack: string): Walk<WorkCommand, WorkAction, Work> {
  const table = WORK_KINDS[kind]!;
  return {
    line: 'work',
    decider: workDecider(WORK_KINDS),
    stageOf: ({ stage }) => `${kind} ${stage}`,
    makers(work, at, draw) {
      const { below, pick } = draw;
      const asked = Object.entries(table.steps).filter(([, { from }]) => from.includes(work.stage) || below(12) === 0);
      return Object.fromEntries(
        asked.map(([name, step]) => [
          `${kind}.${name}`,
          (): WorkCommand => {
            const bySystem = step.roles.length === 0;
            const able = UNITS.filter((unit) => step.may(unit, work, places));
            const unit = bySystem ? '系统' : pick(able.length > 0 && below(8) > 0 ? able : UNITS);
            const roles: readonly Role[] = [below(12) > 0 && step.roles.length > 0 ? pick(step.roles) : pick(ALL_ROLES)];
            const shown = step.fields.filter(({ required }) => (required ? below(40) > 0 : below(3) > 0));
            const values = Object.fromEntries(shown.map((field) => [field.name, filled(field, at, draw)]));
            return {
              kind,
              step: name,
              values: settled(name, values, at, draw, work),
              lengths: Object.fromEntries(step.fields.map((field) => [field.name, below(60) > 0 ? 40 : 1])),
              roles: bySystem ? 'system' : roles,
              pack,
              places,
              ...(bySystem && { owner: pick(UNITS) }),
              referred: BASES[String(values['decision'])],
              by: { person: '经办人', unit },
              at,
            };
          },
        ]),
      );
    },
  };
}

function filled({ kind, name, options, from }: WorkField, at: Date, { below, pick, yes }: Drawing): WorkValue {
  const today = dateInChina(at);
  if (from === 'decisions') return below(4) > 0 ? DECIDED_THERE : pick(Object.keys(BASES));
  if (from === 'openDecisions') return `decision/${1 + below(3)}`;
  if (name === 'period') return String(yearOf(today));
  switch (kind) {
    case 'choice':
      return pick((options ?? []).map(({ value }) => value));
    case 'date':
      return addDays(today, below(4) === 0 ? -below(3) : below(10));
    case 'unit':
      return name === 'conference' ? CONFERENCE : pick(UNITS);
    case 'units':
      return [pick(UNITS)];
    case 'number':
      return below(4);
    case 'yesNo':
      return yes();
    case 'matter':
      return '990421-X-2026-0000042-W';
    default:
      return words;
  }
}

/** Fields of one form that say one thing together: what is for information names nobody, what is to be done mostly names both; experts judge only at a meeting of that kind. */
function settled(
  step: string,
  values: Readonly<Record<string, WorkValue>>,
  at: Date,
  { below, pick }: Drawing,
  work: Work,
): Readonly<Record<string, WorkValue>> {
  if (step === 'convene' && below(8) > 0) return convened(values, pick(UNITS));
  if (step === 'assess' && below(8) > 0) return { ...values, agree: 3 + below(2), disagree: below(3), dissent: words };
  if (step !== 'decide' || below(8) === 0) return values;
  const { owner: _, dueOn: __, ...rest } = values;
  const called = [...listOfValue(work.values['invited']), ...listOfValue(work.values['attended'])];
  return values['nature'] === 'information'
    ? rest
    : { ...rest, owner: pick(called.length > 0 ? called : UNITS), dueOn: addDays(dateInChina(at), below(20) - 1) };
}

function convened(values: Readonly<Record<string, WorkValue>>, assessed: string): Readonly<Record<string, WorkValue>> {
  const { assessed: _, experts: __, impartial: ___, ...rest } = values;
  if (values['meetingKind'] !== 'evaluativeHearing') return rest;
  return { ...rest, assessed, invited: [assessed], experts: words, impartial: words, matter: '990421-X-2026-0000042-W' };
}
