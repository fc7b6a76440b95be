import { Refusal } from '#kernel/refusal.ts';
import { SYSTEM } from '#kernel/system.ts';

/** The no to whoever acted on a page that was not the newest any more: that somebody was quicker, or that a day came and the system wrote it down. */

interface Newer {
  readonly type: string;
  readonly unit: string;
}

/** `titleOf`: how the context that knows an action tells it. */
export function stale(newer: readonly Newer[] = [], titleOf?: (type: string) => string | undefined): Refusal {
  const last = newer.at(-1);
  if (!last || newer.some(({ unit }) => unit !== SYSTEM)) return new Refusal('Stale', '此件刚被他人办理，您写的内容没有丢，请刷新后再办。');
  const title = titleOf?.(last.type);
  return new Refusal('Stale', `不是别人办的：日子到了，系统刚在此件上记了${title ? `“${title}”` : '一笔'}。您写的内容没有丢，请刷新后再办。`);
}
