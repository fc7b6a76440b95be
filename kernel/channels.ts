/** 渠道: the ways on which people come. Every one is equal: same clocks, same papers (taxonomy 3, R8). */
export type Channel =
  | 'visit'
  | 'letter'
  | 'phone'
  | 'web'
  | 'mobile'
  | 'kiosk'
  | 'gridReport'
  | 'upstream'
  | 'messageBoard'
  | 'fax'
  | 'email'
  | 'deputy'
  | 'qrBoard'
  | 'outreach';

export const CHANNELS: Readonly<Record<Channel, { readonly name: string; readonly code: string }>> = {
  visit: { name: '来访', code: 'V' },
  letter: { name: '来信', code: 'L' },
  phone: { name: '来电', code: 'C' },
  web: { name: '网信', code: 'W' },
  mobile: { name: '手机', code: 'M' },
  kiosk: { name: '一体机', code: 'K' },
  gridReport: { name: '网格员上报', code: 'G' },
  upstream: { name: '上级推送', code: 'U' },
  messageBoard: { name: '网民留言', code: 'N' },
  fax: { name: '传真', code: 'F' },
  email: { name: '电子邮件', code: 'F' },
  deputy: { name: '代表委员转交', code: 'D' },
  qrBoard: { name: '公示牌扫码', code: 'Q' },
  outreach: { name: '走访回访', code: 'R' },
};

/** The channels on which the petitioner is there to be told on the spot. */
export const IN_PERSON: ReadonlySet<Channel> = new Set(['visit', 'phone']);
export const BY_WEB: ReadonlySet<Channel> = new Set(['web', 'mobile', 'kiosk', 'qrBoard', 'messageBoard']);
