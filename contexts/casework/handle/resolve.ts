import { dateInChina } from '#kernel/dates.ts';
import type { Done } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Level } from '../domain/actions.ts';
import type { CommandType, DuplicateTarget, MatterCommand } from '../domain/commands.ts';
import type { Matter } from '../domain/matter.ts';
import { isConcerned } from '../domain/permissions.ts';
import { isAnswered } from '../domain/repeats.ts';
import { isOpen } from '../domain/stages.ts';
import type { EarlierMatter } from '../domain/ways/review/commands.ts';
import type { EarlierSeen } from '../domain/ways/repeats/commands.ts';
import { earlierOf } from '../domain/ways/repeats/earlier.ts';
import { endOf } from '../domain/ways/review/papers.ts';
import { matterOf, type CaseworkNeeds } from '../handle.ts';
import { loadMatter, loadPast } from '../page/load.ts';
import { leftIn, publicationOf } from '../page/publication.ts';
import { findAttached, findByNo, type CaseworkDb } from '../store.ts';

/** From what was filled in to the command: what a person names by number or by list is looked up here. */
export async function commandFrom(
  needs: CaseworkNeeds,
  subject: Subject,
  type: CommandType,
  values: Readonly<Record<string, unknown>>,
  matter: Matter,
  done: Done,
): Promise<MatterCommand> {
  const { region } = subject;
  const plain = { type, ...values, ...done } as MatterCommand;
  switch (plain.type) {
    case 'classify':
      return { ...plain, also: plain.also ?? [], evaluation: true };
    case 'attachDuplicate':
      return { ...plain, target: await loadTarget(needs, subject, String(values.target), matter, done.by.unit) };
    case 'guideElsewhere':
      return { ...plain, reason: 'litigationVisitor' }; // the only lawful one for whom this form is
    case 'passDown':
      return { ...plain, level: needs.levelOf(plain.to) };
    case 'correct':
      return { ...plain, as: matter.handlingUnit === done.by.unit ? 'unitHead' : 'superior' };
    case 'conclude':
      return { ...plain, reason: endOf(matter) };
    case 'releasePublication':
      return { ...plain, left: await leadingToPersons(needs, subject) };
    case 'compareWithEarlier':
      return { ...plain, earlier: await loadEarlier(needs, region, String(values.earlier), done.by.unit) };
    case 'recordRepeat':
      return { ...plain, earlier: await loadSeen(needs, region, String(values.earlier), done.by.unit) };
    default:
      return plain;
  }
}

/** Another matter that is named by its number: of the same tenant, whose clocks and keys it shares, and one that this unit may open. */
async function loadOther(needs: CaseworkNeeds, region: string, no: string, unit: string) {
  const row = await findByNo(needs.db.sql as CaseworkDb, region, no.trim().toUpperCase());
  const matter = row && matterOf(needs, await loadPast(needs, { region: row.region, id: row.subject }));
  if (!row || !matter || !isConcerned(matter, unit)) throw new Refusal('NotFound', `没有编号为“${no}”的信访事项，或者不在本单位经手的范围内，请核对。`);
  return { row, matter };
}

async function loadTarget(needs: CaseworkNeeds, subject: Subject, no: string, matter: Matter, unit: string): Promise<DuplicateTarget> {
  const { row: found, matter: target } = await loadOther(needs, subject.region, no, unit);
  if (found.no === matter.opening?.no) throw new Refusal('AgainstRule', '不能并入自己，请填写主件的编号。');
  if (found.stage === 'merged') throw new Refusal('AgainstRule', '那一件已经并入别的事项，请填写主件的编号。');
  await mustLeadNone(needs, subject);
  const answered = isAnswered(earlierOf(target), matter.firstReceipt ?? dateInChina(needs.now()), matter.opening?.postmarkOn);
  return { id: found.subject, no: found.no, kind: found.kind ?? undefined, open: isOpen(found.stage), ...(answered && { answered }) };
}

/** Whoever was attached to this one follows it by its number: they would look at a matter that goes on nowhere (不变量 7). */
async function mustLeadNone(needs: CaseworkNeeds, subject: Subject): Promise<void> {
  const attached = await findAttached(needs.db.sql as CaseworkDb, subject);
  if (attached.length === 0) return;
  const numbers = attached.map(({ no }) => no).join('、');
  throw new Refusal(
    'AgainstRule',
    `另有${attached.length}件并入了本件（${numbers}），本件是它们的主件。请先逐件拆出，并入同一个主件，再并本件。`,
    '第十九条第三款',
  );
}

/** The earlier matter with which this one is compared: one that this unit may open, and whether its recheck has arrived and is the last word. */
async function loadEarlier(needs: CaseworkNeeds, region: string, no: string, unit: string): Promise<EarlierMatter> {
  const { row: found, matter: earlier } = await loadOther(needs, region, no, unit);
  const { rechecked, answeredOn } = earlierOf(earlier);
  return { id: found.subject, no: found.no, ...(rechecked && answeredOn && { recheckDeliveredOn: answeredOn }) };
}

/** Names may have been added since the text was signed: it is looked through again before anybody reads it. */
async function leadingToPersons(needs: CaseworkNeeds, subject: Subject): Promise<readonly string[]> {
  const loaded = await loadMatter(needs, subject);
  const text = publicationOf(loaded);
  return text ? leftIn(loaded, text) : ['（公示稿的内容已依法删除）'];
}

/** The same for 重复信访: one that this unit may open, as far as the rule asks. */
async function loadSeen(needs: CaseworkNeeds, region: string, no: string, unit: string): Promise<EarlierSeen> {
  const { row: found, matter: earlier } = await loadOther(needs, region, no, unit);
  return { id: found.subject, no: found.no, ...earlierOf(earlier) };
}

export type LevelOf = (unit: string) => Level;
