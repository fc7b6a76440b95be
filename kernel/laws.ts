import type { Calendars } from './calendar.ts';
import type { PlainDate } from './dates.ts';
import { layPacks, type Law } from './law.ts';
import { checkDates, isInForce, NATIONAL_REGION, type NamedPack, type Override } from './pack.ts';

/** Every law that a matter of this deployment was or can be registered under. */
export interface Laws {
  readonly calendars: Calendars;
  readonly packs: readonly NamedPack[]; // for the page that shows which numbers are in force, and on what proof
  readonly overrides: readonly Override[];
  /** The law of a matter that is opened on this day in these regions, from the outermost to the innermost. */
  inForce(on: PlainDate, ...regions: readonly string[]): Law;
  /** The law that a matter has kept. */
  get(version: string): Law;
}

const MOST_DAYS = 10_000; // an import of old letters asks for every day of many years

/** Checks all packs at once: a pack that would be refused later stops the start now. */
export function makeLaws(calendars: Calendars, packs: readonly NamedPack[], overrides: readonly Override[] = []): Laws {
  checkDates(packs);
  const nationals = packs.filter(({ region }) => region === NATIONAL_REGION).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const oldest = nationals[0];
  if (!oldest) throw new Error('没有国家规定的期限：data/policy 里要有 region 为“cn”的一份。');
  const laid = new Map<string, Law>();
  const days = new Map<string, Law>(); // what was in force on a day in these regions

  const lay = (national: NamedPack, locals: readonly NamedPack[]): Law => {
    const version = [national, ...locals].map((pack) => pack.version).join('+');
    const law = laid.get(version) ?? layPacks(calendars, national, locals, overrides);
    laid.set(version, law);
    return law;
  };

  for (const local of packs) if (local.region !== NATIONAL_REGION) lay(nationals.at(-1) ?? oldest, [local]);

  return {
    calendars,
    packs,
    overrides,
    inForce(on, ...regions) {
      const asked = `${on} ${regions}`;
      const known = days.get(asked);
      if (known) return known;
      // What was received before the first pack, an old letter brought in by an import, is counted by the first.
      const national = nationals.findLast((pack) => isInForce(pack, on)) ?? oldest;
      const local = (region: string) => packs.filter((pack) => pack.region === region && region !== NATIONAL_REGION && isInForce(pack, on));
      const law = lay(national, regions.flatMap(local));
      if (days.size < MOST_DAYS) days.set(asked, law);
      return law;
    },
    get(version) {
      const known = laid.get(version);
      if (known) return known;
      const named = version.split('+').map((name) => packs.find((pack) => pack.version === name));
      const [national, ...locals] = named;
      if (!national || named.includes(undefined)) {
        throw new Error(`没有版本为“${version}”的期限规则：有事项按它登记，不能删除。`);
      }
      return lay(national, locals as NamedPack[]);
    },
  };
}
