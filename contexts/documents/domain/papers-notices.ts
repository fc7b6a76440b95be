import { choice, date, legalDate, line, lines, OPTIONAL, text } from './field.ts';
import type { PaperKind } from './kind.ts';
import { BASIS, CONTACT, HANDLER, notice, RECEIVED, REMEDY_ORGAN, ROUTES, TO, yesNo } from './papers-common.ts';

/** Notices by which a unit tells the petitioner what becomes of the matter. */
export const NOTICES: readonly PaperKind[] = [
  {
    code: 'F07', name: '受理告知书', identifier: 'AcceptanceNotice', form: '函', addressee: 'petitioner', typeWord: '信受告', version: 1,
    effects: notice('AcceptanceNoticeDispatched'),
    fields: [
      TO,
      RECEIVED,
      line('referredBy', '由谁转来（直接提出的不填）', '说明来源', OPTIONAL),
      lines('claims', '受理的请求（一项一行）', '逐项受理，以后逐项答复'),
      choice('route', '按哪一种办', '不同种类期限不同', {
        petitionProcedure: '第三十一条第（六）项', dutyPerformance: '第三十一条第（五）项', suggestion: '第二十九条',
      }),
      choice('procedure', '办理程序', '告知程序', { ordinary: '普通程序', simple: '简易程序' }),
      date('acceptedOn', '受理日期', '办理期限从此起算'),
      legalDate('dueOn', '办理的最后日期', '《信访工作条例》第三十四条'),
      ...HANDLER,
      ...CONTACT,
    ],
  },
  {
    code: 'F08', name: '不予受理告知书', identifier: 'NonAcceptanceNotice', form: '函', addressee: 'petitioner', typeWord: '信不受', version: 1,
    effects: notice('NonAcceptanceNoticeDispatched'),
    remedy: { organ: 'remedyOrgan', article: '《信访工作条例》第四十四条' },
    fields: [
      TO,
      RECEIVED,
      text('claim', '请求', '写明不予受理的是什么'),
      choice('reason', '不予受理的情形', '只能是法定情形，没有“重复信访人”之类', {
        alreadyAcceptedBelow: '同一事项已由有权处理的机关、单位受理或者正在办理',
        outsideOwnAndSystem: '不属于本机关、单位或者本系统职权范围',
        packGround: '本地法规规定的其他情形',
      }),
      text('reasonText', '具体理由', '光有情形不够，要说清楚'),
      BASIS,
      line('rightPlace', '应当找谁、走什么途径', '《信访工作条例》第二十三条：告知向有权处理的机关、单位提出'),
      line('rightTerm', '那条途径的期限', '晚了就办不成，要提醒'),
      REMEDY_ORGAN,
      line('petitionDept', '也可以找的信访部门及电话', '说“不”的文书必须告诉对方还能找谁'),
      ...CONTACT,
    ],
  },
  {
    code: 'F10', name: '程序（途径）告知书', identifier: 'RouteNotice', form: '函', addressee: 'petitioner', typeWord: '信程告', version: 1,
    effects: notice('RouteNoticeDispatched'),
    fields: [
      TO,
      RECEIVED,
      text('claim', '请求', '写明说的是哪件事'),
      choice('item', '属于第三十一条哪一项', '依法分类处理', ROUTES),
      line('procedure', '应当走的程序', '告知途径'),
      line('organ', '受理该程序的机关', '告知找谁'),
      line('address', '该机关的地址、电话', '告知到哪里去'),
      line('term', '该程序的期限', '信访不停止该期限，晚了就办不成'),
      lines('bring', '要带的材料', '少跑一趟'),
      yesNo('forwarded', '材料由本单位转过去', '说明要不要自己带'),
      ...CONTACT,
    ],
  },
  {
    code: 'F11', name: '引导告知单', identifier: 'GuidanceSlip', form: '函', addressee: 'petitioner', version: 1,
    effects: notice('GuidanceDispatched'),
    remedy: { organ: 'remedyOrgan', article: '《信访工作条例》第四十四条' },
    fields: [
      TO,
      RECEIVED,
      text('claim', '反映的事情', '写明说的是哪件事'),
      text('answer', '当面的答复', '先回答，再指路'),
      choice('reason', '引导的情形', '只能是法定情形', {
        litigationVisitor: '走访反映涉诉问题，《信访工作条例》第二十二条第二款',
        outsideOwnAndSystem: '不属于本机关、单位或者本系统职权范围，《信访工作条例》第二十三条第一款',
      }),
      line('organ', '应当找的机关', '告知找谁'),
      line('address', '该机关的地址、电话', '告知到哪里去'),
      line('term', '那条途径的期限', '晚了就办不成，要提醒'),
      REMEDY_ORGAN,
      ...CONTACT,
    ],
  },
  {
    code: 'F16', name: '延期告知书', identifier: 'ExtensionNotice', form: '函', addressee: 'petitioner', typeWord: '信延告', version: 1,
    effects: notice('ExtensionNoticeDispatched'),
    fields: [
      TO,
      line('subject', '反映的事情', '让对方知道说的是哪件事'),
      date('acceptedOn', '受理日期', '办理期限从此起算'),
      legalDate('dueOn', '原来的最后日期', '《信访工作条例》第三十四条'),
      text('reasons', '延期的理由', '《信访工作条例》第三十四条：告知信访人延期理由'),
      line('days', '延长的日数', '不得超过30日'),
      legalDate('newDueOn', '新的最后日期', '告诉对方等到哪一天'),
      ...HANDLER,
      ...CONTACT,
    ],
  },
  {
    code: 'F60', name: '信访事项办理状态告知书', identifier: 'StatusNotice', form: '函', addressee: 'petitioner', typeWord: '信状告', version: 1,
    effects: notice('StatusNoticeDispatched'),
    fields: [
      TO,
      RECEIVED,
      line('subject', '反映的事情', '让对方知道说的是哪件事'),
      line('acceptedBy', '受理或者办理的单位', '《信访工作条例》第十九条'),
      line('mainMatterNo', '正在办理的信访事项编号', '对方据此查询'),
      line('state', '办到哪一步', '告知状态'),
      legalDate('dueOn', '办理的最后日期', '告诉对方等到哪一天'),
      line('unitContact', '办理单位的联系方式', '让对方找得到'),
      ...CONTACT,
    ],
  },
];
