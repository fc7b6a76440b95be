/** What the system knows for a paper of supervision beside the work itself: by the code of the paper, nothing for the others. */
import type { Subject } from '#kernel/subject.ts';
import type { Work } from '#kernel/work/kind.ts';
import { annualFacts, numberOfLetter } from './annual.ts';
import { matterFacts } from './matter-facts.ts';
import type { SupervisionNeeds } from './handle.ts';

export type Known = Readonly<Record<string, string>>;
type Finds = (needs: SupervisionNeeds, subject: Subject, work: Work) => Promise<Known>;

const FACTS: Readonly<Record<string, Finds>> = { F38: matterFacts, F39: matterFacts, F41: numberOfLetter, F48: annualFacts };

export const paperFacts =
  (needs: SupervisionNeeds) =>
  async (code: string, subject: Subject, work: Work): Promise<Known> =>
    (await FACTS[code]?.(needs, subject, work)) ?? {};
