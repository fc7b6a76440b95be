import { Refusal } from '#kernel/refusal.ts';
import type { Done } from '#kernel/decider.ts';
import type { IntakeNeeds } from '../handle.ts';
import { registerIntake, type Arrived, type Registered } from '../handle/register.ts';
import { readRow, RowTrouble, type ImportDesk, type ReadRow } from './arrived.ts';
import type { Mapping } from './fields.ts';
import { findKnown } from './known.ts';
import type { Loader } from './loader.ts';
import type { SourceRow } from './table.ts';

/** What a file is brought in with. */
export interface Importing {
  readonly needs: IntakeNeeds;
  readonly loader: Loader;
  readonly region: string;
  readonly desk: ImportDesk;
  readonly mapping: Mapping;
  readonly by: Done['by'];
  readonly dryRun: boolean;
}

/** A portion of the file, done: every row of it is one of the three. */
export interface Portion {
  readonly rows: number;
  readonly registered: readonly (Registered & { readonly arrived: Arrived })[];
  readonly known: number;
  readonly rejected: readonly { readonly row: SourceRow; readonly why: string }[];
}

const PORTION = 200;

/** A file in portions; each is brought in by itself (`takePortion`), so several may be at work. */
export async function* portionsOf(rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceRow[]> {
  let portion: SourceRow[] = [];
  for await (const row of rows) {
    portion.push(row);
    if (portion.length < PORTION) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}

/** Brings in every row of a portion once, in one transaction; it has ended when they are on the disk. */
export async function takePortion(importing: Importing, portion: readonly SourceRow[]): Promise<Portion> {
  const { needs, region, desk, mapping, dryRun } = importing;
  const rejected: { row: SourceRow; why: string }[] = [];
  const read = portion.flatMap((row): { row: SourceRow; one: ReadRow }[] => {
    try {
      return [{ row, one: readRow(row, mapping, desk, needs.now()) }];
    } catch (error) {
      if (!(error instanceof RowTrouble)) throw error;
      rejected.push({ row, why: error.message });
      return [];
    }
  });
  const known = await findKnown(
    needs,
    region,
    read.map(({ one }) => one.arrived),
  );
  const fresh = read.filter(({ one }) => !known.has(one.arrived));
  if (dryRun) return { rows: portion.length, registered: fresh.map(({ one }) => nobody(one)), known: known.size, rejected };

  const registered = await loadAll(importing, fresh, rejected);
  return {
    rows: portion.length,
    registered: registered.filter((one) => !one.known),
    known: known.size + registered.filter((one) => one.known).length,
    rejected,
  };
}

type Fresh = readonly { readonly row: SourceRow; readonly one: ReadRow }[];

/** All in one transaction; where somebody registers the same at this moment, one by one, so that one known row stops no other. */
async function loadAll(importing: Importing, fresh: Fresh, rejected: { row: SourceRow; why: string }[]) {
  const { needs, loader } = importing;
  const before = rejected.length;
  const made = await each(fresh, rejected, (one) => loader.life((kept) => register(kept, importing, one)));
  try {
    await loader.send();
    return made;
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    rejected.length = before;
    return each(fresh, rejected, (one) => register(needs, importing, one));
  }
}

async function each(fresh: Fresh, rejected: { row: SourceRow; why: string }[], work: (one: ReadRow) => Promise<Registered>) {
  const done: (Registered & { arrived: Arrived })[] = [];
  for (const { row, one } of fresh) {
    try {
      done.push({ ...(await work(one)), arrived: one.arrived });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error; // a rule of the desk said no: it is told like any other reason
      rejected.push({ row, why: error.message });
    }
  }
  return done;
}

const register = (needs: IntakeNeeds, { region, by }: Importing, { arrived, parts }: ReadRow) => registerIntake(needs, region, arrived, { by, parts });

const nobody = ({ arrived, parts }: ReadRow) => ({
  arrived,
  intake: { region: '', id: '' },
  no: '',
  receivedAt: arrived.receivedAt,
  matters: parts.map(() => ({ region: '', id: '', no: '' })),
  known: false,
});
