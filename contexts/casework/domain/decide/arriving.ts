import type { Calendar } from '#kernel/calendar.ts';
import { dateInChina, type PlainDate } from '#kernel/dates.ts';
import type { Law } from '#kernel/law.ts';
import { lastDay } from '#kernel/lengths.ts';
import type { MatterAction } from '../actions.ts';
import type { MatterCommand } from '../commands.ts';
import { PURPOSES } from '../kinds.ts';
import { currentAssignment, type Matter } from '../matter.ts';
import type { Organs } from '../organs.ts';
import { against } from './sentences.ts';
import { newestOf } from '../clocks.ts';

type Of<Type extends MatterCommand['type']> = Extract<MatterCommand, { type: Type }>;

/** From the desk that received it to the unit that is to handle it: 第二十二条、第二十三条. */
export const arriving = {
  open: ({ opening, by, at }: Of<'open'>): MatterAction[] => [{ type: 'MatterOpened', ...opening, by, at }],

  classify({ by, at, type: _, ...classification }: Of<'classify'>): MatterAction[] {
    const { purpose, kind, category } = classification;
    const implied = PURPOSES[purpose].kind;
    if (purpose === 'inquiry' || purpose === 'thanks') {
      throw against('咨询和感谢不立为信访事项。已经立件的不能改回咨询；请按其提出的请求确定目的。');
    }
    if (implied && implied !== kind) throw against('信访目的与种类不一致，请核对后重选。', '第二十九至三十一条');
    if (kind === 'accusation') {
      throw against('检举控告不在一般事项中办理，请在来件页面移入密件，按干部管理权限移送。', '第三十条');
    }
    if (category.startsWith('11')) throw against('纪检监察类属于检举控告，请移入密件办理。', '第三十条');
    return [{ type: 'MatterClassified', ...classification, by, at }];
  },

  attachDuplicate({ target, ground, grounds, by, at }: Of<'attachDuplicate'>, matter: Matter): MatterAction[] {
    if (matter.classification && target.kind && target.kind !== matter.classification.kind) {
      throw against('两件的种类不同，不能合并。请分别办理，可在备注中互相注明。');
    }
    if (target.answered) {
      throw against(
        '先前的一件已经有了结果，本件是那以后才收到的，不能并进去。还在复查、复核期限内的，请在先前那件登记复查（复核）申请；复核过的，由两人对照；其余的照常转送、受理。',
        '第十九条第三款、第三十五条',
      );
    }
    if (ground === 'insideTerm' && !target.open) {
      throw against('先前的一件已经办结，不能以“正在办理”为由合并。', '第十九条第三款');
    }
    return [{ type: 'DuplicateAttached', to: target.id, toNo: target.no, ground, grounds, by, at }];
  },

  detachDuplicate: ({ grounds, by, at }: Of<'detachDuplicate'>): MatterAction[] => [{ type: 'DuplicateDetached', grounds, by, at }],

  guideElsewhere({ reason, place, grounds, by, at }: Of<'guideElsewhere'>): MatterAction[] {
    if (reason !== 'litigationVisitor') throw against('信访部门只能以涉法涉诉来访为由引导。', '第二十二条第二款');
    return [{ type: 'VisitorGuided', reason, place, grounds, by, at }];
  },

  refer({ to, dutyItem, note, by, at }: Of<'refer'>, matter: Matter, organs: Organs): MatterAction[] {
    const assignment = sendTo(to, by.unit, matter, organs, at);
    const rest = { ...(dutyItem && { dutyItem }), ...(note && { note }), by, at };
    return [
      { type: 'MatterReferred', assignment, to, ...rest },
      { type: 'AssignmentReceived', assignment, from: by.unit, to, reportDuty: false, by, at },
    ];
  },

  assign({ to, dueOn, source, dutyItem, note, by, at }: Of<'assign'>, matter: Matter, organs: Organs, calendar: Calendar, law: Law): MatterAction[] {
    const assignment = sendTo(to, by.unit, matter, organs, at);
    if (dueOn <= dateInChina(at)) throw against('办理期限应当晚于今天，请重新填写。', '第二十二条第一款第三项');
    const latest = latestReport(dateInChina(at), calendar, law);
    if (dueOn > latest) throw against(`指定的办理期限晚于信访人能看到的办结期限（${latest}），请提前。`, '第二十二条第一款第三项');
    const rest = { ...(source && { source }), ...(dutyItem && { dutyItem }), ...(note && { note }), by, at };
    const isCongress = organs.isCongress(by.unit);
    const due = { A16: dueOn, ...(isCongress && { D15: dueOn }) };
    return [
      { type: 'MatterAssigned', assignment, to, dueOn: due, ...rest },
      { type: 'AssignmentReceived', assignment, from: by.unit, to, reportDuty: true, ...(isCongress && { byCongress: true as const }), dueOn: due, by, at },
    ];
  },

  passDown({ to, level, grounds, by, at }: Of<'passDown'>, _: Matter, organs: Organs): MatterAction[] {
    if (!organs.isPetitionDept(to)) throw against('只能转给信访部门；交给有权处理的单位请用转送或者交办。', '第二十二条第一款');
    if (to === by.unit) throw against('不能转给本单位。');
    mustStillBe(to, organs, at);
    return [
      { type: 'PassedToNextPetitionDept', to, level, grounds, by, at },
      { type: 'PetitionDeptReceived', level, by: { person: by.person, unit: to }, at },
    ];
  },

  raiseObjection({ proposed, grounds, by, at }: Of<'raiseObjection'>, matter: Matter): MatterAction[] {
    const { id: assignment } = currentAssignment(matter)!;
    return [{ type: 'ObjectionRaised', assignment, ...(proposed && { proposed }), grounds, by, at }];
  },

  decideObjection({ upheld, grounds, by, at }: Of<'decideObjection'>, matter: Matter): MatterAction[] {
    const { id: assignment, from } = currentAssignment(matter)!;
    if (upheld && from !== matter.desk) throw against('本件是上级改派的。同意异议的，请直接改派给有权处理的单位。', '第二十四条');
    return [{ type: upheld ? 'ObjectionUpheld' : 'ObjectionRejected', assignment, grounds, by, at }];
  },

  reassign({ to, ground, grounds, by, at }: Of<'reassign'>, matter: Matter, organs: Organs): MatterAction[] {
    const from = matter.handlingUnit ?? currentAssignment(matter)?.to ?? '';
    if (to === from) throw against('本件就在这个单位，不必改派。');
    mustBackSender(ground, from, by.unit, matter, organs);
    const assignment = sendTo(to, by.unit, matter, organs, at);
    const reportDuty = currentAssignment(matter)?.reportDuty ?? false;
    const pending = matter.stage === 'objectionPending' ? currentAssignment(matter)?.id : undefined;
    return [
      ...(pending ? [{ type: 'ObjectionUpheld', assignment: pending, grounds, by, at } as const] : []), // agreed to by giving it to another
      { type: 'MatterReassigned', from, to, ground, grounds, by, at },
      { type: 'AssignmentReceived', assignment, from: by.unit, to, reportDuty, ...dateKept(matter, reportDuty), by, at },
    ];
  },
};

/** A congress issues no opinion and declines nothing: whoever sent it there takes its own mistake back, on whatever day it is noticed. */
function mustBackSender(ground: Of<'reassign'>['ground'], from: string, unit: string, matter: Matter, organs: Organs): void {
  const isCongress = organs.isCongress(from);
  if (ground === 'noPower' && !isCongress) throw against('收到的单位不是人大机构，不能以“不办理具体事项”改派。', '第二十四条');
  if (ground !== 'noPower' && isCongress && currentAssignment(matter)?.from === unit && organs.superiorOf(from) !== unit) {
    throw against('转送单位收回改送，理由请选“收到的是人大机构，不办理具体事项”。', '第二十二条第一款');
  }
}

function sendTo(to: string, from: string, { assignments, joint }: Matter, organs: Organs, at: Date): string {
  if (joint?.named && joint.named !== to) throw against(`党委、政府已经决定由${organs.nameOf(joint.named)}办理，请转送、交办给它。`, '第二十二条第一款第一项');
  if (!organs.exists(to)) throw against('名录中没有这个单位，请从单位列表中选择。');
  mustStillBe(to, organs, at);
  if (to === from) throw against('不能转给本单位；由本单位办理的，请直接受理。');
  if (organs.isPetitionDept(to)) throw against('信访部门不是有权处理的单位；要交给另一级信访部门，请用“转下级信访部门”。', '第二十二条第一款');
  return `assignment/${assignments.length + 1}`;
}

/** 机关分立、合并、撤销: what it had is for whoever goes on with its duties (第二十四条第二款). */
export function mustStillBe(unit: string, organs: Organs, at: Date): void {
  const today = dateInChina(at);
  if (!organs.isClosed(unit, today)) return;
  const successor = organs.successorOf(unit, today);
  const way = successor === unit ? '名录里没有写明由谁承接，请报本级党委、政府决定或者指定。' : `请转给继续行使其职权的${organs.nameOf(successor)}。`;
  throw against(`${organs.nameOf(unit)}已经撤销或者合并，不能再接收。${way}`, '第二十四条第二款');
}

/** A report duty handed on with the matter keeps its date. */
function dateKept(matter: Matter, reportDuty: boolean): { dueOn?: { A16: PlainDate } } {
  const due = newestOf(matter.clocks, 'A16')?.legalOn;
  return reportDuty && due ? { dueOn: { A16: due } } : {};
}

/** The term to accept (A06) and the one to answer (A14): the report is due no later than what the petitioner sees (P). */
function latestReport(today: PlainDate, calendar: Calendar, { terms }: Law): PlainDate {
  return lastDay(terms.A14!.length, lastDay(terms.A06!.length, today, calendar)!, calendar)!;
}
