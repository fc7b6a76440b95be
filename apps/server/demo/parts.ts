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
  | 'supplement' // of the petitioner
  | 'nameAccused'
  | 'transfer'
  | 'receive'; // of the sealed line

interface Context {
  readonly story: Story;
  readonly matter: StoryMatter;
  readonly index: number; // of the step
  readonly standing: Standing;
}

type Of<Name extends Step['do']> = Extract<Step, { do: Name }>;
type Rule<Name extends Step['do']> = (step: Of<Name>, context: Context) => readonly Part[];

const ask = (by: string): Part => ({ deed: 'command', by, after: 0 });
type AnyRule = (step: Step, context: Context) => readonly Part[];
const byDesk: AnyRule = (_, { standing }) => [ask(standing.desk)];
const byUnit: AnyRule = (_, { standing }) => [ask(standing.unit)];
const bySender: AnyRule = (_, { standing }) => [ask(standing.from)];
const byTime: AnyRule = () => []; // the timetable does it when its day has come

const written = (paper: PaperCode, by: string, after = 0): Part[] => [
  { deed: 'draft', by, paper, after },
  { deed: 'sign', by, paper, after: after + 12 },
];

const ARRIVES: Readonly<Partial<Record<Method, { after: number; days: number }>>> = { electronic: { after: 2, days: 0 }, post: { after: 30, days: 3 } };

/**
 * A notice to the petitioner: written, sent the usual way, and received. One
 * that comes back is told of by the story. Who cannot be reached finds it under
 * the query code (第二十三条第二款); an extension is a paper in any case.
 */
function notice(paper: PaperCode, by: string, { story, matter }: Context, from = 15): Part[] {
  const reachable = isReachable(story.petitioner);
  if (!reachable && paper !== 'F16') return paper === 'F06' || matter.path.some((step) => step.do === 'postStatus') ? [] : [{ deed: 'post', by, after: from }];
  const method = reachable ? usualWay(story.petitioner) : 'queryCode';
  const { after, days } = ARRIVES[method] ?? { after: 90, days: 0 };
  const sent: Part[] = [...written(paper, by, from), { deed: 'send', by, paper, method, after: from + 30 }];
  const comesBack = !reachable || (paper === 'F07' && matter.path.some((step) => step.do === 'noticeFailed'));
  return comesBack ? sent : [...sent, { deed: 'arrive', by, paper, method, after: from + 30 + after, days }];
}

const ON_PAPER: readonly Story['channel'][] = ['letter', 'fax', 'deputy'];

/** Where it went: on the web one sees it at once, at the desk one hears it, to a letter one writes back (第二十二条). */
const destination = (by: string, context: Context): Part[] => (ON_PAPER.includes(context.story.channel) ? notice('F06', by, context) : []);

const outcomeOf = ({ kind }: StoryMatter): PaperCode => (kind === 'suggestion' ? 'F25' : 'F23');

/** The way on which the outcome went last, before this step. */
function lastMethod({ story, matter, index }: Context): Method {
  const sent = matter.path.slice(0, index).findLast((step) => step.do === 'dispatch');
  return sent?.do === 'dispatch' ? possible(sent.method, story) : 'direct';
}

/** Who gave no telephone can be sent nothing: it stands under the query code. */
const possible = (method: Method, { petitioner }: Story): Method => (method === 'electronic' && !isReachable(petitioner) ? 'queryCode' : method);

export const PARTS: { readonly [Name in Step['do']]: Rule<Name> } = {
  passDown: byDesk,
  refer: (_, context) => [ask(context.standing.desk), ...destination(context.standing.desk, context)],
  assign: (_, context) => [ask(context.standing.desk), ...destination(context.standing.desk, context)],
  raiseObjection: (_, { standing: { unit } }) => [ask(unit), ...written('F12', unit, 5)],
  decideObjection: (_, { standing: { from } }) => [ask(from), ...written('F13', from, 5)],
  reassign: (_, { standing }) => [ask(standing.unit)], // asked for by the superior: see who acts
  attachDuplicate: (_, context) => [ask(context.standing.desk), ...notice('F60', context.standing.desk, context)],
  detachDuplicate: byDesk,
  guideElsewhere: ({ ground }, { standing: { desk: by } }) => {
    const asked = ground === 'litigationVisitor' ? [ask(by)] : []; // what is no business of a unit that was asked directly is told by the slip alone
    return [
      ...asked,
      ...written('F11', by, 5),
      { deed: 'send', by, paper: 'F11', method: 'direct', after: 25 },
      { deed: 'arrive', by, paper: 'F11', method: 'direct', after: 27 },
    ];
  },
  transferSealed: (_, { standing: { desk } }) => [
    { deed: 'nameAccused', by: desk, after: 0 },
    { deed: 'transfer', by: desk, after: 20 },
  ],
  receiveSealed: (_, { standing: { desk } }) => [{ deed: 'receive', by: desk, after: 0 }],

  accept: (_, context) => [ask(context.standing.unit), ...notice('F07', context.standing.unit, context)],
  decline: (_, context) => [ask(context.standing.unit), ...notice('F08', context.standing.unit, context)],
  routeToProcedure: (_, context) => [ask(context.standing.unit), ...notice('F10', context.standing.unit, context)],
  checkOtherProcedure: byUnit,
  reopen: byUnit,
  noticeFailed: (_, { standing: { unit } }) => [{ deed: 'comeBack', by: unit, paper: 'F07', after: 0 }],
  noticeResent: ({ method }, { standing: { unit } }) => [
    { deed: 'send', by: unit, paper: 'F07', method, after: 0 },
    { deed: 'arrive', by: unit, paper: 'F07', method, ...(ARRIVES[method] ?? { after: 90, days: 0 }) },
  ],
  postStatus: byUnit,

  startHandling: byUnit,
  hearPetitioner: byUnit,
  recordInvestigation: byUnit,
  addNote: byUnit,
  addMaterial: (_, { standing: { unit } }) => [{ deed: 'supplement', by: unit, after: 0 }],
  extend: (_, context) => notice('F16', context.standing.unit, context, 0),
  issueOpinion: (_, { standing: { unit } }) => written('F23', unit),
  replySuggestion: (_, { standing: { unit } }) => written('F25', unit),
  rewardSuggestion: byUnit,
  dispatch: ({ method }, { story, matter, standing: { unit } }) => [
    { deed: 'send', by: unit, paper: outcomeOf(matter), method: possible(method, story), after: 0 },
  ],
  recordDelivery: (_, context) => [{ deed: 'arrive', by: context.standing.unit, paper: outcomeOf(context.matter), method: lastMethod(context), after: 0 }],
  deliveryFailed: (_, { matter, standing: { unit } }) => [{ deed: 'comeBack', by: unit, paper: outcomeOf(matter), after: 0 }],
  postPublicNotice: (_, { matter, standing: { unit } }) => [{ deed: 'send', by: unit, paper: outcomeOf(matter), method: 'publicNotice', after: 0 }],
  deemDelivered: byTime,
  correct: (_, context) => [ask(context.standing.unit), ...notice('F59', context.standing.unit, context)],

  reportCompletion: (_, { standing: { unit } }) => written('F32', unit),
  checkReport: bySender,
  performOpinion: byUnit,
  verifyPerformance: (_, { standing: { desk, from, unit } }) => [ask(desk === unit ? from : desk)],
  evaluate: (_, { standing: { unit } }) => [{ deed: 'rate', by: unit, after: 0 }],
  lapseTerm: byTime,
  conclude: byTime,
  archive: byUnit,
};

/** Petitioners have no office hours. */
export const AT_ANY_TIME: ReadonlySet<Step['do']> = new Set(['evaluate', 'addMaterial']);
