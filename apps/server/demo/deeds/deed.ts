import type { Directory } from '#contexts/directory/index.ts';
import type { Story, StoryMatter } from '../../../../data/demo/schema.ts';
import type { Step } from '../../../../data/demo/steps.ts';
import type { Cast } from '../cast.ts';
import type { Office } from '../office.ts';
import type { Deed } from '../plan.ts';
import type { Scene } from '../scene.ts';

/** Everything that a deed of the replay works with. */
export interface Stage {
  readonly office: Office;
  readonly cast: Cast;
  readonly directory: () => Directory;
  readonly scene: (story: string) => Scene;
}

/** A deed at its moment, with its story before it. */
export interface Doing {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly deed: Deed;
  readonly story: Story;
  readonly matter: StoryMatter;
  readonly at: Date;
}

export type Do = (doing: Doing) => Promise<unknown>;
export type StepOf<Name extends Step['do']> = Extract<Step, { do: Name }>;

/** Forms ask for a few words at least; a story may say it shorter. */
export function atLeast(text: string, length: number): string {
  return [...text].length >= length ? text : `${text.replace(/[。；]$/, '')}。以上情况属实，特此记录。`;
}
