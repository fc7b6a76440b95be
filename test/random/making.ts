import type { Drawing } from './chance.ts';
import type { Words } from '#kernel/decider.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Matter } from '#contexts/casework/domain/matter.ts';

/** What a random command is made of: the matter, the day, the units, and chance. */
export interface Making extends Drawing {
  readonly matter: Matter;
  readonly today: PlainDate;
  readonly units: { readonly petition: string; readonly handlers: readonly string[]; readonly government: string };
  readonly handler: string; // the unit that would act
  readonly newPaper: string;
  readonly grounds: Words;
  readonly as: (unit: string, person?: string) => { readonly by: { readonly person: string; readonly unit: string }; readonly at: Date };
}

export type Makers<Command extends { type: string }> = {
  readonly [Type in Command['type']]: () => Extract<Command, { type: Type }> & ReturnType<Making['as']>;
};
