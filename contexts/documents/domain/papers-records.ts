import { choice, date, drawing, legalDate, line, OPTIONAL, rows, text } from './field.ts';
import type { PaperKind } from './kind.ts';
import { METHOD_NAMES } from './delivery.ts';
import { NO_EFFECT, TO } from './papers-common.ts';

/** Forms and slips that go with a matter: delivery, rating, file, sealed hand-over. */
export const RECORDS: readonly PaperKind[] = [
  {
    code: 'F27',
    name: '送达回证',
    identifier: 'DeliveryReceipt',
    form: '表',
    addressee: 'internal',
    version: 1,
    effects: NO_EFFECT,
    fields: [
      line('documentName', '送达的文书', '送的是哪一份'),
      line('documentNo', '文号', '送的是哪一份'),
      TO,
      choice('method', '送达方式', '怎样送的', METHOD_NAMES),
      line('place', '送达地点', '送到哪里', OPTIONAL),
      line('sentAt', '发出时间', '发出即止书面告知的期限'),
      line('receivedAt', '收到时间', '收到起算信访人的期限', OPTIONAL),
      line('evidence', '凭证', '没有凭证不算送达', OPTIONAL),
      line('signedBy', '签收人（代收的写明关系）', '谁收的', OPTIONAL),
      drawing('drawn', '签收人签名（手写屏）', '本人在手写屏上签名'),
      line('refusal', '拒收事由', '留置送达要写明', OPTIONAL),
      line('witness', '见证人', '留置送达要有见证人或者照片', OPTIONAL),
      line('deliverer', '送达人', '谁送的'),
    ],
  },
  {
    code: 'F45',
    name: '满意度评价表',
    identifier: 'EvaluationForm',
    form: '表',
    addressee: 'petitioner',
    version: 1,
    effects: NO_EFFECT,
    fields: [
      line('subject', '信访事项', '评的是哪一件'),
      line('petitionDept', '信访部门', '评价对象'),
      line('handlingUnit', '责任单位', '评价对象'),
      legalDate('closesOn', '评价截止日期', '过期视为未评价，不算满意'),
      choice('deptGrade', '对信访部门的评价', '由信访人自己填', GRADES(), OPTIONAL),
      choice('unitGrade', '对责任单位的评价', '由信访人自己填', GRADES(), OPTIONAL),
      text('reasons', '不满意的原因', '由信访人自己填', OPTIONAL),
      text('remarks', '想说的话', '由信访人自己填', OPTIONAL),
    ],
  },
  {
    code: 'F50',
    name: '信访事项卷宗',
    identifier: 'MatterFile',
    form: '表',
    addressee: 'internal',
    version: 1,
    effects: NO_EFFECT,
    fields: [
      line('archiveNo', '档号', '一案一档'),
      line('subject', '案卷题名', '查得到'),
      date('startedOn', '起始日期', '案卷要素'),
      date('endedOn', '终止日期', '案卷要素'),
      line('pages', '总页数', '每卷不超过200页'),
      line('retention', '保管期限', '案卷要素'),
      rows('entries', '卷内目录', '每一份材料都要列入', [
        line('no', '文号', '材料的文号', OPTIONAL),
        line('author', '责任者', '谁做的'),
        line('title', '题名', '什么材料'),
        date('on', '日期', '什么时候的'),
        line('pages', '页次', '在第几页'),
      ]),
      rows('checks', '归档检查', '应有的材料齐不齐', [line('item', '应有的材料', '七有'), line('found', '有无', '从办理记录得出')], OPTIONAL),
      text('notes', '备考', '缺损、补充等情况', OPTIONAL),
      line('archivist', '立卷人', '谁立的卷'),
      line('checker', '检查人', '谁检查的'),
    ],
  },
  {
    code: 'F54',
    name: '检举控告移送单',
    identifier: 'SealedTransferSlip',
    form: '回执',
    addressee: 'unit',
    version: 1,
    effects: NO_EFFECT,
    fields: [
      TO,
      line('code', '密件代号', '只写代号，不写内容和姓名'),
      line('pages', '页数', '清点交接'),
      line('sealNo', '封签号', '清点交接'),
      date('sentOn', '移送日期', '清点交接'),
      legalDate('receiptDueOn', '签收的最后日期', '逾期未签收的要催'),
      line('deliverer', '移送人', '谁送的'),
    ],
  },
];

function GRADES() {
  return { satisfied: '满意', basicallySatisfied: '基本满意', dissatisfied: '不满意' };
}
