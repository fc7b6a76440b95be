import { withdrewRecheck, type Matter } from '#contexts/casework/index.ts';
import { isProvisional, workingDayFrom, type Calendar } from '#kernel/calendar.ts';
import type { Reading } from '#kernel/clocks/reading.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { addDays } from '#kernel/dates.ts';
import { isLegalDate, type Missing } from '../domain/check.ts';
import type { LegalDate, Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';

/**
 * The last days that papers tell. They come from the clocks and are never typed
 * in: a date told to somebody is a fact that binds (不变量 55), so a slip of the
 * finger would lengthen the term of an authority or shorten that of a person.
 */
const TOLD: Readonly<Partial<Record<PaperCode, Readonly<Record<string, ClockId>>>>> = {
  F04: { noticeDueOn: 'A06', objectionDueOn: 'A07' },
  F05: { noticeDueOn: 'A06', objectionDueOn: 'A07', reportDueOn: 'A16' },
  F06: { noticeDueOn: 'A06' },
  F15: { dueOn: 'A14', newDueOn: 'A15' },
  F16: { dueOn: 'A14', newDueOn: 'A15' },
  F45: { closesOn: 'B06' },
  F63: { dueOn: 'A14' },
  F57: { newDueOn: 'A20' },
};

const BY_ROUTE: Readonly<Record<string, ClockId>> = { petitionProcedure: 'A14', dutyPerformance: 'A33', suggestion: 'A22' };

/** Which clock a blank of this paper is told from. */
export function clocksTold(code: PaperCode, values: Values): Readonly<Record<string, ClockId>> {
  if (code === 'F34' && values['decision'] === 'accepted') return { dueOn: values['instance'] === 'recheck' ? 'A20' : 'A18' };
  if (code === 'F56') return { undoUntil: values['withdrawn'] === 'recheck' ? 'A19' : 'A39' };
  if (code !== 'F07') return TOLD[code] ?? {};
  const clock = BY_ROUTE[String(values['route'] ?? '')];
  return clock ? { dueOn: clock } : {};
}

/** What the clocks say for each such blank; nothing where the clock does not run. */
export function datesNow(code: PaperCode, values: Values, matter: Matter, calendar: Calendar): Readonly<Record<string, LegalDate>> {
  const told = Object.entries(clocksTold(code, values)).map(([field, clock]): [string, LegalDate | undefined] => [
    field,
    clock === 'A15' ? extended(matter, Number(values['days']), calendar) : code === 'F56' && clock === 'A19' ? again(matter) : asTold(newest(matter, clock)),
  ]);
  return Object.fromEntries(told.filter((one): one is [string, LegalDate] => one[1] !== undefined));
}

/** Dates of the draft that the clocks no longer bear out, and days that are on record as others (不变量 10). */
export function wrongDates(code: PaperCode, values: Values, matter: Matter, calendar: Calendar): Missing[] {
  return [
    ...wrongDays(values, matter),
    ...wrongHearing(code, values, matter),
    ...wrongWithdrawal(code, values, matter),
    ...wrongTerms(code, values, matter, calendar),
  ];
}

/** A notice that told another day would leave whoever comes standing at a closed door: the day as it was set, in whatever way it is written. */
function wrongHearing(code: PaperCode, values: Values, { hearings = [] }: Pick<Matter, 'hearings'>): Missing[] {
  const on = code === 'F19' ? hearings.findLast(({ state }) => state === 'scheduled')?.on : undefined;
  const written = values['heldAt'];
  if (!on || typeof written !== 'string' || written === '') return [];
  const [year, month, day] = on.split('-').map(Number);
  const isThat = ([, y, m, d, bareMonth, bareDay]: RegExpMatchArray) =>
    (y ? Number(y) === year : true) && Number(m ?? bareMonth) === month && Number(d ?? bareDay) === day;
  const named = [...written.matchAll(/(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})|(\d{1,2})月(\d{1,2})/g)];
  if (named.length > 0 && named.every(isThat)) return [];
  return [{ field: 'heldAt', label: `听证时间与定下的日子不符，应为${on}`, why: '改了日期的，先“定听证日期”，再通知' }];
}

/** Of the request alone, or of the matter: the other paper would tell somebody that what goes on has stopped. */
function wrongWithdrawal(code: PaperCode, { withdrawn }: Values, matter: Matter): Missing[] {
  const was = withdrewRecheck(matter) ? 'recheck' : 'matter';
  if (code !== 'F56' || !withdrawn || withdrawn === was) return [];
  const label = was === 'recheck' ? '撤回的只是复核请求，重新办理照常进行，请改选' : '撤回的是整个信访事项，请改选';
  return [{ field: 'withdrawn', label, why: '写错了，对方会以为还在办的已经停办' }];
}

/** What happened has its day in the history; a paper that told another would move the start of a term. */
const ON_RECORD: Readonly<Record<string, { readonly label: string; readonly days: (matter: Matter) => readonly (string | undefined)[] }>> = {
  acceptedOn: { label: '受理日期', days: ({ acceptedOn }) => [acceptedOn] },
  receivedOn: { label: '收到日期', days: ({ firstReceipt, assignments }) => [firstReceipt, ...assignments.map(({ receivedOn }) => receivedOn)] },
};

function wrongDays(values: Values, matter: Matter): Missing[] {
  return Object.entries(ON_RECORD).flatMap(([field, { label, days }]) => {
    const written = values[field];
    const [day, ...others] = days(matter);
    if (!written || !day || written === day || others.includes(String(written))) return [];
    return [{ field, label: `${label}与记录不符，应为${day}`, why: '期限从这一天起算，不能倒填日期' }];
  });
}

function wrongTerms(code: PaperCode, values: Values, matter: Matter, calendar: Calendar): Missing[] {
  return Object.entries(datesNow(code, values, matter, calendar)).flatMap(([field, date]) => {
    const written = values[field];
    if (!isLegalDate(written) || (written.on === date.on && written.rolled === date.rolled && written.provisional === date.provisional)) return [];
    return [{ field, label: `日期与期限不符，应为${date.on}`, why: '文书上的日期由期限表算出，告知以后对双方都有约束' }];
  });
}

const newest = ({ clocks }: Matter, id: ClockId): Reading | undefined => Object.values(clocks).findLast(({ clock }) => clock === id);

function asTold(reading: Reading | undefined): LegalDate | undefined {
  return reading && { on: reading.legalOn, rolled: reading.legalOn !== reading.targetOn, provisional: reading.provisional };
}

/** The old day of the right to a recheck, or the later one of every withdrawal: never told as rolled, since either may be meant. */
function again(matter: Matter): LegalDate | undefined {
  const right = asTold(newest(matter, 'A19'));
  return right && { ...right, rolled: false };
}

/** §34: the days count from the un-rolled day 60; a last day on a rest day is rolled. */
function extended(matter: Matter, days: number, calendar: Calendar): LegalDate | undefined {
  const answer = newest(matter, 'A14');
  if (!answer || !Number.isInteger(days) || days < 1 || days > 30) return undefined;
  const target = addDays(answer.targetOn, days);
  const on = workingDayFrom(calendar, target);
  return { on, rolled: on !== target, provisional: isProvisional(calendar, answer.startedOn, on) };
}
