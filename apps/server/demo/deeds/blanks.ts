import { loadMatter, newestOf } from '#contexts/casework/index.ts';
import type { PaperCode, Values } from '#contexts/documents/index.ts';
import { addDays, dateInChina } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import { opinionRows, findingsUntil } from './opinion.ts';
import { actorOf, atLeast, stepOf, type Doing } from './deed.ts';
import { WAY_BLANKS } from './blanks-ways.ts';

export type Blanks = (doing: Doing, subject: Subject) => Values | Promise<Values>;

/** What a clerk writes into each paper beside what the matter already knows: the words of the story. */
export const BLANKS: { readonly [Code in PaperCode]?: Blanks } = {
  F07: (doing) => ({ ...handlerOf(doing), procedure: 'ordinary' }),

  F08: (doing) => {
    const { ground, reason, remedy } = stepOf(doing, 'decline');
    return {
      claim: wishesOf(doing),
      reason: ground,
      reasonText: reason,
      basis: ground === 'alreadyAcceptedBelow' ? '《信访工作条例》第十九条第三款' : '《信访工作条例》第二十三条第一款',
      rightPlace: oneLine(remedy),
      rightTerm: '没有期限限制，越早提出越好',
      petitionDept: deptOf(doing),
    };
  },

  F10: (doing) => {
    const { organ, term, reason } = stepOf(doing, 'routeToProcedure');
    return {
      claim: wishesOf(doing),
      item: doing.matter.route ?? 'administrativeProcedure',
      procedure: oneLine(reason),
      organ: oneLine(organ),
      address: oneLine(organ),
      term: oneLine(term),
      bring: ['身份证原件和复印件', '本告知书', '与事情有关的合同、凭证、照片等材料'],
      forwarded: 'no',
    };
  },

  F11: (doing) => {
    const { organ, reason, ground } = stepOf(doing, 'guideElsewhere');
    const { name, address, phones } = doing.stage.directory().getOrgan(organ);
    return {
      claim: wishesOf(doing),
      answer: reason,
      reason: ground,
      why: `这件事由${name}依法处理，本单位没有这项职权`,
      organ: name,
      address: `${address}，${phones[0] ?? ''}`,
      term: '以法律规定的期限为准，请尽早提出',
    };
  },

  F12: async (doing, subject) => {
    const { reason, proposed } = stepOf(doing, 'raiseObjection');
    const referral = (await doing.scene.paper(subject, 'F04')) ?? (await doing.scene.paper(subject, 'F05'));
    const { cast, directory } = doing.stage;
    return {
      referralNo: referral?.number ?? doing.scene.numbers.matters[0] ?? '',
      reasons: reason,
      basis: '《信访工作条例》第二十三条第三款',
      approvedBy: cast.pick(doing.deed.by, ['unitHead']).name,
      ...(proposed && { proposedUnit: directory().nameOf(proposed) }),
    };
  },

  F13: async (doing, subject) => {
    const { upheld, reason } = stepOf(doing, 'decideObjection');
    const objection = await doing.scene.paper(subject, 'F12');
    const next = doing.matter.path.slice(doing.deed.index + 1).find((step) => step.do === 'refer' || step.do === 'assign');
    const raised = doing.matter.path.slice(0, doing.deed.index).findLast((step) => step.do === 'raiseObjection');
    const target = next && 'to' in next ? next.to : raised?.do === 'raiseObjection' ? raised.proposed : undefined;
    const nameOf = (unit: string) => doing.stage.directory().nameOf(unit);
    return {
      objectionNo: objection?.number ?? '',
      result: upheld ? 'upheld' : 'rejected',
      reasons: reason,
      ...(upheld && { newTarget: target ? nameOf(target) : '另行确定后书面告知' }),
    };
  },

  F16: (doing) => {
    const { days, reason } = stepOf(doing, 'extend');
    return { reasons: reason, days: String(days), ...handlerOf(doing) };
  },

  F23: (doing) => ({ statement: statementOf(doing), claims: opinionRows(doing) }),

  F24: (doing) => {
    const { superiorOf, getOrgan } = doing.stage.directory();
    const { name, address, phones } = getOrgan(superiorOf(doing.deed.by) ?? doing.deed.by);
    return {
      statement: statementOf(doing),
      claims: opinionRows(doing),
      reviewOrgan: name,
      reviewAddress: `${address}，${phones[0] ?? ''}`,
      ...handlerOf(doing),
    };
  },

  F25: (doing) => {
    const { adopted, text, contribution } = stepOf(doing, 'replySuggestion');
    return { suggestion: wishesOf(doing), result: adopted, reasons: text, contribution: contribution ? 'yes' : 'no' };
  },

  F32: async (doing, subject) => {
    const { report } = stepOf(doing, 'reportCompletion');
    const [assignment, opinion] = [
      await doing.scene.paper(subject, 'F05'),
      (await doing.scene.paper(subject, 'F23')) ?? (await doing.scene.paper(subject, 'F25')),
    ];
    const delivered = opinion?.ended_on ? `，${opinion.ended_on}送达` : '，正在送达';
    const { people = 1, anonymous } = doing.story.petitioner;
    return {
      assignmentNo: assignment?.number ?? doing.scene.numbers.matters[0] ?? '',
      basics: anonymous ? '信访人未留姓名' : people > 1 ? `群众${people}人联名` : '群众一人',
      problem: wishesOf(doing),
      investigation: atLeast(findingsUntil(doing) || statementOf(doing), 10),
      handling: atLeast(report, 10),
      reply: opinion?.number ? `${opinion.number}${delivered}` : '尚在答复，答复后另行补报',
      annexes: ['调查记录', '答复信访人的文书和送达凭证'],
      signedBy: doing.stage.cast.pick(doing.deed.by, ['unitHead']).name,
    };
  },

  F59: (doing) => {
    const { reason, dueDays } = stepOf(doing, 'correct');
    const on = addDays(dateInChina(doing.at), dueDays);
    return {
      act: 'redo',
      wrong: reason,
      basis: '《信访工作条例》第四十五条',
      follows: `原处理意见撤销，重新调查后另行作出处理意见，最迟${on}答复您；您的查询码继续有效。`,
      newDueOn: { on, rolled: false, provisional: false },
    };
  },

  ...WAY_BLANKS,

  F60: async (doing) => {
    const { target } = stepOf(doing, 'attachDuplicate');
    const { stage } = doing;
    const main = stage.scene(target.split('#')[0] ?? '');
    const { matter } = await loadMatter(stage.office.staff, await main.matter(Number(target.split('#')[1] ?? '1') - 1));
    const unit = matter.handlingUnit ?? matter.assignments.at(-1)?.to ?? matter.desk ?? '';
    const { name, address, phones } = stage.directory().getOrgan(unit);
    const due = newestOf(matter.clocks, 'A14') ?? newestOf(matter.clocks, 'A06') ?? newestOf(matter.clocks, 'A03');
    return {
      acceptedBy: name,
      mainMatterNo: main.numbers.matters[0] ?? '',
      state: matter.acceptedOn ? '已经受理，正在办理' : '已经登记，正在确定受理',
      dueOn: {
        on: due?.legalOn ?? addDays(dateInChina(doing.at), 60),
        rolled: due ? due.legalOn !== due.targetOn : false,
        provisional: due?.provisional ?? false,
      },
      unitContact: `${address}，${phones[0] ?? ''}`,
    };
  },
};

/** Who handles it is told with the acceptance, before the handling begins. */
export function handlerOf(doing: Doing): Values {
  const { name, post, phone } = doing.stage.cast.contactOf(actorOf(doing, ['unitClerk', 'unitHead']));
  return { handlerName: name, handlerPost: post, handlerPhone: phone };
}

function deptOf({ stage, scene }: Doing): string {
  const organ = stage.directory().findOrgan(stage.directory().petitionDeptOf(scene.region) ?? '');
  return `${organ?.name ?? ''}，${organ?.phones[0] ?? ''}`;
}

const wishesOf = ({ matter }: Doing) => matter.claims.map(({ wish }) => wish).join('；');
const statementOf = ({ story, matter }: Doing) =>
  (story.matters.length === 1 ? story.text : matter.claims.map(({ quote }) => quote).join('；')).replace(/^（[^）]*）/, '');
const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ');
