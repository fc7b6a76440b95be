import { choice, date, enclosures, line, type Field } from './field.ts';
import type { Dispatched, Effects } from './kind.ts';

/** Blanks that many papers share. */
export const TO = line('addressee', '收文人（单位）', '写给谁，凭此送达');
export const CONTACT: readonly Field[] = [
  line('contactPerson', '联系人', '信访人有疑问时找得到人'),
  line('contactPhone', '联系电话', '信访人有疑问时找得到人'),
];
export const HANDLER: readonly Field[] = [
  line('handlerName', '承办人姓名', '告知由谁办理，便于联系和申请回避'),
  line('handlerPost', '承办人职务', '告知由谁办理'),
  line('handlerPhone', '承办人电话', '告知由谁办理，便于联系'),
];
/** Of what an office added to the matter: only what is marked goes out, and only with the paper. */
export const ENCLOSURES = enclosures('勾选的文件随本文书发出，信访人凭查询码可以下载');
export const RECEIVED = date('receivedOn', '收到日期', '时限从收到起算');
export const BASIS = line('basis', '依据（写到条款项）', '作出决定要有依据');

/** The six ways of §31, in the order in which they are to be tried. */
export const ROUTES: Readonly<Record<string, string>> = {
  litigation: '第三十一条第（一）项',
  arbitration: '第三十一条第（二）项',
  partyAppeal: '第三十一条第（三）项',
  administrativeProcedure: '第三十一条第（四）项',
};

export const NO_EFFECT: Effects = {};

/** A notice to the petitioner: its sending ends the written duty, its failure reopens it. */
export const notice = (dispatched: Dispatched): Effects => ({ dispatched, delivered: 'NoticeDelivered', failed: 'DeliveryFailed' });

export const REMEDY_ORGAN = line('remedyOrgan', '不服时找谁（上级机关、单位）', '说“不”的文书必须告诉对方还能找谁');
export const yesNo = (name: string, label: string, why: string) => choice(name, label, why, { yes: '是', no: '否' });
