import type { Kysely } from 'kysely';
import { returnedPlace, type ReturnedPart } from '#kernel/sealed-dates.ts';
import { SYSTEM } from '#kernel/system.ts';
import type { Query } from '#platform/database.ts';
import { actOnMatters } from '#contexts/casework/index.ts';
import { intakeStep, loadIntake, type IntakeNeeds } from '../handle.ts';
import { openFrom, type BoxKeysOf } from '../portal/box.ts';
import { matterSteps } from './matters.ts';
import { newMatters } from './open.ts';

interface ReturnedRow {
  readonly region: string;
  readonly id: string;
  readonly envelope: Buffer;
  readonly returned_at: Date;
}

export interface ReturnedNeeds extends IntakeNeeds {
  readonly boxKeys: BoxKeysOf;
  readonly failed: (id: string, error: unknown) => void;
}

const LONGEST_TITLE = 80;

/**
 * What was taken for an accusation, and was none: the organ with power said so
 * and the sealed desk gave it back (lifecycle 47: refused → TRIAGED). It becomes
 * a matter of the intake in which it came, with the receipt of that day, so that
 * no term of the petitioner begins anew; their query code shows it at once.
 *
 * @returns how many were taken
 */
export async function takeReturned(needs: ReturnedNeeds, region: string, limit = 50): Promise<number> {
  const db = needs.db.sql as unknown as Kysely<{ 'intake.returned': ReturnedRow }>;
  const rows = await db.selectFrom('intake.returned').selectAll().where('region', '=', region).orderBy('returned_at').limit(limit).execute();
  let taken = 0;
  for (const row of rows) {
    try {
      const gone = db.deleteFrom('intake.returned').where('region', '=', region).where('id', '=', row.id);
      const part = JSON.parse(openFrom(needs.boxKeys, region, row.envelope, returnedPlace(region, row.id)).toString()) as ReturnedPart;
      await open(needs, region, part, gone);
      taken += 1;
    } catch (error) {
      needs.failed(row.id, error);
    }
  }
  return taken;
}

async function open(needs: IntakeNeeds, region: string, { intake: id, title, text, parties, files, unitReceipt }: ReturnedPart, gone: Query): Promise<void> {
  const { subject, intake, past } = await loadIntake(needs, { region, id });
  const received = intake.received!;
  const done = { by: { person: SYSTEM, unit: received.receivedBy }, at: needs.now() };
  const [matter] = await newMatters(needs, region, 1);
  const source = {
    intake: subject,
    received,
    receivedAt: intake.receivedAt!,
    registeredAt: past.find(({ type }) => type === 'IntakeRegistered')?.at ?? intake.receivedAt!,
    parties: parties || '[]',
    ...(files && { files }),
    ...(unitReceipt && { unitReceipt }),
  };
  const part = { title: title.slice(0, LONGEST_TITLE), text, claims: [] };
  const steps = [
    intakeStep(needs, subject, { type: 'returnPart', matter: matter!.id, ...done }, { writes: [gone] }),
    ...matterSteps(needs, source, matter!, part, done),
  ];
  await actOnMatters(needs, steps, [matter!]);
}
