/** What was opened last in this tab, so that one finds back to it. Gone when one signs out, like everything that is kept for a tab; nothing sealed is put here, and what can no longer be opened is taken away. */
const MOST = 8;
const PLACE = 'recent';

export interface Opened {
  readonly to: string;
  readonly title: string;
  readonly no: string;
}

export function recent(): readonly Opened[] {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? '[]');
  } catch {
    return [];
  }
}

export function remember(opened: Opened): void {
  keep([opened, ...recent().filter(({ to }) => to !== opened.to)]);
}

export function forget(gone: string): void {
  keep(recent().filter(({ to }) => to !== gone));
}

const keep = (list: readonly Opened[]) => sessionStorage.setItem(PLACE, JSON.stringify(list.slice(0, MOST)));
