import { dateInChina, earlier, type PlainDate } from '#kernel/dates.ts';
import { newestOf } from '../../clocks.ts';
import { mustHaveHappened } from '../../decide/accepting.ts';
import { against, tooLate } from '../../decide/sentences.ts';
import { assigneeOf, currentAssignment, type Matter } from '../../matter.ts';
import { PETITIONER } from '../../permissions.ts';
import { coUnitsOf } from '../joint/state.ts';
import { mustNotHaveHandled } from '../review/took-part.ts';
import type { Conditions, Rules } from '../rule.ts';
import type { PromisesCommand } from './commands.ts';
import { commitmentMade, commitmentNo, commitmentsOf, type Commitment } from './state.ts';

const LOCAL = '本地承诺';
const PROMISE = '本地承诺（借鉴潍坊）';

export const PROMISES_CONDITIONS: Conditions<PromisesCommand> = {
  signCommitment({ matter, unit }) {
    if (matter.promises?.mutual && !matter.promises.mutual.cancelled) return against('已经签订双向承诺书；信访人退出后可以重签。', LOCAL);
    return unit === PETITIONER ? nothingToSign(matter) : undefined;
  },
  cancelCommitment: ({ matter }) =>
    matter.promises?.mutual && !matter.promises.mutual.cancelled ? undefined : against('没有签订双向承诺书，不需要退出。', LOCAL),
  verifyCommitment: ({ matter }) => mustHaveOne(matter, ['open', 'broken', 'verified'], '本件没有需要核实的承诺。'),
  releaseCommitment: ({ matter }) => mustHaveOne(matter, ['open', 'broken'], '本件没有可以解除的承诺。'),

  openGreenChannel({ matter, law }) {
    if (matter.promises?.green) return against('绿色通道已经开通。', LOCAL);
    return law?.terms.D03 && law.terms.D04 ? undefined : against('本地没有绿色通道的规定，请按法定期限办理。', LOCAL);
  },

  submitPreliminaryReport({ matter }) {
    if (!matter.promises?.green) return against('本件没有开通绿色通道，不需要反馈初步情况。', LOCAL);
    return matter.promises.green.reported ? against('初步情况已经反馈。', LOCAL) : undefined;
  },

  releaseLocalTerm({ matter, today }) {
    const running = (['D02', 'D04'] as const).map((clock) => newestOf(matter.clocks, clock)).filter((one) => one && !one.stoppedOn);
    if (running.length === 0) return against('本件没有正在走的本地承诺期限；法定期限不能解除。', LOCAL);
    const missed = running.find((one) => one && today > one.legalOn);
    return missed ? tooLate(`本地承诺期限已于${missed.legalOn}届满，不能事后解除。请尽快办结并向信访人说明。`, LOCAL) : undefined;
  },
};

export const PROMISES_RULES: Rules<PromisesCommand> = {
  signInstruction: ({ instruction, by, at }, matter) => [{ type: 'LeaderInstructionSigned', ...toWhich(matter), instruction, by, at }],
  formTaskForce: ({ charter, by, at }, matter) => [{ type: 'TaskForceFormed', ...toWhich(matter), charter, by, at }],

  meetPetitioner({ on, record, by, at }, matter) {
    mustHaveHappened(on, at, matter, '见面');
    return [{ type: 'MeetingWithPetitionerRecorded', ...toWhich(matter), on, record, by, at }];
  },

  declineMeeting: ({ statement, by, at }, matter) => [{ type: 'MeetingDeclined', ...toWhich(matter), statement, by, at }],

  /**
   * Valid inside the term of handling only; what the unit undertakes becomes a promise with an owner and a date.
   * Online the petitioner signs, nobody for them: what the unit promised stands in the matter already.
   */
  signCommitment({ signedAs, witness, steps, until, by, at }, matter) {
    const own = by.unit === PETITIONER;
    if (!own && signedAs === 'online')
      throw against('网上签由信访人自己在进度页上签，单位不能代签。请先用“作出承诺”写明做什么、哪天前，信访人的进度页上就会出现承诺书。', PROMISE);
    if (own && signedAs !== 'online') throw against('当面签的，由责任单位登记，并写明见证人。', PROMISE);
    if (signedAs === 'witnessed' && !witness) throw against('当面签的要有不属于责任单位的见证人，请写明姓名和单位；没有的，可以网上签。', PROMISE);
    mustEndInTerm(until, at, matter);
    return [
      { type: 'MutualCommitmentSigned', online: own, until, savingClause: true, steps, ...(witness && { witness }), by, at },
      ...(own ? [] : [commitmentMade(matter, { owner: matter.handlingUnit ?? by.unit, what: steps, dueOn: until }, { by, at })]),
    ];
  },

  cancelCommitment: ({ by, at }) => [{ type: 'MutualCommitmentCancelled', by, at }],

  makeCommitment({ owner, what, dueOn, by, at }, matter, organs) {
    if (!organs.exists(owner)) throw against('名录中没有这个单位，请从单位列表中选择。');
    mustBeItsOwn(owner, by.unit, matter);
    if (dueOn < dateInChina(at)) throw against('承诺的日期早于今天，请重新填写。', PROMISE);
    return [commitmentMade(matter, { owner, what, dueOn }, { by, at })];
  },

  /** Nobody verifies a promise of their own, and the petitioner is asked; a denial goes back to the old date and up to the supervisor. */
  verifyCommitment({ no, answer, evidence, by, at }, matter) {
    const commitment = getCommitment(matter, no, ['open', 'broken', 'verified']);
    mustBeAnother(commitment, by.unit);
    mustNotHaveHandled(matter, by.person, PROMISE);
    const { part } = commitment;
    if (answer === 'petitionerDenies') return [{ type: 'CommitmentRefuted', part, grounds: evidence, by, at }];
    if (commitment.state === 'verified') throw against('这项承诺已经核实做到。', PROMISE);
    return [{ type: 'CommitmentVerified', part, asked: answer, evidence, by, at }];
  },

  releaseCommitment({ no, grounds, by, at }, matter) {
    const commitment = getCommitment(matter, no, ['open', 'broken']);
    mustBeAnother(commitment, by.unit);
    mustNotHaveHandled(matter, by.person, PROMISE);
    return [{ type: 'CommitmentReleased', part: commitment.part, grounds, by, at }];
  },

  openGreenChannel: ({ grounds, by, at }) => [{ type: 'GreenChannelOpened', leader: by.unit, grounds, by, at }],
  submitPreliminaryReport: ({ report, by, at }) => [{ type: 'PreliminaryReportSubmitted', report, by, at }],
  releaseLocalTerm: ({ grounds, by, at }) => [{ type: 'LocalTermReleased', grounds, by, at }],
};

/** The term of handling that runs now: of the redo, of the handling, extended or not, of the duty, or of the reply to a suggestion. */
const termOf = ({ clocks }: Matter) =>
  (['A37', 'A15', 'A14', 'A33', 'A22'] as const).map((clock) => newestOf(clocks, clock)).find((term) => term && !term.stoppedOn);

/**
 * What the petitioner, or one member of a group, would sign online today: the open
 * promises of the unit, until the last of their days, and never beyond the term.
 * What was agreed with some of a group is offered to those who agreed (不变量 26).
 */
export function offeredOf(matter: Matter, member?: string): { readonly promises: readonly Commitment[]; readonly until: PlainDate } | undefined {
  const promises = undertaken(matter, member);
  const term = termOf(matter);
  const last = promises
    .map(({ dueOn }) => dueOn)
    .sort()
    .at(-1);
  return last && term ? { promises, until: earlier(last, term.legalOn) } : undefined;
}

/** Why the petitioner, or a member of a group, has nothing to sign. */
export const nothingToSign = (matter: Matter, member?: string) =>
  undertaken(matter, member).length > 0 ? undefined : against('责任单位没有还在履行的承诺，现在没有可以签的承诺书。不签不影响办理。', LOCAL);

/** @throws Refusal where it would last beyond the term of handling (rights R7) */
export function mustEndInTerm(until: PlainDate, at: Date, matter: Matter): void {
  const term = termOf(matter);
  if (until < dateInChina(at)) throw against('有效期早于今天，请重新填写。', PROMISE);
  if (!term || until > term.legalOn) throw against(`双向承诺书只在办理期限以内有效${term ? `（最迟${term.legalOn}）` : '：请先受理'}。`, PROMISE);
}

const undertaken = (matter: Matter, member?: string) =>
  commitmentsOf(matter).filter(({ owner, state, part }) => owner === matter.handlingUnit && state === 'open' && isFor(matter, part, member));

/** Of a promise that was agreed with some of a group: is this member one of them? */
export const isFor = ({ promises, collective }: Matter, part: string, member?: string): boolean =>
  member === undefined || !promises?.withSome?.includes(part) || collective?.bound?.[member] === part;

/** Of which receipt of the matter it speaks: another unit has three days of its own. */
function toWhich(matter: Matter): { assignment?: string } {
  const assignment = currentAssignment(matter)?.id;
  return assignment ? { assignment } : {};
}

function mustHaveOne(matter: Matter, states: readonly Commitment['state'][], sentence: string) {
  return commitmentsOf(matter).some(({ state }) => states.includes(state)) ? undefined : against(sentence, PROMISE);
}

function getCommitment(matter: Matter, no: number, states: readonly Commitment['state'][]): Commitment {
  const found = commitmentNo(matter, no);
  if (!found) throw against(`本件没有第${no}项承诺，现有${commitmentsOf(matter).length}项，请核对。`, PROMISE);
  if (!states.includes(found.state)) throw against(`第${no}项承诺已经${found.state === 'released' ? '解除' : '核实做到'}，请核对。`, PROMISE);
  return found;
}

/** Nobody binds another: a unit promises for itself, and whoever is above it or sent it there writes down what the unit in hand has promised. */
function mustBeItsOwn(owner: string, unit: string, matter: Matter): void {
  const inHand = matter.handlingUnit ?? assigneeOf(matter);
  if (owner === unit || (owner === inHand && !coUnitsOf(matter).some((one) => one.unit === unit))) return;
  throw against('不能替别的单位承诺。请那个单位自己登记；要几个单位一起定的，开会议定，写明责任单位和日期。', PROMISE);
}

function mustBeAnother({ owner }: Commitment, unit: string): void {
  if (owner === unit) throw against('不能核实或者解除本单位自己的承诺，请由别的单位向信访人核实。', PROMISE);
}
