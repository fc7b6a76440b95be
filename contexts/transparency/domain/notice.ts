import type { PlainDate } from '#kernel/dates.ts';

/** What offices publish for everybody. */
export interface PublicNotice {
  readonly kind: 'suggestionCall' | 'reception' | 'board';
  readonly organ: string;
  readonly title: string;
  readonly text?: string;
  readonly on?: PlainDate; // of the reception; last day of the call; next review of the board
  readonly hours?: string;
  readonly place?: string;
  readonly summary?: string; // how the suggestions were used
  readonly counts?: Readonly<Record<'received' | 'adopted' | 'rewarded', number | null>>; // of a call; null is fewer than five, or would give fewer than five away (不变量 28)
  readonly late?: boolean; // a board whose change is not put up yet (D14)
}
