/** 不到5的，不写数字。 */
const few = (count: number | null) => count ?? '不到5';

/** 征集与接访：各机关向所有人公开的。 */
export const notices = {
  title: '征集、接访和公示',
  lead: '各机关正在征集的建议、领导接待来访的安排、公示牌上的内容。谁都可以看，不用查询码。',
  calls: '人民建议征集',
  receptions: '领导接待来访',
  boards: '公示',
  none: '现在没有。',
  until: (day: string) => `征集到${day}`,
  suggest: '提建议',
  open: '正在征集建议',
  answer: '对这件事提建议',
  answers: '应哪个征集',
  used: '采用情况',
  counts: (received: number | null, adopted: number | null, rewarded: number | null) =>
    `网上收到：${few(received)}条；采纳（含部分采纳）：${few(adopted)}条；奖励：${few(rewarded)}条。`,
  late: '内容有变化，还没有更新',
};
