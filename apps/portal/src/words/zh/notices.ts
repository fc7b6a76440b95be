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
  used: '采用情况',
  late: '内容有变化，还没有更新',
};
