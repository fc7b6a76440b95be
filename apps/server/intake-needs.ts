import type { Directory } from '#contexts/directory/index.ts';
import { prefixOf, type IntakeRouteNeeds } from '#contexts/intake/index.ts';
import { passOnCode, sealAway } from '#contexts/sealed/index.ts';
import { dateInChina, yearOf } from '#kernel/dates.ts';
import type { Database } from '#platform/database.ts';
import type { Keys } from '#platform/keys-roles.ts';
import { openNumbers } from '#platform/numbers.ts';
import { seriesOf, writeNumber, type NumberKind } from '#platform/numbers-format.ts';
import { deploymentSecret } from './deployment-keys.ts';
import { numberCodeOf } from './organs.ts';

/** What intake needs beside what casework needs: numbers, codes, and how the directory names whoever received. */
type IntakeOnly = Pick<
  IntakeRouteNeeds,
  'intakeNo' | 'matterNo' | 'blindKey' | 'codePepper' | 'codePrefix' | 'sealAway' | 'passOnCode' | 'organCard' | 'personCard'
>;

interface From {
  readonly db: Database;
  readonly keys: Keys;
  readonly directory: () => Directory;
  readonly now: () => Date;
  readonly name: string; // of this process, beside the numbers that it leases
  readonly block?: number;
}

export function intakeNeeds({ db, keys, directory, now, name, block }: From): IntakeOnly {
  const number = numbersFor(db, directory, name, now, block);
  return {
    intakeNo: (region, at) => number('S', region, at),
    matterNo: (region, at) => number('X', region, at),
    blindKey: (region) => keys.blind.current(region),
    codePepper: deploymentSecret(keys.codes),
    codePrefix: prefixOf,
    sealAway: (region, part) => sealAway({ sql: db.sql, boxes: keys['sealed-boxes-public'], now }, region, part),
    passOnCode: (region, replaced) => passOnCode({ sql: db.sql, boxes: keys['sealed-boxes-public'], now }, region, replaced),
    organCard: (unit) => ({ isPetitionDept: directory().isPetitionDept(unit) }),
    personCard: (person, unit) => {
      const current = directory();
      const post = current.postsOf(person, dateInChina(now())).find((each) => each.unit === unit)?.post ?? '';
      return { name: current.personOf(person), post, phone: current.findPerson(person)?.phone ?? '' };
    },
  };
}

/** The series is that of the division code and not of the region: two tenants of one county never give the same number. */
export function numbersFor(db: Database, directory: () => Directory, name: string, now: () => Date, block?: number) {
  const numbers = openNumbers(db.sql, { leasedTo: `${name} ${process.pid}`, now, ...(block && { block }) });
  return async (kind: NumberKind, region: string, at: Date): Promise<string> => {
    const region6 = numberCodeOf(directory(), region);
    const year = yearOf(dateInChina(at));
    return writeNumber({ region6, kind, year, sequence: await numbers.next(region6, seriesOf(kind, year)) });
  };
}
