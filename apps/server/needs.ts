import type { caseworkRoutes } from '#contexts/casework/index.ts';
import { mayOpenContent, openDirectory, type DirectoryNeeds } from '#contexts/directory/index.ts';
import { accompanyPapers, followPapers, openPress, readSeals, type DocumentsRouteNeeds } from '#contexts/documents/index.ts';
import type { InsightNeeds } from '#contexts/insight/index.ts';
import { accompanySealing, followRoster, openCodeStock, registrationOf, withFiles, type IntakeRouteNeeds } from '#contexts/intake/index.ts';
import { besideWork, worksAbout, type WorkRouteNeeds } from '#contexts/coordination/index.ts';
import { announcedCalls, paperFacts, callCounts, type SupervisionRouteNeeds } from '#contexts/supervision/index.ts';
import { openOnDelivery } from '#contexts/evaluation/index.ts';
import { keptFor, readSchedule } from '#contexts/retention/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import { findOpened, findOrgansThatOpened } from '#platform/access-log-verify.ts';
import { openAccessLog } from '#platform/access-log.ts';
import { openDatabase, type Database } from '#platform/database.ts';
import { openKeys } from '#platform/keys-folder.ts';
import { describe, type Log } from '#platform/log.ts';
import { keepLaws, lawNeeds } from '#platform/laws-kept.ts';
import { signBytes } from '#platform/receipts.ts';
import type { Settings } from '#platform/settings.ts';
import { addressFor, keyFolderOf } from '#platform/storage.ts';
import { openBlobs } from './blobs.ts';
import { intakeNeeds } from './intake-needs.ts';
import { levelOf, packFor, regionsOfNo } from './organs.ts';
import { runningBeside } from './recount.ts';
import { WORK_KINDS, WORK_PAPERS } from './work-kinds.ts';

/** What the staff's side of the contexts is handed: one object, made once a process. */
export type StaffNeeds = DirectoryNeeds &
  DocumentsRouteNeeds &
  Parameters<typeof caseworkRoutes>[1] &
  IntakeRouteNeeds &
  InsightNeeds &
  SupervisionRouteNeeds &
  WorkRouteNeeds & {
    readonly db: Database;
    readonly findOpened: (subject: Subject) => ReturnType<typeof findOrgansThatOpened>;
    close(): Promise<void>;
  };

/** Time and database as they are, unless the demonstration is replayed. */
interface Otherwise {
  readonly now?: () => Date;
  readonly around?: (db: Database) => Database;
  readonly numbersAtOnce?: number; // how many numbers are leased at a time; a bulk import wants many
}

export async function openStaffNeeds(
  settings: Settings,
  log: Log,
  name: 'office' | 'worker',
  { now = () => new Date(), around = (db) => db, numbersAtOnce }: Otherwise = {},
): Promise<StaffNeeds> {
  const onTrouble = (error: unknown) => log.warn(describe(error), 'trouble');
  const db = around(openDatabase(addressFor(settings, 'huiyin_office'), { name: `huiyin ${name}`, shares: name === 'office', onTrouble }));
  const keys = openKeys(keyFolderOf(settings), name);
  const laws = await keepLaws(db, settings.policyFolder ? { locals: settings.policyFolder } : {}, { onTrouble });
  const directory = await openDirectory(db, { onTrouble });
  const accessLog = openAccessLog(db, { name, now });
  const { current } = directory;
  const law = lawNeeds(laws);
  const intake = intakeNeeds({ db, keys, directory: current, now, name, ...(numbersAtOnce && { block: numbersAtOnce }) });
  const codes = openCodeStock(intake.codePepper, onTrouble);

  const needs: StaffNeeds = {
    db,
    keys: keys.regions,
    search: keys.search,
    blobs: await openBlobs(settings, onTrouble),
    now,
    onTrouble,
    directory,
    calendar: law.calendar,
    lawOf: law.lawOf,
    refreshLaws: law.refreshLaws,
    get calendars() {
      return law.calendars;
    },
    packFor: (region, on) => packFor(laws.current(), directory, region, on),
    workKinds: WORK_KINDS,
    workPapers: WORK_PAPERS,
    documents: () => needs,
    countedFor: (...asked) => callCounts(needs)(...asked),
    findCalls: (region) => announcedCalls(needs)(region),
    knownFor: (...asked) => paperFacts(needs)(...asked),
    registrationOf: (intake) => registrationOf(needs, intake, (id) => current().personOf(id)),
    besideOf: (...asked) => besideWork(needs)(...asked),
    organs: current,
    regions: () => current().regions,
    levelOf: (unit) => levelOf(current(), unit),
    regionsOfNo: (no) => regionsOfNo(current(), no),
    personOf: (id) => current().personOf(id),
    standsInFor: (person, unit, away) =>
      current()
        .postsOf(person, dateInChina(now()))
        .some((post) => post.unit === unit && post.standsInFor === away),
    isColleague: (person, unit) => current().isColleague(person, unit, dateInChina(now())),
    withFiles: (actor, tickets, use) => withFiles({ db, now }, actor, tickets, use),
    unitNamed: (name) => current().organs.find((organ) => organ.name === name)?.unit,
    organOf: (unit) => current().organOf(unit),
    signatureOf: (unit) => current().getOrgan(unit),
    typesetter: openPress(settings.fontFolder),
    ...(settings.sealFolder && { sealOf: readSeals(settings.sealFolder) }),
    portalUrl: settings.portalUrl,
    worksAbout: (region, no) => worksAbout(needs, region, no),
    runningBeside: (region, most) => runningBeside(needs, region, most),
    keptFor: keptFor(readSchedule()),
    sign: (region, bytes) => signBytes(keys.receipts, region, bytes),
    mayOpenContent: ({ roles }) => mayOpenContent(roles),
    logAccess: async ({ subject, actor, purpose, fields }) => {
      const identity = fields === 'identity' ? ['name', 'phone', 'address'] : [];
      await accessLog.read({ by: actor, place: actor.place ?? '', purpose, subjects: [subject], fields: identity });
    },
    follow: [(subject) => openOnDelivery(needs)(subject), (subject) => followRoster(needs)(subject), (subject) => followPapers(needs, subject)],
    accompany: async (...asked) => (await accompanyPapers(needs)(...asked)) ?? accompanySealing(needs)(...asked),
    ...intake,
    codes,
    openIf: async (there, { subject, actor, purpose }, queries) => {
      const look = { by: actor, place: actor.place ?? '', purpose, subjects: [subject] };
      const { recorded, answers } = await accessLog.readIf(there, look, ...queries, findOpened(db.sql, subject));
      return { recorded, answers, opened: answers.at(-1)! };
    },
    findOpened: async (subject) => findOrgansThatOpened(db.sql, subject),
    async close() {
      await codes.close();
      await accessLog.close();
      await db.close();
    },
  };
  return needs;
}
