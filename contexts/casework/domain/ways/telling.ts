/**
 * How an action is told on the line of what happened. `shown` says whether
 * the petitioner sees it too: what was done with the matter is theirs to see,
 * notes between offices are not. `words` names the field whose text follows.
 */
export interface Telling {
  readonly title: string;
  readonly shown: boolean;
  readonly words?: string;
  readonly shownWords?: false; // the petitioner sees that it was done, not the working note
}
