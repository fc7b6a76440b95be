import type { MatterCommand } from '#contexts/casework/index.ts';
import type { Directory } from '#contexts/directory/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Role } from '#kernel/roles.ts';
import type { Actor } from '#platform/actor.ts';
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

export type Fields = Readonly<Record<string, unknown>>;
export type Filled = readonly [command: MatterCommand['type'], fields: Fields];
/** What a step puts into the form of its command. */
export type Filling<Name extends Step['do']> = (step: StepOf<Name>, doing: Doing) => Filled | Promise<Filled>;

export const today = ({ at }: Doing) => dateInChina(at);

/** Who of a unit does it: somebody else than before, where the first had to stand aside. */
export function actorOf({ stage, deed }: Doing, roles: readonly Role[], unit = deed.by): Actor {
  const another = deed.standing.another && unit === deed.standing.unit;
  return another ? stage.cast.pickAnother(unit, roles) : stage.cast.pick(unit, roles);
}

/** 'practice-05' or 'practice-05#2': the number of another matter of the county. */
export function numberOf(target: string, stage: Stage): string {
  const [story = '', nth = '1'] = target.split('#');
  const { numbers } = stage.scene(story);
  return numbers.matters[Number(nth) - 1] ?? '';
}

export function stepOf<Name extends Step['do']>({ deed }: Doing, ...names: Name[]): StepOf<Name> {
  if (!names.includes(deed.step?.do as Name)) throw new Error(`${deed.paper} belongs to ${names.join('、')}, not to ${deed.step?.do}`);
  return deed.step as StepOf<Name>;
}
