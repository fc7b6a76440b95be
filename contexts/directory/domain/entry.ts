/** An organ as data files write it, short; and the rest of it filled in. */
import type { PlainDate } from '#kernel/dates.ts';
import type { Duty, Level, Organ, OrganType } from './organ.ts';

export interface OrganEntry {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly type: OrganType;
  readonly parent?: string | undefined;
  readonly superiors?: readonly string[] | undefined;
  readonly discipline?: string | undefined;
  readonly leadersDiscipline?: string | undefined;
  readonly complaintsTo?: string | undefined;
  readonly division: string;
  readonly sign?: string | undefined; // 机关代字
  readonly duties: readonly string[];
  readonly address: string;
  readonly phone: string;
  readonly hours: string;
}

export function fillOrgan(entry: OrganEntry, since: PlainDate): Organ {
  const {
    code,
    name,
    shortName,
    type,
    parent,
    superiors = [],
    discipline,
    leadersDiscipline,
    complaintsTo,
    division,
    sign = '',
    address,
    phone,
    hours,
  } = entry;
  return {
    unit: code,
    name,
    shortName,
    type,
    level: levelOf(type, division),
    division,
    superiors,
    petitionDept: type === 'petitionDept' || type === 'petitionOffice',
    duties: dutiesOf(entry),
    address,
    phones: [phone],
    hours,
    documentWord: sign,
    documentWords: {},
    validFrom: since,
    ...(parent && { parent }),
    ...(discipline && { discipline }),
    ...(leadersDiscipline && { leadersDiscipline }),
    ...(complaintsTo && { complaintsTo }),
  };
}

function dutiesOf({ code, duties }: OrganEntry): readonly Duty[] {
  const [, slug = code] = code.split('/');
  return duties.map((title, index) => ({ id: `${slug}-${String(index + 1).padStart(2, '0')}`, title, words: [] }));
}

function levelOf(type: OrganType, division: string): Level {
  if (division.length === 12 || type === 'village' || type === 'community') return 'village';
  if (division.length === 9) return 'township';
  if (division.endsWith('0000')) return 'province';
  return division.endsWith('00') ? 'city' : 'county';
}
