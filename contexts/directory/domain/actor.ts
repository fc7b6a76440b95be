/** From a sign-in to an actor: the unit that was chosen, and what the person is there today. */
import type { PlainDate } from '#kernel/dates.ts';
import type { Role } from '#kernel/roles.ts';
import { regionOf } from '#kernel/subject.ts';
import type { Directory } from './directory.ts';

interface SignedIn {
  readonly id: string;
  readonly person: string;
  readonly unit: string | null;
}

/** Undefined when the person has no post left: then nothing can be done, and nothing seen. */
export function actorOf(directory: Directory, { id, person, unit: chosen }: SignedIn, today: PlainDate) {
  const posts = directory.postsOf(person, today);
  const unit = posts.find((post) => post.unit === chosen)?.unit ?? posts[0]?.unit;
  if (!unit) return undefined;
  const roles: readonly Role[] = [...new Set(posts.filter((post) => post.unit === unit).flatMap((post) => post.roles))];
  return { person, name: directory.personOf(person), unit, region: regionOf(unit), roles, session: id };
}
