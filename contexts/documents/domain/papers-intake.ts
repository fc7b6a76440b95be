import { choice, legalDate, line, lines, OPTIONAL, text } from './field.ts';
import type { PaperKind } from './kind.ts';
import { HANDLER, NO_EFFECT } from './papers-common.ts';

/** Papers of the first contact: registration form, receipt, handler card. */
export const INTAKE_PAPERS: readonly PaperKind[] = [
  {
    code: 'F01',
    name: '信访事项登记表',
    identifier: 'RegistrationForm',
    form: '表',
    addressee: 'internal',
    version: 1,
    effects: NO_EFFECT,
    fields: [
      line('intakeNo', '收件号', '一件一号'),
      line('channel', '信访形式', '登记内容'),
      line('receivedAt', '收到时间', '时限从收到起算，不得改动'),
      line('petitioner', '信访人（匿名的写“匿名”）', '《信访工作条例》第十九条'),
      line('peopleCount', '人数', '登记内容'),
      line('representatives', '推选的代表', '走访的代表不超过5人，《信访工作条例》第二十条', OPTIONAL),
      line('place', '事情发生地', '据此确定有权处理的机关'),
      text('claim', '请求', '《信访工作条例》第十九条'),
      text('facts', '事实和理由', '《信访工作条例》第十九条'),
      line('purpose', '信访目的和类别', '登记内容'),
      line('earlier', '以前的同一事项', '避免重复登记', OPTIONAL),
      line('urgency', '紧急情况', '只写事情的紧急，不评价人', OPTIONAL),
      lines('attachments', '材料清单', '收了什么要写明', OPTIONAL),
      choice('oralConfirmed', '口头陈述的记录', '口头提出的应当如实记录并核对，《信访工作条例》第十九条', {
        notOral: '书面提出，不需核对',
        signed: '已读给本人听，本人签名',
        voice: '已读给本人听，录音确认',
        declined: '已读给本人听，本人不愿确认',
      }),
      line('staff', '登记人', '登记要有人负责'),
    ],
  },
  {
    code: 'F02',
    name: '收件回执',
    identifier: 'IntakeReceipt',
    form: '回执',
    addressee: 'petitioner',
    version: 1,
    effects: NO_EFFECT,
    fields: [
      line('intakeNo', '收件号', '一件一号'),
      line('queryCode', '查询码', '凭此查进度'),
      line('receivedAt', '收到时间', '时限从收到起算'),
      line('kind', '初步归类', '告诉对方按哪一类办'),
      line('responsible', '现在由谁负责', '件件有着落'),
      line('nextStep', '下一步', '告诉对方接下来会怎样'),
      legalDate('nextStepBy', '下一步最迟日期', '告诉对方等到哪一天'),
      line('calculation', '日期怎么算的', '时限要算得清楚'),
      line('complaint', '没有消息找谁', '告诉对方怎样投诉'),
      text('privacy', '个人信息说明', '《个人信息保护法》第十七条、第三十五条'),
    ],
  },
  {
    code: 'F03',
    name: '接待人员告知卡',
    identifier: 'HandlerCard',
    form: '回执',
    addressee: 'petitioner',
    version: 1,
    effects: NO_EFFECT,
    fields: [...HANDLER, line('metAt', '接待时间', '告知由谁接待'), line('queryCode', '查询码', '凭此查进度', OPTIONAL)],
  },
];
