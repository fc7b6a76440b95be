/** A piece of work as the home of papers: who may open them, which may be written now, what it knows of their blanks. */
import type { Beside, BesideOf, PaperCode } from '#contexts/documents/index.ts';
import { signersOf } from '#contexts/documents/index.ts';
import { offered } from '#kernel/work/decide.ts';
import { regionOf, type Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { findAbout, workRows, type CoordinationDb } from '../store.ts';
import { placesIn, type WorkNeeds } from './needs.ts';
import { filled } from './paper-with.ts';
import { ofWork, referredBy, textsOf, toldOf, workOf } from './told.ts';
import { takeValues } from './values.ts';
import { unitsOf } from './seen.ts';
import { workStep } from './work.ts';

export const besideWork =
  (needs: WorkNeeds): BesideOf =>
  async (subject, past): Promise<Beside | undefined> => {
    const work = workOf(past);
    const kind = needs.workKinds[work.kind];
    if (!kind) return undefined;
    const papers = needs.workPapers?.[work.kind] ?? {};
    const directory = needs.directory.current();
    const places = placesIn(directory);
    const texts = await textsOf(needs, subject);
    const rows = workRows(needs.workKinds, subject, ofWork(past), needs.lawOf);
    const [row] = rows;
    const about = (row?.title && texts.get(row.title)) || (row?.about_unit && directory.shortNameOf(row.about_unit)) || '';

    /** The step that signing this paper takes, where this person may take it now. */
    const stepOf = (code: string, actor: Actor) => {
      const signing = papers[code]?.signing;
      const step = signing && kind.steps[signing.step];
      return step && offered(kind, step, work, actor, places) ? { ...signing, step: signing.step, of: step } : undefined;
    };
    const may = (code: string, actor: Actor) => {
      const paper = papers[code]!;
      const signs = signersOf(code as PaperCode).some((role) => actor.roles.includes(role));
      return stepOf(code, actor) !== undefined || (signs && paper.stages.includes(work.stage) && paper.may(directory.organOf(actor.unit), work, places));
    };

    return {
      title: [kind.name, about].filter(Boolean).join('：'),
      isOpenTo: (actor) =>
        rows.some(({ unit }) => unitsOf(directory, actor).includes(unit)) && (!kind.opensFor || kind.opensFor.some((role) => actor.roles.includes(role))),
      offers: (actor) => Object.keys(papers).filter((code) => may(code, actor)) as PaperCode[],
      known: async (code, actor) => {
        const [known, referred] = await Promise.all([needs.knownFor?.(code, subject, work) ?? {}, referredBy(needs, work)]);
        const blanks = papers[code]?.blanks(toldOf(needs, past, actor.unit, actor.person, { texts, known, ...(referred && { referred }) })) ?? {};
        return filled(blanks);
      },
      carried: (code, values, actor) => {
        const signing = stepOf(code, actor);
        if (!signing) return undefined;
        const { person, unit, roles } = actor;
        const taken = takeValues(signing.of.fields, signing.fields(values), directory.exists);
        return workStep(needs, subject, { kind: work.kind, step: signing.step, ...taken, by: { person, unit, roles }, at: needs.now(), paper: true });
      },
    };
  };

/** Kinds whose papers are about one matter, and belong into its file. */
const FILED = ['order', 'meeting'] as const;

/** Kept by whoever leads it: the region itself, or the one above that watches over it. */
export async function worksAbout({ db, directory }: Pick<WorkNeeds, 'db' | 'directory'>, region: string, no: string): Promise<readonly Subject[]> {
  const above = directory.current().petitionDeptAbove(region);
  const holders = [...new Set([region, ...(above ? [regionOf(above)] : [])])];
  const found = await Promise.all(holders.flatMap((holder) => FILED.map((kind) => findAbout(db.sql as CoordinationDb, holder, kind, no))));
  return found.flat().map(({ region: home, subject }) => ({ region: home, id: subject }));
}
