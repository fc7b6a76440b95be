import { PERMISSIONS } from '#contexts/casework/index.ts';
import { actOnMatter, getMatter } from '#contexts/casework/contract.ts';
import { addDays, dateInChina, yearOf } from '#kernel/dates.ts';
import { pairsOf } from '../words.ts';
import { actorOf, atLeast, numberOf, today, type Do, type Doing, type Filling } from './deed.ts';
import { FILLED_WAYS, HEADS_DO, second, SECONDS_DO } from './commands-ways.ts';
import type { Step } from '../../../../data/demo/steps.ts';

/** The commands of the matter's page: what the story says, put into the form that the workbench shows. */
const FILLED = {
  passDown: ({ to, reason }) => ['passDown', { to, grounds: atLeast(reason, 10) }],
  refer: ({ to }, doing) => ['refer', { to, ...dutyOf(to, doing) }],
  assign: ({ to, reportDays, note }, doing) => ['assign', { to, dueOn: addDays(today(doing), reportDays), ...(note && { note }), ...dutyOf(to, doing) }],
  raiseObjection: ({ reason, proposed }) => ['raiseObjection', { grounds: atLeast(reason, 10), ...(proposed && { proposed }) }],
  decideObjection: ({ upheld, reason }) => ['decideObjection', { upheld, grounds: atLeast(reason, 10) }],
  reassign: ({ to, reason }) => ['reassign', { to, ground: 'superior', grounds: atLeast(reason, 10) }],
  attachDuplicate: async ({ target, ground, reason }, { stage }) => [
    'attachDuplicate',
    { target: numberOf(target, stage), ground, grounds: atLeast(reason, 10) },
  ],
  detachDuplicate: ({ reason }) => ['detachDuplicate', { grounds: atLeast(reason, 10) }],
  guideElsewhere: ({ organ, reason }, { stage }) => {
    const { name, address, phones } = stage.directory().getOrgan(organ);
    return ['guideElsewhere', { place: `${name}，地址：${address}，电话：${phones[0] ?? ''}`, grounds: atLeast(reason, 10) }];
  },
  accept: (_, { matter }) => ['accept', { ...(matter.kind === 'claim' && { route: 'petitionProcedure' }), claims: matter.claims.map(({ wish }) => wish) }],
  decline: ({ ground, reason, remedy }) => ['decline', { reason: ground, remedy: atLeast(remedy, 10), grounds: atLeast(reason, 10) }],
  routeToProcedure: ({ organ, term, reason }, { stage, matter, deed }) => [
    'routeToProcedure',
    { route: matter.route, organ, term, reviewer: stage.cast.pick(deed.by, ['legalReviewer']).person, grounds: atLeast(reason, 10) },
  ],
  checkOtherProcedure: ({ state, ended }) => ['checkOtherProcedure', { state, ended }],
  reopen: ({ reason }) => ['reopen', { grounds: atLeast(reason, 10) }],
  postStatus: ({ text }) => ['postStatus', { told: atLeast(text, 10) }],
  startHandling: (_, doing) => ['startHandling', { handler: doing.stage.cast.contactOf(actorOf(doing, ['unitClerk', 'unitHead'])) }],
  hearPetitioner: ({ record, refused = false }, doing) => ['hearPetitioner', { on: today(doing), refused, record }],
  recordInvestigation: ({ record }, doing) => ['recordInvestigation', { on: today(doing), staff: 2, record }],
  addNote: ({ text }) => ['takeNote', { text, shown: true }],
  rewardSuggestion: ({ rewarded, reason }) => ['decideReward', { rewarded, grounds: atLeast(reason, 10) }],
  correct: ({ reason, dueDays }, doing) => ['correct', { error: 'facts', dueOn: addDays(today(doing), dueDays), grounds: atLeast(reason, 10) }],
  checkReport: ({ accepted, reason }) => ['checkReport', { accepted, ...(reason && { grounds: atLeast(reason, 10) }) }],
  performOpinion: ({ evidence }) => ['reportPerformance', { evidence: atLeast(evidence, 10) }],
  verifyPerformance: ({ verified, words }) => [
    'verifyPerformance',
    { answer: verified ? 'petitionerConfirms' : 'petitionerDenies', evidence: atLeast(words, 10) },
  ],
  archive: async (_, { scene, deed, at }) => {
    const sequence = scene.numbers.matters[0]?.split('-')[3] ?? '';
    return ['archive', { archiveNo: `QH-XF·${yearOf(dateInChina(at))}·D30-${Number(sequence)}${deed.matter > 0 ? `-${deed.matter + 1}` : ''}` }];
  },
  ...FILLED_WAYS,
} as const satisfies { readonly [Name in Step['do']]?: Filling<Name> };

export const command: Do = async (doing) => {
  const { stage, scene, deed } = doing;
  const step = deed.step!;
  const filling = (FILLED as Partial<Record<Step['do'], Filling<never>>>)[step.do];
  if (!filling) throw new Error(`No form for ${step.do}`);
  const [name, fields] = await filling(step as never, doing);
  const { region, id } = await scene.matter(deed.matter);
  const usual = () => (HEADS_DO.has(step.do) ? stage.cast.pick(deed.by, ['unitHead']) : actorOf(doing, asked(name), whoActs(doing)));
  const actor = SECONDS_DO.has(step.do) ? second(doing) : usual();
  if (READ_FIRST.has(step.do)) await stage.office.ask(getMatter, actor, { params: { region, matter: id } });
  await stage.office.ask(actOnMatter, actor, { params: { region, matter: id }, body: { seen: await scene.seen({ region, id }), command: name, fields } });
};

/** Nobody sends on or takes on what they have not read; and who opened it the petitioner may see. */
const READ_FIRST: ReadonlySet<Step['do']> = new Set(['refer', 'assign', 'accept', 'decline', 'routeToProcedure', 'admitReview', 'recordReaudit']);

const asked = (name: keyof typeof PERMISSIONS) => PERMISSIONS[name].roles;

/** A matter is taken from a unit by its superior; and nobody verifies what they did themselves. */
function whoActs({ deed, stage }: Doing): string {
  const above = deed.step?.do === 'reassign' || (deed.step?.do === 'verifyPerformance' && deed.by === deed.standing.unit);
  return above ? (stage.directory().superiorOf(deed.by) ?? deed.by) : deed.by;
}

/** Nobody to write to: the decision is shown under the query code. */
export const post: Do = async ({ stage, scene, deed }) => {
  const { region, id } = await scene.matter(deed.matter);
  const told = `${stage.directory().nameOf(deed.by)}${deed.step?.do === 'accept' ? '已经受理' : '已经作出决定'}。您没有留下联系方式，办理情况和结果都在查询码下公布。`;
  const actor = stage.cast.pick(deed.by, asked('postStatus'));
  await stage.office.ask(actOnMatter, actor, {
    params: { region, matter: id },
    body: { seen: await scene.seen({ region, id }), command: 'postStatus', fields: { told } },
  });
};

/** The duty in the directory that speaks most of what the matter speaks of; none where nothing fits. */
function dutyOf(unit: string, { stage, matter }: Doing): { dutyItem?: string } {
  const words = pairsOf(`${matter.title}${matter.claims.map(({ wish }) => wish).join('')}`);
  const scored = stage
    .directory()
    .getOrgan(unit)
    .duties.map(({ title }) => ({ title, shared: [...pairsOf(title)].filter((pair) => words.has(pair)).length }));
  const best = scored.toSorted((one, other) => other.shared - one.shared)[0];
  return best && best.shared > 0 ? { dutyItem: best.title } : {};
}
