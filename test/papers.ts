import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actOnMatters, handleMatter, matterStep, type MatterCommand } from '#contexts/casework/index.ts';
import { followPapers, openPress, type DocumentsNeeds, type Signature } from '#contexts/documents/index.ts';
import type { Subject } from '#kernel/subject.ts';
import { blobsInFolder } from '#platform/blobs-folder.ts';
import type { Database } from '#platform/database.ts';
import { newKey, ringOf } from '#platform/keys.ts';
import { takeNote, type Note } from '#platform/words.ts';
import { afterFile } from './closing.ts';
import { at, by, claim, laws, newestCalendar, opening, organs, suggestion, UNITS } from './stories.ts';

/** Everything that an act on papers needs, on a database of the test's own; `clock` says what day it is. */
export async function paperNeeds(db: Database): Promise<DocumentsNeeds & { clock: { now: Date } }> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-blobs-'));
  afterFile(() => rmSync(folder, { recursive: true, force: true }));
  const clock = { now: at('2026-07-20', '09:42') };
  return {
    db,
    clock,
    keys: ringOf(newKey(1)),
    now: () => clock.now,
    calendar: newestCalendar,
    calendars: laws.calendars,
    lawOf: laws.get,
    packFor: () => '',
    organs: () => organs,
    levelOf: () => 'county',
    follow: [(subject) => followPapers({ db }, subject)],
    blobs: await blobsInFolder(folder),
    typesetter: press,
    signatureOf,
    unitNamed: (name) => Object.values(UNITS).find((unit) => organs.nameOf(unit) === name),
    personOf: (person) => person,
    portalUrl: 'https://huiyin.example',
  };
}

const press = openPress();

const WORDS: Readonly<Record<string, string>> = {
  'qinghe/petition': '清信访',
  'qinghe/housing': '清住建',
  'qinghe/water': '清水',
  'qinghe/government': '清政',
};
export const signatureOf = (unit: string): Signature => ({
  name: organs.nameOf(unit),
  documentWord: WORDS[unit] ?? '',
  documentWords: {},
  address: '清和县人民路1号',
  phones: ['0000-622 0001'],
});

export const actor = (unit: string, roles = ['unitHead', 'unitClerk'] as const, person = `${unit}的人`) => ({
  person,
  name: person,
  unit,
  region: unit.split('/')[0] ?? '',
  roles: [...roles],
  session: 's',
});

type Needs = Awaited<ReturnType<typeof paperNeeds>>;

/** Moves the clock and does what is said, as the unit. */
export async function doOn(needs: Needs, subject: Subject, day: string, unit: string, command: Record<string, unknown>, notes: readonly Note[] = []) {
  needs.clock.now = at(day);
  return handleMatter(needs, subject, { ...command, ...by(unit, day) } as unknown as MatterCommand, { notes });
}

const HANDLER = { name: '李兰', post: '科长', phone: '0000-622 0132' };

/** A matter with words of its own, up to the point that is named. */
export async function newMatter(
  needs: Needs,
  until: 'triaged' | 'referred' | 'accepted' | 'handling' | 'studying',
  more: Record<string, unknown> = {},
  extra: readonly Note[] = [], // words that `more` points to
  classified: object = {}, // otherwise than in the story
): Promise<Subject> {
  const subject = { region: 'qinghe', id: randomUUID() };
  const notes = {
    title: takeNote('翠屏小区3号楼屋面漏水'),
    text: takeNote('一下雨卧室顶就滴水'),
    parties: takeNote(JSON.stringify([{ role: 'principal', name: '张𬭚', phone: '13900001234', address: '翠屏小区3号楼' }])),
    claim: takeNote('修好3号楼屋面'),
  };
  const opened = {
    type: 'open',
    opening: opening('2026-07-20', {
      title: notes.title.words,
      text: notes.text.words,
      parties: notes.parties.words,
      claims: [{ no: 1, text: notes.claim.words }],
      ...more,
    }),
    ...by(UNITS.petition, '2026-07-20'),
  } as unknown as MatterCommand;
  needs.clock.now = at('2026-07-20');
  await actOnMatters(needs, [matterStep(needs, subject, opened, { notes: [...Object.values(notes), ...extra], isNew: true })], [subject]);
  await doOn(needs, subject, '2026-07-21', UNITS.petition, { type: 'classify', ...(until === 'studying' ? suggestion : claim), ...classified });
  if (until === 'triaged') return subject;
  await doOn(needs, subject, '2026-07-24', UNITS.petition, { type: 'refer', to: UNITS.housing });
  if (until === 'referred') return subject;
  const isClaim = until !== 'studying';
  await doOn(needs, subject, '2026-08-03', UNITS.housing, { type: 'accept', ...(isClaim && { route: 'petitionProcedure' }) });
  if (until === 'accepted') return subject;
  const [card, record, heard] = [takeNote(JSON.stringify(HANDLER)), takeNote('现场看过'), takeNote('当面听过')];
  await doOn(needs, subject, '2026-08-04', UNITS.housing, { type: 'startHandling', handler: { person: '李兰', card: card.words } }, [card]);
  if (!isClaim) return subject;
  await doOn(needs, subject, '2026-08-12', UNITS.housing, { type: 'recordInvestigation', on: '2026-08-12', staff: 2, record: record.words }, [record]);
  await doOn(needs, subject, '2026-08-13', UNITS.housing, { type: 'hearPetitioner', on: '2026-08-13', refused: false, record: heard.words }, [heard]);
  return subject;
}
