import { Refusal } from '#kernel/refusal.ts';
import type { Party } from '#contexts/casework/index.ts';
import { BAR, blackOut, readableIn, type Hidden } from '../domain/black-out.ts';
import type { Part } from './matters.ts';

/**
 * A letter that asks for something and accuses somebody (lifecycle 3.1): before
 * any unit gets the part that asks, what accuses is blacked out of it, and what
 * was handed in stays sealed unless a person has released it piece by piece.
 */
export interface Mixed {
  readonly blackOut?: readonly string[]; // words that a person adds: a name, a post
  readonly release?: readonly number[]; // attachments that say nothing of it, by their place
}

const SECRECY = '第三十条第三款';
const LEAST = 4; // letters that must be left for a part to say anything

/** Undefined where nothing accuses anybody: then nothing is touched. */
export function hiddenIn(accusing: readonly Part[], { blackOut: words = [] }: Mixed): Hidden | undefined {
  if (accusing.length === 0) return undefined;
  return { accusing: accusing.flatMap(({ title, text, claims }) => [title, text, ...claims]), words };
}

/** @throws Refusal before anything is written, for what would be refused when it is divided */
export function mustBeDivisible(parts: readonly Part[], mixed: Mixed, files: number): void {
  const hidden = hiddenIn(
    parts.filter(({ accusation }) => accusation),
    mixed,
  );
  if (!hidden) return;
  for (const part of parts) if (!part.accusation) blackedOut(part, hidden);
  releasedFiles(JSON.stringify(Array.from({ length: files }, () => ({ name: '' }))), mixed.release ?? [], hidden);
}

/** @throws Refusal when nothing would be left: then both quote the same */
export function blackedOut(part: Part, hidden: Hidden): Part {
  const title = blackOut(part.title, hidden);
  const text = blackOut(part.text, hidden);
  const claims = part.claims.map((claim) => blackOut(claim, hidden));
  if (isGone(text) || isGone(title)) {
    throw new Refusal(
      'AgainstRule',
      `“${title.slice(0, 20)}”引的话和检举控告的部分是同一段，涂黑以后什么也不剩。请每件只引自己的话；分不开的，整件移入密件。`,
      SECRECY,
    );
  }
  const gone = claims.findIndex(isGone);
  if (gone >= 0)
    throw new Refusal('AgainstRule', `“${title.slice(0, 20)}”的第${gone + 1}项诉求说的是检举控告的事。请从这件里去掉，写到检举控告的部分。`, SECRECY);
  return { ...part, title, text, claims };
}

const isGone = (text: string) => text.includes(BAR) && readableIn(text).length < LEAST;

/** What was said beside a name may say it as well. */
export function withoutNotes(parties: string, hidden: Hidden): string {
  if (!parties.startsWith('[')) return parties; // forgotten long ago
  const known = JSON.parse(parties) as Party[];
  return JSON.stringify(known.map((party) => ({ ...party, ...(party.note && { note: blackOut(party.note, hidden) }) })));
}

/** Undefined when none was released. A name that tells is exchanged. */
export function releasedFiles(files: string, release: readonly number[], hidden: Hidden): string | undefined {
  const all = files.startsWith('[') ? (JSON.parse(files) as { readonly name: string }[]) : [];
  const unknown = release.find((place) => !all[place]);
  if (unknown !== undefined) throw new Refusal('Invalid', `没有第${unknown + 1}个附件，请刷新页面再选。`);
  const kept = [...new Set(release)].map((place) => all[place]!);
  if (kept.length === 0) return undefined;
  return JSON.stringify(
    kept.map((file, at) => ({
      ...file,
      name: blackOut(file.name, hidden) === file.name ? file.name : `附件${at + 1}${/\.[a-z0-9]{2,5}$/i.exec(file.name)?.[0] ?? ''}`,
    })),
  );
}
