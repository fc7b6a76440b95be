import { randomUUID } from 'node:crypto';
import { addDays, dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import type { Law } from '#kernel/law.ts';
import { readLaws } from '#platform/rules.ts';
import type { MatterAction, Opening } from '#contexts/casework/domain/actions.ts';
import { matterDecider, type Ground } from '#contexts/casework/domain/decide/index.ts';
import type { Organs } from '#contexts/casework/domain/organs.ts';

/** The people and places that tests tell of: a county's petition office, two of its bureaux, and the city above. */
export const laws = readLaws();

export const UNITS = {
  petition: 'qinghe/petition',
  housing: 'qinghe/housing',
  water: 'qinghe/water',
  government: 'qinghe/government',
  town: 'qinghe/town',
  city: 'linshui/petition',
} as const;

const NAMES: Readonly<Record<string, string>> = {
  'qinghe/petition': '清和县信访局',
  'qinghe/housing': '清和县住房和城乡建设局',
  'qinghe/water': '清和县水利局',
  'qinghe/government': '清和县人民政府',
  'qinghe/town': '清和县东河镇人民政府',
  'linshui/petition': '临水市信访局',
  'linshui/government': '临水市人民政府',
  'linshui/housing': '临水市住房和城乡建设局',
  'haichuan/government': '海川省人民政府',
  'qinghe/planning': '清和县规划局',
  'qinghe/oldtown': '清和县西河乡人民政府',
  'qinghe/organization': '中共清和县委组织部',
  'qinghe/joint-conference': '清和县信访工作联席会议办公室',
  'qinghe-npc/legal': '清和县人大常委会监察和法制工作委员会',
};
const REVIEWED_BY: Readonly<Record<string, readonly string[]>> = { 'qinghe/housing': ['qinghe/government', 'linshui/housing'] };
const ABOVE: Readonly<Record<string, string>> = {
  'qinghe/housing': 'qinghe/government',
  'qinghe/water': 'qinghe/government',
  'qinghe/town': 'qinghe/government',
  'qinghe/petition': 'qinghe/government',
  'qinghe/government': 'linshui/government',
  'linshui/housing': 'linshui/government',
  'linshui/government': 'haichuan/government',
};

const lineOf = (unit: string | undefined): string[] => (unit && ABOVE[unit] ? [ABOVE[unit], ...lineOf(ABOVE[unit])] : []);

/** Merged in the reform of 2024; what it had went to the housing bureau (第二十四条第二款). */
const CLOSED: Readonly<Record<string, { readonly on: string; readonly successor?: string }>> = {
  'qinghe/planning': { on: '2024-03-31', successor: 'qinghe/housing' },
  'qinghe/oldtown': { on: '2024-03-31' },
};

export const organs: Organs = {
  isPetitionDept: (unit) => unit.endsWith('/petition'),
  isCongress: (unit) => unit.startsWith('qinghe-npc/'),
  isPoliticalLegal: (unit) => unit.endsWith('/court'),
  superiorOf: (unit) => ABOVE[unit],
  reviewOrgansOf: (unit) => REVIEWED_BY[unit] ?? (ABOVE[unit] ? [ABOVE[unit]] : []),
  commonSuperior: ([first, ...others]) => lineOf(first).find((organ) => others.every((unit) => lineOf(unit).includes(organ))),
  jointConferenceOf: (units) => (units.every((unit) => unit.startsWith('qinghe')) ? 'qinghe/joint-conference' : undefined),
  exists: (unit) => unit in NAMES,
  isClosed: (unit, day) => unit in CLOSED && day > CLOSED[unit]!.on,
  successorOf: (unit) => CLOSED[unit]?.successor ?? unit,
  nameOf: (unit) => NAMES[unit] ?? unit,
};

export const ground = (law?: Law): Ground => ({ lawOf: law ? () => law : laws.get, calendars: laws.calendars, calendar: newestCalendar(), organs });
export const decider = matterDecider(ground());

export function newestCalendar(): string {
  return laws.calendars.current.version;
}

/** A text on its way into history: tests of the domain need only its name. */
export const words = (text: string): Words => ({ id: `words:${text}`, hash: 'hash' });

export const at = (date: string, time = '10:00') => new Date(`${date}T${time}:00+08:00`);
export const by = (unit: string, date: string, person = `${unit}的人`) => ({ by: { person, unit }, at: at(date) });

export const petition = (date: string) => by(UNITS.petition, date, '张明');
export const housing = (date: string) => by(UNITS.housing, date, '李兰');
export const water = (date: string) => by(UNITS.water, date, '赵海');
export const government = (date: string) => by(UNITS.government, date, '周政');
export const system = (date: string) => by('系统', date, '系统');

export function opening(receivedOn: string, more: Partial<Opening> = {}): Opening {
  const received = at(receivedOn, '09:00').toISOString();
  return {
    no: `990421-X-2026-${randomUUID().slice(0, 7)}`,
    intake: randomUUID(),
    intakeNo: '990421-S-2026-0000001-X',
    channel: 'letter',
    receivedAt: received,
    registeredAt: received,
    receivedBy: UNITS.petition,
    isPetitionDept: true,
    level: 'county',
    pack: laws.inForce(dateInChina(at(receivedOn))).version,
    title: words('路灯不亮'),
    text: words('路灯坏了三个月'),
    parties: words('[]'),
    claims: [{ no: 1, text: words('修好路灯') }],
    contactKnown: true,
    anonymous: false,
    electronic: false,
    people: 1,
    ...more,
  };
}

export const claim = {
  kind: 'claim',
  purpose: 'seekResolution',
  category: '0306',
  also: [],
  firstTime: true,
  general: false,
  litigation: false,
  simple: false,
  ownLower: false,
  evaluation: true,
} as const;
export const suggestion = { ...claim, kind: 'suggestion', purpose: 'suggestion' } as const;

/** A matter up to a point of its usual way, on dates that leave every clock in time. */
export const STORY = {
  opened: (received = '2026-07-20'): MatterAction[] => [{ type: 'MatterOpened', ...opening(received), ...petition(received) }],
  classified: (received = '2026-07-20'): MatterAction[] => [...STORY.opened(received), { type: 'MatterClassified', ...claim, ...petition(received) }],
  referred: (received = '2026-07-20', on = '2026-07-24'): MatterAction[] => [
    ...STORY.classified(received),
    { type: 'MatterReferred', assignment: 'assignment/1', to: UNITS.housing, ...petition(on) },
    { type: 'AssignmentReceived', assignment: 'assignment/1', from: UNITS.petition, to: UNITS.housing, reportDuty: false, ...petition(on) },
  ],
  accepted: (on = '2026-08-03'): MatterAction[] => [
    ...STORY.referred(),
    { type: 'MatterAccepted', route: 'petitionProcedure', claims: [{ no: 1, text: words('修好路灯') }], ...housing(on) },
  ],
  handling: (on = '2026-08-03'): MatterAction[] => [
    ...STORY.accepted(on),
    { type: 'AcceptanceNoticeDispatched', document: 'document/1', paper: 'acceptanceNotice', method: 'post', evidence: words('挂号信1'), ...housing(on) },
    { type: 'HandlingStarted', handler: { person: '李兰', card: words('李兰，科长，0000-6220132') }, noInterest: true, ...housing(on) },
    { type: 'InvestigationRecorded', on: on as PlainDate, staff: 2, record: words('现场看过'), ...housing(on) },
    { type: 'PetitionerHeard', on: on as PlainDate, refused: false, record: words('当面听过'), ...housing(on) },
  ],
  decided: (on = '2026-09-10'): MatterAction[] => [
    ...STORY.handling(),
    {
      type: 'OpinionIssued',
      document: 'document/2',
      results: { 1: 'supported' },
      dueOn: { A27: addDays(on as PlainDate, 20) },
      performingUnit: UNITS.housing,
      reviewOrgan: UNITS.government,
      ...housing(on),
    },
  ],
  dispatched: (on = '2026-09-10'): MatterAction[] => [
    ...STORY.decided(on),
    {
      type: 'OpinionDispatched',
      document: 'document/2',
      paper: 'handlingOpinion',
      method: 'post',
      evidence: words('挂号信2'),
      dueOn: { A27: addDays(on as PlainDate, 20) },
      ...housing(on),
    },
  ],
  delivered: (on = '2026-09-14'): MatterAction[] => [
    ...STORY.dispatched(),
    {
      type: 'OpinionDelivered',
      document: 'document/2',
      paper: 'handlingOpinion',
      method: 'post',
      evidence: words('回执'),
      on: on as PlainDate,
      ...housing(on),
    },
  ],
};
