import { addDays, dateInChina, type PlainDate } from '#kernel/dates.ts';
import { evaluationDecider, type EvaluationCommand } from '#contexts/evaluation/domain/decide.ts';
import { GRADES, type Evaluation, type EvaluationAction, type Grade } from '#contexts/evaluation/domain/evaluation.ts';
import { complaintDecider, type ComplaintCommand } from '#contexts/supervision/domain/decide.ts';
import {
  ABOUTS,
  RESULTS,
  WAYS_TO_TELL,
  type About,
  type Complaint,
  type ComplaintAction,
  type Result,
  type WayToTell,
} from '#contexts/supervision/domain/complaint.ts';
import type { Walk } from './walk.ts';

const GRADE_NAMES = Object.keys(GRADES) as Grade[];

/** What the petitioner says of both offices once an outcome has arrived; an office tries too, and is refused (lifecycle 32). */
export function ratingWalk(unit: string, dept: string | null, receivedOn: PlainDate): Walk<EvaluationCommand, EvaluationAction, Evaluation> {
  return {
    line: 'evaluation',
    decider: evaluationDecider,
    stageOf: ({ state, submitted, members }) =>
      state === 'notDue' ? state : `${state} ${submitted + Object.keys(members ?? {}).length > 0 ? 'rated' : 'silent'}`,
    makers(_, at, { below, pick, yes }) {
      const own = below(5) > 0 ? '信访人' : unit;
      const verdict = () => ({ grade: pick(GRADE_NAMES), faults: [] });
      return {
        open: () => ({ type: 'open', unit, dept, receivedOn, closesOn: addDays(receivedOn, 30), by: { person: '系统', unit: '系统' }, at }),
        evaluate: () => ({
          type: 'evaluate',
          ...(yes() && { petitionDept: verdict() }),
          ...(yes() && { handlingUnit: verdict() }),
          callBack: yes(),
          ...(below(4) === 0 && { member: pick(['甲', '乙']) }),
          by: { person: own, unit: own },
          at,
        }),
        close: () => ({ type: 'close', by: { person: '系统', unit: '系统' }, at }),
      };
    },
  };
}

/** A complaint about the handling, answered by an organ outside the unit (W20). */
export function complaintWalk(pack: string): Walk<ComplaintCommand, ComplaintAction, Complaint> {
  return {
    line: 'complaint',
    decider: complaintDecider,
    stageOf: ({ received, answered }) => (answered ? 'answered' : received ? 'received' : 'none'),
    makers(_, at, { below, pick, yes }) {
      const words = { id: '话', hash: 'h' };
      const done = { by: { person: '督查员', unit: 'qinghe/petition' }, at };
      return {
        receive: () => ({
          type: 'receive',
          unit: 'qinghe/housing',
          organ: below(6) > 0 ? 'qinghe/petition' : undefined,
          isOutside: below(6) > 0,
          about: pick(Object.keys(ABOUTS) as About[]),
          matter: yes() ? 'm' : undefined,
          words,
          contact: undefined,
          pack,
          ...done,
        }),
        answer: () => ({
          type: 'answer',
          result: pick(Object.keys(RESULTS) as Result[]),
          words,
          length: below(8) > 0 ? 40 : 3,
          told: pick(Object.keys(WAYS_TO_TELL) as WayToTell[]),
          toldOn: dateInChina(at),
          evidence: yes() ? words : undefined,
          ...done,
        }),
      };
    },
  };
}
