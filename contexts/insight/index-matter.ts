import { dateInChina } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import { regionOf } from '#kernel/subject.ts';
import type { Database } from '#platform/database.ts';
import type { KeyRing } from '#platform/keys.ts';
import { createHider, type Hider } from '#platform/search-tokens.ts';
import { concernedUnits, textOf, type LoadedMatter } from '#contexts/casework/index.ts';
import { marksOf } from './domain/marks.ts';
import { drawerOf, periodsOf } from './domain/periods.ts';
import type { TextRow } from './store.ts';

/**
 * What a matter is found by: its title, the petitioner's words and the claims,
 * in hidden pieces, and marks: of each unit that may look at it, of where it
 * stands and when it came. The names of
 * the parties are not indexed: search is for matters (rights R1).
 */
export function textRows({ subject, matter, texts, past }: LoadedMatter, hiderOf: (region: string) => Hider): TextRow[] {
  const { opening, stage, classification } = matter;
  if (!opening || past.some(({ type }) => type === 'PersonalDataErased')) return []; // the term of its words is over: nobody finds it by them (不变量 39)
  const words = wordsRead(matter);
  const text = words.map((each) => textOf(texts, each)).join('\n');
  const receivedOn = dateInChina(new Date(opening.receivedAt));
  const units = Map.groupBy(concernedUnits(matter), regionOf);
  return [...units].map(([holder_region, own]) => {
    const hider = hiderOf(holder_region);
    const facts = { stage, kind: classification?.kind ?? null, category: classification?.category ?? null, channel: opening.channel };
    const marks = [...own, ...marksOf(facts), ...periodsOf(receivedOn)].map(hider.mark);
    return {
      holder_region,
      region: subject.region,
      subject: subject.id,
      no: opening.no,
      ...facts,
      received_at: new Date(opening.receivedAt),
      title: opening.title.id,
      texts: words.map(({ id }) => id),
      tokens: [hider.vector(text, drawerOf(receivedOn)), ...marks].filter(Boolean).join(' '),
    };
  });
}

/** The words that a matter is found by. */
export const wordsRead = ({ opening, claims }: LoadedMatter['matter']): Words[] =>
  opening ? [opening.title, opening.text, ...claims.map(({ text }) => text)] : [];

/** The index as a loader of many matters keeps it, in the role that may. */
export const indexOfLoaded = (db: Database, keys: KeyRing) => {
  const hiderOf = hiders(keys);
  return { db, table: 'insight.text', rowsOf: (loaded: LoadedMatter) => textRows(loaded, hiderOf), reads: wordsRead };
};

/** One hider a region, which knows its tokens by heart. */
export function hiders(keys: KeyRing): (region: string) => Hider {
  const known = new Map<string, Hider>();
  return (region) => {
    const hider = known.get(region) ?? createHider(keys.current(region));
    known.set(region, hider);
    return hider;
  };
}
