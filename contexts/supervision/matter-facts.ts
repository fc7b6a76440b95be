/**
 * What the matter of an order is about, in its own words. A paper goes out of
 * the house: so only where whoever receives it has had to do with the matter,
 * and whoever orders as well; else the number stands there alone.
 */
import { titlesOf } from '#contexts/casework/index.ts';
import type { Directory } from '#contexts/directory/index.ts';
import type { Subject } from '#kernel/subject.ts';
import { textOfValue, type Work } from '#kernel/work/kind.ts';
import type { SupervisionNeeds } from './handle.ts';

export async function matterFacts(needs: SupervisionNeeds, { region }: Subject, { owner, values }: Work): Promise<Readonly<Record<string, string>>> {
  const [unit, no] = [textOfValue(values.unit), textOfValue(values.matter)];
  const [home, id] = textOfValue(values.matterId).split('/');
  const named = home && id ? { region: home, id } : no ? { region, no } : undefined;
  if (!named || !unit) return {};
  const directory = needs.directory.current();
  const [received, ordered] = await Promise.all([unit, owner].map((each) => titlesOf(needs, officesOf(directory, each), [named])));
  const title = received!(named);
  return title && ordered!(named) ? { matter: title } : {};
}

/** An organ with its inner offices: a paper goes from house to house. */
function officesOf(directory: Directory, unit: string): string[] {
  const organ = directory.organOf(unit);
  const offices = directory.childrenOf(organ).filter((child) => directory.organOf(child.unit) === organ);
  return [...new Set([unit, organ, ...offices.map((child) => child.unit)])];
}
