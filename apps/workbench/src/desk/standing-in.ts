import type { DeskItem } from '#contexts/casework/contract.ts';
import type { Colleague } from '#contexts/directory/contract.ts';

/**
 * 代班: what somebody who is away has in hand stands under the name of whoever
 * stands in, from the first day to the last, and under their own again after it.
 * Nothing is written and nobody has to act at midnight: the directory knows the days.
 * @param colleagues those of the unit on this day; `away` is for whom one stands in
 */
export function inHandsOf(items: readonly DeskItem[], colleagues: readonly Colleague[]): readonly DeskItem[] {
  const standIns = new Map(colleagues.flatMap((each) => (each.away ? [[each.away, each] as const] : [])));
  if (standIns.size === 0) return items;
  return items.map((item) => {
    const standIn = item.handler && standIns.get(item.handler.person);
    if (!item.handler || !standIn) return item;
    const { person, name } = item.handler;
    return { ...item, handler: { person: `${standIn.person}/${person}`, name: `${standIn.name}（代${name}）` } }; // beside one's own, not among them
  });
}
