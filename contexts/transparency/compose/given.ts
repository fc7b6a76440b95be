import type { LoadedMatter, MatterAction } from '#contexts/casework/index.ts';
import type { LoadedIntake } from '#contexts/intake/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { GivenFile } from '../domain/progress.ts';

/** What came with the letter; nothing once it was sealed, for then the list lies on the sealed side. */
export function filesOfLetter({ intake, texts }: LoadedIntake): GivenFile[] {
  return namesIn(texts.get(intake.received?.files?.id ?? '')).map((name) => ({ name, on: intake.firstReceipt ?? dateInChina(intake.receivedAt!) }));
}

/** What whoever brought it handed in afterwards. */
export function filesAdded({ past, texts }: LoadedMatter): GivenFile[] {
  return past.flatMap((recorded) => {
    const action = recorded as unknown as MatterAction;
    return action.type === 'MaterialAdded' ? namesIn(texts.get(action.text.id)).map((name) => ({ name, on: dateInChina(recorded.at) })) : [];
  });
}

/** A list of files, or words with files beside them; plain words hold none. */
function namesIn(text = ''): string[] {
  if (!/^[[{]/.test(text)) return [];
  try {
    const read = JSON.parse(text) as unknown;
    const list = Array.isArray(read) ? read : ((read as { files?: unknown }).files ?? []);
    return (list as { name?: string }[]).flatMap(({ name }) => (name ? [name] : []));
  } catch {
    return []; // it only began like one
  }
}
