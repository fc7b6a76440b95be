/** 常看的: filters that a person comes back to, kept under their own name on this device. Codes and days alone: no words that were searched for. */
import { type Filter, filterOf } from './Filters.tsx';

const MOST = 8;

const placeOf = (person: string) => `huiyin.filters.${person}`;

/** The known items in one order, and nothing else that an address may hold. */
function written(filter: Filter): string {
  const known = filterOf(new URLSearchParams(Object.entries(filter)));
  return new URLSearchParams(Object.entries(known).sort()).toString();
}

export function filtersOf(person: string): readonly Filter[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(person)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string').map((each) => filterOf(new URLSearchParams(each))) : [];
  } catch {
    return [];
  }
}

export const isKept = (kept: readonly Filter[], filter: Filter) => kept.some((each) => written(each) === written(filter));

/** Kept at the end; where there are too many already, the oldest goes. @returns all that are kept now */
export function keepFilter(person: string, filter: Filter): readonly Filter[] {
  const others = filtersOf(person).filter((each) => written(each) !== written(filter));
  return put(person, [...others, filter].slice(-MOST));
}

export const dropFilter = (person: string, filter: Filter) =>
  put(
    person,
    filtersOf(person).filter((each) => written(each) !== written(filter)),
  );

function put(person: string, filters: readonly Filter[]): readonly Filter[] {
  localStorage.setItem(placeOf(person), JSON.stringify(filters.map(written)));
  return filters;
}
