/** A figure of the terms of a month, as its address and as words. */
import { CLOCKS, isClockId } from '#kernel/clocks/index.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';

export const HOW = { kept: '按期', broken: '超期' } as const;
export type How = keyof typeof HOW;

export interface FigureAsked {
  readonly month: string;
  readonly unit: string;
  readonly clock: ClockId;
  readonly how: How;
}

export const isMonth = (text: string | null): text is string => /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '');
export const sayMonth = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
export const sayFigure = ({ month, clock, how }: Omit<FigureAsked, 'unit'>) => `${sayMonth(month)}到期的“${CLOCKS[clock].name}”，${HOW[how]}的`;

/** What an address asks for; nothing where it was cut short on the way. */
export function figureOf(search: URLSearchParams): FigureAsked | undefined {
  const [month, unit, clock, how] = ['month', 'unit', 'clock', 'how'].map((name) => search.get(name) ?? '') as [string, string, string, string];
  return isMonth(month) && unit && isClockId(clock) && how in HOW ? { month, unit, clock, how: how as How } : undefined;
}
