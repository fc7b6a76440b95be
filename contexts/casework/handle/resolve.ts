import type { Done } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Level } from '../domain/actions.ts';
import type { CommandType, DuplicateTarget, MatterCommand } from '../domain/commands.ts';
import type { Matter } from '../domain/matter.ts';
import { isOpen } from '../domain/stages.ts';
import type { CaseworkNeeds } from '../handle.ts';
import { findByNo, type CaseworkDb } from '../store.ts';

/** From what was filled in to the command: what a person names by number or by list is looked up here. */
export async function commandFrom(
  needs: CaseworkNeeds,
  region: string,
  type: CommandType,
  values: Readonly<Record<string, unknown>>,
  matter: Matter,
  done: Done,
): Promise<MatterCommand> {
  const plain = { type, ...values, ...done } as MatterCommand;
  switch (plain.type) {
    case 'classify':
      return { ...plain, also: plain.also ?? [], evaluation: true };
    case 'attachDuplicate':
      return { ...plain, target: await loadTarget(needs, region, String(values.target), matter) };
    case 'guideElsewhere':
      return { ...plain, reason: 'litigationVisitor' }; // the only lawful one for whom this form is
    case 'passDown':
      return { ...plain, level: needs.levelOf(plain.to) };
    case 'correct':
      return { ...plain, as: matter.handlingUnit === done.by.unit ? 'unitHead' : 'superior' };
    case 'conclude':
      return { ...plain, reason: 'noReviewInTime' };
    default:
      return plain;
  }
}

async function loadTarget(needs: CaseworkNeeds, region: string, no: string, matter: Matter): Promise<DuplicateTarget> {
  const found = await findByNo(needs.db.sql as CaseworkDb, region, no.trim().toUpperCase());
  if (!found) throw new Refusal('NotFound', `没有编号为“${no}”的信访事项，请核对。`);
  if (found.no === matter.opening?.no) throw new Refusal('AgainstRule', '不能并入自己，请填写主件的编号。');
  if (found.stage === 'merged') throw new Refusal('AgainstRule', '那一件已经并入别的事项，请填写主件的编号。');
  return { id: found.subject, no: found.no, kind: found.kind ?? undefined, open: isOpen(found.stage) };
}

export type LevelOf = (unit: string) => Level;
