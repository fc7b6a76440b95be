import { line, OPTIONAL, type Field } from './field.ts';

/**
 * Ways in which a paper reaches its reader, and what proves it.
 *
 * 《信访工作条例》 has no chapter on delivery; the ways are taken from
 * 《民事诉讼法》（2023）第八十七条至第九十五条 by analogy. A click proves nothing:
 * sending and receipt each need evidence of their own.
 */
export type Method = 'direct' | 'adultFamily' | 'leftAtHome' | 'electronic' | 'post' | 'throughOrgan' | 'publicNotice' | 'queryCode' | 'oral';

interface MethodRule {
  readonly name: string;
  readonly article: string;
  readonly dispatch: readonly Field[];
  readonly delivery: readonly Field[];
}

const deliverer = line('deliverer', '送达人', '谁送的');
const place = line('place', '送达地点', '送到哪里');

export const METHODS: Readonly<Record<Method, MethodRule>> = {
  direct: {
    name: '直接送达',
    article: '《民事诉讼法》第八十八条',
    dispatch: [deliverer, place],
    delivery: [
      line('signedBy', '签收人', '本人签名'),
      line('signature', '签名的扫描件或照片', '签名要留底'),
      line('readAloud', '宣读情况（本人看不了文书的）', '谁读给本人听、本人听清了没有，问了什么', OPTIONAL),
    ],
  },
  adultFamily: {
    name: '同住成年家属签收',
    article: '《民事诉讼法》第八十八条',
    dispatch: [deliverer, place],
    delivery: [
      line('signedBy', '签收人', '谁代收的'),
      line('relation', '与收文人的关系', '须为同住成年家属'),
      line('signature', '签名的扫描件或照片', '签名要留底'),
    ],
  },
  leftAtHome: {
    name: '留置送达',
    article: '《民事诉讼法》第八十九条',
    dispatch: [deliverer, place],
    delivery: [
      line('refusal', '拒收的事由', '写明怎样拒收'),
      line('witness', '见证人姓名、单位（村委会、居委会或者所在单位的人）', '有见证人，或者有照片、录像', OPTIONAL),
      line('photo', '照片、录像', '有见证人，或者有照片、录像', OPTIONAL),
    ],
  },
  electronic: {
    name: '电子送达',
    article: '《民事诉讼法》第九十条',
    dispatch: [line('address', '本人确认的接收系统（手机号、邮箱、平台账号）', '发到本人同意的地方')],
    delivery: [line('arrival', '到达特定系统的记录', '到达本人的系统才算收到')],
  },
  post: {
    name: '邮寄送达',
    article: '《民事诉讼法》第九十一条',
    dispatch: [line('mailNo', '挂号（快递）单号', '凭单号查投递'), line('address', '收件地址', '寄到哪里')],
    delivery: [line('returnSlip', '回执（签收记录）', '以回执上的收件日期为准')],
  },
  throughOrgan: {
    name: '转交送达',
    article: '《民事诉讼法》第九十二条至第九十四条',
    dispatch: [
      line('organ', '转交的机关、组织（经村委会、居委会转交的，写明经手人）', '经谁转交；交到本人手上才算送达'),
      line('handover', '交接凭证', '交接要留底'),
    ],
    delivery: [line('signedBy', '签收人', '本人签名'), line('signature', '签名的扫描件或照片', '签名要留底')],
  },
  publicNotice: {
    name: '公告送达',
    article: '《民事诉讼法》第九十五条',
    dispatch: [
      line('tried', '用过的其他方式', '穷尽其他方式才能公告'),
      line('postedAt', '公告的地方', '贴在哪里、登在哪里'),
      line('photo', '公告的照片或网址', '公告要留底'),
    ],
    delivery: [line('expiry', '公告期满的记录', '公告满30日视为送达')],
  },
  oral: {
    name: '口头告知',
    article: '地方性法规有规定的（如《北京市信访条例》第四十五条）',
    dispatch: [line('deliverer', '告知人', '谁告知的'), line('consent', '本人同意口头告知的记录', '没有同意的，要用书面的')],
    delivery: [
      line('minutes', '告知笔录', '什么时候、说了什么、本人怎么回答'),
      line('confirmed', '本人确认（签名、捺印或者录音编号）', '读给本人听过，本人确认'),
    ],
  },
  queryCode: {
    name: '凭查询码公布',
    article: '《信访工作条例》第二十三条第二款',
    dispatch: [line('posted', '公布记录', '姓名、住址不清的，公布在查询码下')],
    delivery: [line('opened', '第一次凭码打开的记录', '打开才算收到')],
  },
};

export const METHOD_NAMES = Object.fromEntries(Object.entries(METHODS).map(([code, { name }]) => [code, name])) as Readonly<Record<Method, string>>;

export type Evidence = Readonly<Record<string, string>>;

/** What the evidence lacks, in words for the clerk; nothing if it is enough. */
export function lackingEvidence(method: Method, part: 'dispatch' | 'delivery', evidence: Evidence): string[] {
  const lacking = METHODS[method][part].filter(({ name, optional }) => !optional && !evidence[name]?.trim()).map(({ label }) => label);
  const unproven = method === 'leftAtHome' && part === 'delivery' && !evidence['witness']?.trim() && !evidence['photo']?.trim();
  return unproven ? [...lacking, '见证人或者照片、录像'] : lacking;
}
