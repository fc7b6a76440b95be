import { barring, type Matter } from '#contexts/casework/index.ts';
import type { Directory } from '#contexts/directory/index.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { StandIn } from '../domain/progress.ts';

type Challenged = Pick<Matter, 'recusals'>;

/**
 * Who has it in hand while the handler is away, now or later: told as the
 * handler is, by name, post and office phone. Why somebody is away, and who
 * stood in before, is nobody's to know. Whoever is challenged, or has stood
 * aside, does nothing on this matter and is nobody to call (不变量 30).
 */
export function standInsOf(directory: Directory, unit: string, handler: string, today: PlainDate, challenged: Challenged = {}): readonly StandIn[] {
  return directory
    .standInsOf(handler, unit)
    .filter(({ person, from, to }) => to !== undefined && to >= today && to >= from && !barring(challenged, person))
    .flatMap(({ person, from, to }): StandIn[] => {
      const known = directory.findPerson(person);
      const own = directory.postsOf(person, today).filter(({ standsInFor }) => !standsInFor);
      const post = (own.find((each) => each.unit === unit) ?? own[0])?.post;
      return known ? [{ person: [known.name, post].filter(Boolean).join('，'), from, to: to!, ...(known.phone && { phone: known.phone }) }] : [];
    })
    .sort((one, other) => (one.from < other.from ? -1 : 1));
}
