/** What was done to an organ's entry: the names of the fields that changed, never what stood in them. */
import type { Decider, Done } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Organ } from './organ.ts';

export type OrganAction = Done & { readonly type: 'OrganSaved'; readonly fields: readonly string[] };
export type OrganCommand = Done & { readonly type: 'save'; readonly before: Organ | undefined; readonly after: Organ };

export const organDecider: Decider<OrganCommand, OrganAction, number> = {
  initial: 0,
  decide({ before, after, by, at }) {
    const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])] as (keyof Organ)[];
    const fields = names.filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after[name]));
    if (fields.length === 0) throw new Refusal('AgainstRule', '内容与原来相同，没有需要保存的修改。');
    return [{ type: 'OrganSaved', fields, by, at }];
  },
  evolve: (saved) => saved + 1,
};

/** A table in which a unit stands above itself answers no question; it is refused as a whole. */
export function checkPlace(organ: Organ, isSubordinate: (unit: string, of: string) => boolean): void {
  const above = [organ.parent, ...organ.superiors].filter((unit) => unit !== undefined);
  const circle = above.find((unit) => unit === organ.unit || isSubordinate(unit, organ.unit));
  if (circle) throw new Refusal('AgainstRule', '上级单位不能是本单位，也不能是本单位的下级。请重新选择。');
  if (organ.complaintsTo === organ.unit) throw new Refusal('AgainstRule', '对本单位的投诉不能由本单位自己答复。请另选一个单位。', '信访工作条例第四十六条');
  if (organ.discipline === organ.unit || organ.leadersDiscipline === organ.unit)
    throw new Refusal('AgainstRule', '对本单位的检举控告不能由本单位自己受理。请另选一个单位。', '信访工作条例第三十条');
  if (organ.validTo && organ.validTo < organ.validFrom) throw new Refusal('AgainstRule', '终止日期不能早于设立日期。');
  if (organ.successor === organ.unit) throw new Refusal('AgainstRule', '承接单位不能是本单位。');
}
