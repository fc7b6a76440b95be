import { filesOfMatter, type LoadedMatter } from '#contexts/casework/index.ts';
import type { LoadedIntake } from '#contexts/intake/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { GivenFile } from '../domain/progress.ts';

/** What came with the letter; nothing once it was sealed, for then the list lies on the sealed side. */
export function filesOfLetter({ intake, texts }: LoadedIntake): GivenFile[] {
  return namesIn(texts.get(intake.received?.files?.id ?? '')).map((name) => ({ name, on: intake.firstReceipt ?? dateInChina(intake.receivedAt!) }));
}

/** What whoever brought it handed in afterwards; what an office added is the office's, until it goes out with a paper. */
export function filesAdded(loaded: LoadedMatter): GivenFile[] {
  return filesOfMatter(loaded).flatMap(({ file: { name }, on, later, byOffice }) => (later && !byOffice ? [{ name, on }] : []));
}

/** The list of files that came with a letter. */
function namesIn(text = ''): string[] {
  if (!text.startsWith('[')) return [];
  return (JSON.parse(text) as { name?: string }[]).flatMap(({ name }) => (name ? [name] : []));
}
