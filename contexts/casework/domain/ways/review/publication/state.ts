import { addDays, type PlainDate } from '#kernel/dates.ts';
import type { Law } from '#kernel/law.ts';
import type { Words } from '#kernel/decider.ts';

/** 公示一份复核意见 (第三十六条第二款): de-identified, told to the petitioner first, released by a second person. */
export interface Publication {
  readonly document: string; // the paper F37 that was signed
  readonly text: Words; // a PublishedText; exactly this becomes public, or nothing
  readonly proposedBy: string;
  readonly proposedOn: PlainDate;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly state: 'proposed' | 'told' | 'released' | 'ended';
  readonly until?: PlainDate; // last day of the window to object before anything is public
  readonly objected?: true; // not answered yet: meanwhile nothing is shown
}

/** What everybody may read. No name of a person stands in it, and nothing that leads to one. */
export interface PublishedText {
  readonly organ: string;
  readonly subject: string;
  readonly recheckNo: string;
  readonly heardOn: PlainDate;
  readonly claims: string;
  readonly result: string;
  readonly basis: string;
}

/** How long the petitioner may look at the text before others see it. */
export const lastDayToObject = (toldOn: PlainDate, { limits }: Pick<Law, 'limits'>): PlainDate => addDays(toldOn, limits.publicationObjection.days);

interface Publishing {
  readonly publication?: Publication;
}

/** The text that is public on this day, if one is: released, not objected to, inside its term. */
export function publicOn({ publication }: Publishing, today: PlainDate): Publication | undefined {
  const shown = publication?.state === 'released' && !publication.objected && publication.startsOn <= today && today <= publication.endsOn;
  return shown ? publication : undefined;
}

/** Still on its way or public: what has ended can be proposed anew, with a new paper. */
export const isGoingOn = ({ publication }: Publishing): boolean => publication !== undefined && publication.state !== 'ended';
