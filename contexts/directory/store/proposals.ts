/** What waits until another person agrees, and what became of it. Rows stay: they are few, and who is told of them reads them here. */
import { Refusal } from '#kernel/refusal.ts';
import type { DirectoryDb, NewProposalRow, ProposalRow } from './tables.ts';

export const insertProposal = (db: DirectoryDb, row: NewProposalRow) => db.insertInto('directory.proposal').values(row);

/** Those that stand, and those that were decided lately: across regions, since who may agree may sit in another one. */
export const findProposals = (db: DirectoryDb, regions: readonly string[], decidedAfter: Date) =>
  db
    .selectFrom('directory.proposal')
    .selectAll()
    .where('region', 'in', regions.length > 0 ? regions : ['-'])
    .where((eb) => eb.or([eb('state', '=', 'open'), eb('decided_at', '>', decidedAfter)]))
    .orderBy('proposed_at')
    .execute();

export async function getProposal(db: DirectoryDb, region: string, id: string): Promise<ProposalRow> {
  const row = await db.selectFrom('directory.proposal').selectAll().where('region', '=', region).where('id', '=', id).executeTakeFirst();
  if (!row) throw new Refusal('NotFound', '没有这一项，请回到账号页面重新选择。');
  return row;
}

type Decided = Pick<ProposalRow, 'state' | 'decided_by' | 'decided_unit' | 'decided_at'> & { reason?: string };

export const decideProposalRow = (db: DirectoryDb, { region, id }: Pick<ProposalRow, 'region' | 'id'>, decided: Decided) =>
  db.updateTable('directory.proposal').set(decided).where('region', '=', region).where('id', '=', id);
