/** What must have been decided before a paper takes a number, and again before it goes out: no notice of something that has not happened. */
import { currentAssignment, type Matter } from '../matter.ts';
import type { Organs } from '../organs.ts';
import { PAPERS, type PaperKind } from '../papers.ts';
import type { Stage } from '../stages.ts';
import { ofReview } from '../ways/review/papers.ts';
import { withdrewRecheck } from '../ways/withdrawal/request.ts';
import { against } from './sentences.ts';

const AFTER: Readonly<Partial<Record<PaperKind, readonly Stage[]>>> = {
  handlingOpinion: ['opinionIssued'],
  suggestionReply: ['replied'],
  dutyReply: ['replied'],
  nonAcceptanceNotice: ['notAccepted'],
  routeNotice: ['routed'],
  guidanceSlip: ['triaged', 'guided'],
  statusNotice: ['merged', 'notAccepted'],
  withdrawalConfirmation: ['withdrawn'],
  reviewOpinion: ['reviewIssued'],
  recheckOpinion: ['recheckIssued'],
  refusalNotice: ['furtherRefused'],
};

/** @throws Refusal */
export function mustBeDecided(paper: PaperKind, unit: string, matter: Matter): void {
  const stages = AFTER[paper];
  const confirmsRequest = paper === 'withdrawalConfirmation' && withdrewRecheck(matter);
  if (stages && !stages.includes(matter.stage) && !confirmsRequest) throw against(`现在还不能发出${PAPERS[paper].name}，请先作出相应决定。`);
  const passedOn = matter.assignments.some(({ from }) => from === unit) && currentAssignment(matter)?.to !== unit;
  if (paper === 'destinationNotice' && !passedOn) {
    throw against('本单位没有转送、交办本件，没有去向可以告知。收到的，请告知是否受理。', '第二十三条第一款');
  }
  if (paper === 'conversionNotice' && matter.simple !== 'converted') throw against('本件没有从简易程序转为普通程序，请先办理转换。');
  if (paper === 'acceptanceNotice' && !matter.acceptedOn) throw against('还没有受理，不能发出受理告知书。请先受理。', '第二十三条');
}

/** §22¶2, §23¶1: who may guide away, and whom. @throws Refusal */
export function mustGuideLawfully(reason: string | undefined, unit: string, matter: Matter, organs: Organs): void {
  if (organs.isPetitionDept(unit) && matter.stage !== 'guided') {
    throw against('信访部门只能引导来访反映涉法涉诉事项的群众，请用“引导到政法部门”。', '第二十二条第二款');
  }
  if (!organs.isPetitionDept(unit) && reason !== 'outsideOwnAndSystem') throw against('请选择引导的理由。', '第二十三条第一款');
  if (matter.assignments.some(({ to, state }) => to === unit && state === 'open')) {
    throw against('转送、交办来的事项不能引导，请提出异议或者受理。', '第二十三条第三款');
  }
}

/** Told by the record of the review or the hearing, which is there before the paper is. */
const OF_REVIEW: readonly PaperKind[] = ['reviewNotice', 'hearingNotice', 'suspensionNotice'];

interface Particulars {
  readonly reason?: string; // why somebody is guided elsewhere
  readonly phase?: 'start' | 'end'; // of the suspension that is told
}

/**
 * A number, a seal and a code that the public page confirms make a paper true for
 * whoever holds it, also where it never goes out by the system (不变量 14、15、52).
 * @throws Refusal
 */
export function mustBeDecidedToNumber(paper: PaperKind, unit: string, matter: Matter, organs: Organs, { reason, phase }: Particulars = {}): void {
  mustBeDecided(paper, unit, matter);
  if (OF_REVIEW.includes(paper)) ofReview(paper, '', unit, matter, phase);
  if (paper === 'guidanceSlip') mustGuideLawfully(reason, unit, matter, organs);
  const handled = paper === 'acceptanceNotice' || paper === 'conversionNotice';
  if (handled && matter.handlingUnit !== unit) throw against(`${PAPERS[paper].name}由受理、办理本件的单位出具。`, '第二十三条');
}
