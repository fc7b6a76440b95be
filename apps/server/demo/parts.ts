import type { Method, PaperCode } from '#contexts/documents/index.ts';
import type { Story, StoryMatter } from '../../../data/demo/schema.ts';
import type { Step } from '../../../data/demo/steps.ts';
import { isReachable } from './contact.ts';
import { ARRIVES, ask, byDesk, byTime, byUnit, notice, written, type AnyRule, type Context, type Part, type Rule } from './part.ts';
import { WAY_PARTS } from './parts-ways.ts';

/** What each step of a story means in the office; the further ways of casework stand in parts-ways.ts. */
export type { DeedName, Part } from './part.ts';

const bySender: AnyRule = (_, { standing }) => [ask(standing.from)];

const ON_PAPER: readonly Story['channel'][] = ['letter', 'fax', 'deputy'];

/** Where it went: on the web one sees it at once, at the desk one hears it, to a letter one writes back (第二十二条). */
const destination = (by: string, context: Context): Part[] => (ON_PAPER.includes(context.story.channel) ? notice('F06', by, context) : []);

/** A claim that stayed in the short procedure is answered by its own short paper. */
function outcomeOf({ kind, path }: StoryMatter): PaperCode {
  if (kind === 'suggestion') return 'F25';
  const short = path.some((step) => step.do === 'chooseSimple') && !path.some((step) => step.do === 'convertToOrdinary');
  return short ? 'F24' : 'F23';
}

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
  receiveSealed: ({ accepted }, { standing: { desk } }) => [
    { deed: 'receive', by: desk, after: 0 },
    ...(accepted ? [{ deed: 'tellReporter', by: desk, after: 40, days: 9 } as const] : []),
  ],

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
  issueOpinion: (_, { matter, standing: { unit } }) => written(outcomeOf(matter), unit),
  replySuggestion: (_, { standing: { unit } }) => written('F25', unit),
  rewardSuggestion: byUnit,
  dispatch: ({ method }, { story, matter, standing: { unit } }) => [
    { deed: 'send', by: unit, paper: outcomeOf(matter), method: possible(method, story), after: 0 },
  ],
  recordDelivery: (_, context) => [{ deed: 'arrive', by: context.standing.unit, paper: outcomeOf(context.matter), method: lastMethod(context), after: 0 }],
  deliveryFailed: (_, { matter, standing: { unit } }) => [{ deed: 'comeBack', by: unit, paper: outcomeOf(matter), after: 0 }],
  postPublicNotice: (_, { matter, standing: { unit } }) => [{ deed: 'send', by: unit, paper: outcomeOf(matter), method: 'publicNotice', after: 0 }],
  deemDelivered: byTime,
  lapseDelivery: byTime,
  correct: (_, context) => [ask(context.standing.unit), ...notice('F59', context.standing.unit, context)],

  reportCompletion: (_, { standing: { unit } }) => written('F32', unit),
  checkReport: bySender,
  performOpinion: byUnit,
  verifyPerformance: (_, { standing: { desk, from, unit } }) => [ask(desk === unit ? from : desk)],
  evaluate: (_, { standing: { unit } }) => [{ deed: 'rate', by: unit, after: 0 }],
  lapseTerm: byTime,
  conclude: byTime,
  archive: byUnit,
  ...WAY_PARTS,
};

/** Petitioners have no office hours. */
export const AT_ANY_TIME: ReadonlySet<Step['do']> = new Set(['evaluate', 'addMaterial']);
