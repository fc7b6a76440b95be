import type { Method, PaperCode } from '#contexts/documents/index.ts';
import type { StoryMatter, Story } from '../../../data/demo/schema.ts';
import type { Step } from '../../../data/demo/steps.ts';
import { isReachable, usualWay } from './contact.ts';
import type { Standing } from './standing.ts';

/**
 * What a step of a story means in the office: the command, and the papers that
 * belong to it. Each part is one act, so that a replay that is broken off goes
 * on with the next one.
 */
export interface Part {
  readonly deed: DeedName;
  readonly by: string; // the unit that acts
  readonly after: number; // minutes after the step
  readonly days?: number; // and days
  readonly paper?: PaperCode;
  readonly method?: Method;
  readonly nth?: number; // of its kind in this matter, counted in the plan
}

export type DeedName =
  | 'register'
  | 'keep'
  | 'answer'
  | 'open'
  | 'classify' // of the arrival
  | 'command'
  | 'post'
  | 'draft'
  | 'sign'
  | 'send'
  | 'arrive'
  | 'comeBack' // of a matter
  | 'rate'
  | 'supplement'
  | 'askReview' // of the petitioner
  | 'seal' // what turned out to be an accusation
  | 'nameAccused'
  | 'transfer'
  | 'receive'
  | 'tellReporter'; // of the sealed line

export interface Context {
  readonly story: Story;
  readonly matter: StoryMatter;
  readonly index: number; // of the step
  readonly standing: Standing;
}

export type Of<Name extends Step['do']> = Extract<Step, { do: Name }>;
export type Rule<Name extends Step['do']> = (step: Of<Name>, context: Context) => readonly Part[];

export const ask = (by: string): Part => ({ deed: 'command', by, after: 0 });
export type AnyRule = (step: Step, context: Context) => readonly Part[];
export const byDesk: AnyRule = (_, { standing }) => [ask(standing.desk)];
export const byUnit: AnyRule = (_, { standing }) => [ask(standing.unit)];
export const byTime: AnyRule = () => []; // the timetable does it when its day has come

export const written = (paper: PaperCode, by: string, after = 0): Part[] => [
  { deed: 'draft', by, paper, after },
  { deed: 'sign', by, paper, after: after + 12 },
];

export const ARRIVES: Readonly<Partial<Record<Method, { after: number; days: number }>>> = { electronic: { after: 2, days: 0 }, post: { after: 30, days: 3 } };

/**
 * A notice to the petitioner: written, sent the usual way, and received. One
 * that comes back is told of by the story. Who cannot be reached finds it under
 * the query code (第二十三条第二款); an extension is a paper in any case.
 */
export function notice(paper: PaperCode, by: string, { story, matter }: Context, from = 15): Part[] {
  const reachable = isReachable(story.petitioner);
  if (!reachable && paper !== 'F16') return paper === 'F06' || matter.path.some((step) => step.do === 'postStatus') ? [] : [{ deed: 'post', by, after: from }];
  const method = reachable ? usualWay(story.petitioner) : 'queryCode';
  const { after, days } = ARRIVES[method] ?? { after: 90, days: 0 };
  const sent: Part[] = [...written(paper, by, from), { deed: 'send', by, paper, method, after: from + 30 }];
  const comesBack = !reachable || (paper === 'F07' && matter.path.some((step) => step.do === 'noticeFailed'));
  return comesBack ? sent : [...sent, { deed: 'arrive', by, paper, method, after: from + 30 + after, days }];
}
