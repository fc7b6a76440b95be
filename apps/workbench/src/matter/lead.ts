/**
 * What leads the page of a matter: the row that stands first for it at the desk
 * of one's own unit, by the desk's own rule (desk/bands.ts), with the act that
 * the row names. The next step of the handling stands beside it, and takes its
 * place where the desk's act cannot be done yet.
 */
import type { ClockShown, MatterPage } from '#contexts/casework/contract.ts';
import { isSpent } from '#contexts/casework/domain/ways/promises/beginning.ts';
import { asShown, type DeskRow, type Owing, rowsOf } from '../desk/bands.ts';
import { draftOf } from '../desk/duties.ts';
import { paperLabel, restsOn } from '../papers/offers.ts';
import { isInternal } from '../shared/clock/ClockCalc.tsx';
import { isRight, readClock } from '../shared/clock/read.ts';
import { isMissed } from '../shared/clock/reading.ts';

type Page = Pick<MatterPage, 'matter' | 'clocks' | 'today' | 'stage'> & Partial<Pick<MatterPage, 'now'>>;
type Whole = Page & Pick<MatterPage, 'region' | 'can' | 'timeline'>;
export type OwedRow = DeskRow<ClockShown & Owing>;

/** One button: an act whose form opens, a paper, or the papers further down. */
export type Way = { readonly label: string } & ({ readonly command: string } | { readonly to: string } | { readonly at: 'papers' });

export interface Lead {
  readonly rows: readonly OwedRow[]; // all that this unit owes here, as its desk lists it
  readonly way?: Way; // the teal button
  readonly beside?: Way; // the handling's next step, where it is another; or else what is owed next
  readonly before?: string; // what has to come first, of what the first row asks for
  readonly blocked?: string; // the act of the first row, where the office does not offer it now
}

/** What this unit owes on this matter, row by row as at its desk. */
export function owedHere(page: Page, unitName: string): OwedRow[] {
  const { matter, stage, clocks } = page;
  const own = clocks.filter(({ holder, stoppedOn, type, clock }) => holder === unitName && !stoppedOn && type !== 'suspension' && !isSpent(clock, stage));
  const inner = new Set(own.filter(isInternal).map(({ clock }) => clock));
  return asShown(
    rowsOf(
      own.map((clock) => ({ ...clock, matter, stage })),
      page,
      inner,
    ),
  );
}

export function leadOf(page: Whole, unitName = ''): Lead {
  const rows = owedHere(page, unitName);
  const usual = page.can.find(({ primary }) => primary);
  const step: Way | undefined = usual && { label: usual.label, command: usual.command };
  const [way = step, ...further] = rows.flatMap((row) => wayOf(row, page) ?? []);
  const beside = [step, ...further].find((each) => each && each.label !== way?.label);
  const [first] = rows;
  const before = first && missingFor(first, page);
  const blocked = first && blockedIn(first, page);
  return {
    rows,
    ...(way && { way }),
    ...(beside && { beside }),
    ...(before && { before }),
    ...(blocked && { blocked }),
  };
}

/** The button of a row; none where the office does not offer it now, or something else has to come first. */
export function wayOf({ duty, item }: OwedRow, page: Whole): Way | undefined {
  const { opens } = duty;
  if (opens === 'page') return undefined;
  if (opens === 'papers') return { label: duty.owed, at: 'papers' };
  if ('act' in opens) {
    const offered = page.can.find(({ command }) => command === opens.act);
    return offered && { label: offered.label, command: offered.command };
  }
  if (restsOn(opens.paper, page).length > 0) return undefined;
  return { label: paperLabel(opens.paper, duty.owed), to: draftOf({ region: page.region, matter: item.matter }, opens.paper) };
}

const missingFor = ({ duty: { opens } }: OwedRow, page: Whole): string | undefined => {
  const missing = typeof opens === 'object' && 'paper' in opens ? restsOn(opens.paper, page) : [];
  return missing.length > 0 ? missing.join('、') : undefined;
};

const blockedIn = ({ duty: { opens } }: OwedRow, { can }: Whole): string | undefined =>
  typeof opens === 'object' && 'act' in opens && !can.some(({ command }) => command === opens.act) ? opens.act : undefined;

/** The clock at the head of the page: that of the first row; where one's own unit owes nothing, what others owe. */
export function mostPressing(page: Page, unitName = ''): ClockShown | undefined {
  const [first] = owedHere(page, unitName);
  const running = page.clocks.filter(({ stoppedOn, clock, type }) => !stoppedOn && !isRight(clock) && type !== 'suspension' && !isSpent(clock, page.stage));
  return running.find(({ key }) => key === first?.item.key) ?? running[0];
}

/** The clock that a paper answers; where none asks for it, that of the page. */
export function clockOfPaper(code: string, page: Page, unitName = ''): ClockShown | undefined {
  const row = owedHere(page, unitName).find(({ duty: { opens } }) => typeof opens === 'object' && 'paper' in opens && opens.paper === code);
  return page.clocks.find(({ key }) => key === row?.item.key) ?? mostPressing(page, unitName);
}

/** What was promised here and missed, and no row of this unit says: by another office, or when nobody can make it good any more. */
export function alsoMissed(page: Page, driving: ClockShown | undefined, unitName: string) {
  return page.clocks
    .filter((clock) => clock !== driving && !clock.stoppedOn && !isRight(clock.clock) && isMissed(readingOf(clock, page)))
    .map((clock) => ({ ...clock, by: readingOf(clock, page).local ?? '内部时限', isSpent: isSpent(clock.clock, page.stage) }))
    .filter(({ holder, isSpent: spent }) => spent || holder !== unitName);
}

const readingOf = (clock: ClockShown, page: Page) => readClock({ ...clock, internal: isInternal(clock) }, page);
