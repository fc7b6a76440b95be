import type { PlainDate } from '#kernel/dates.ts';

/** What the petitioner sees of hearings, and of the publication of the recheck that followed one (第三十六条第二款). */
export interface PublicHearing {
  readonly state: 'applied' | 'decided' | 'scheduled' | 'held' | 'reported' | 'cancelled' | 'declined';
  readonly organ: string;
  readonly on?: PlainDate;
  readonly place?: string; // with the hour
  readonly challenge?: 'pending' | 'recused'; // of the panel that was named
}

/** The text as it will hang or hangs, to be looked through before anybody else does. */
export interface PublicPublication {
  readonly state: 'proposed' | 'told' | 'released' | 'ended';
  readonly text: PublishedRecheck;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly until?: PlainDate; // to object before it is public
  readonly objected?: true;
}

/** One recheck opinion on the page for everybody: the matter, never the person. */
export interface PublishedRecheck {
  readonly organ: string;
  readonly subject: string;
  readonly recheckNo: string;
  readonly heardOn: PlainDate;
  readonly claims: string;
  readonly result: string;
  readonly basis: string;
}

export interface RecheckOnPage extends PublishedRecheck {
  readonly slug: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}
