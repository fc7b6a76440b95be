/** 少于5的不公布；能推算出少于5的，也不公布（不变量 28）。 */
const few = (count: number | null) => (count === null ? '不公布' : `${count}条`);
const why = (counts: readonly (number | null)[]) => (counts.includes(null) ? '少于5条的，还有能推算出少于5条的，不公布，免得猜到是谁。' : '');

/** 征集与接访：各机关向所有人公开的。 */
export const notices = {
  title: '征集、接访和公示',
  lead: '各机关正在征集的建议、领导接待来访的安排、公示牌上的内容。谁都可以看，不用查询码。',
  calls: '人民建议征集',
  receptions: '领导接待来访',
  boards: '公示',
  none: {
    suggestionCall: '现在没有正在征集的。有建议随时可以提，一样登记、一样答复。',
    reception: '现在没有公布的安排。接待点工作日都开，不用预约。',
    board: '现在没有在公示的。',
  },
  until: (day: string) => `征集到${day}`,
  suggest: '提建议',
  open: '正在征集建议',
  answer: '对这件事提建议',
  answers: '应哪个征集',
  used: '采用情况',
  counts: (received: number | null, adopted: number | null, rewarded: number | null) =>
    `收到：${few(received)}；采纳（含部分采纳）：${few(adopted)}；奖励：${few(rewarded)}。${why([received, adopted, rewarded])}`,
  late: '内容有变化，还没有更新',
};
