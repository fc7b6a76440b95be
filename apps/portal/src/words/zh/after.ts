/** After a decision: what stands on each claim, what comes next, and what is left where nothing is taken up again. */
export const after = {
  forkTitle: '拿到处理意见书以后，不同意怎么办',
  fork: (review: string, recheck: string): readonly (readonly [string, string])[] => [
    ['先收到处理意见书', '从您收到那天的第二天起数期限，不从落款日期算'],
    ['30日内，请上一级复查', `${review ? `向${review}提出` : '向办理单位的上一级提出'}。复查单位30日内书面答复`],
    ['还不同意，30日内请再上一级复核', `${recheck ? `向${recheck}提出` : '向复查单位的上一级提出'}。复核单位30日内提出意见`],
  ],
  askHere: { review: '在这里请求复查', recheck: '在这里请求复核' },
  forkNote: '想用纸写的，把申请交到上面写的机关，或者交给信访局转交；以邮戳或者收条的日期为准，和网上提出的一样算。',
  results: { supported: '支持', explained: '解释说明', notSupported: '不支持' },
  answers: {
    opinion: '原来的处理意见',
    said: {
      review: { uphold: '复查维持', change: '复查变更', revoke: '复查撤销', revokeAndRemand: '复查撤销，重新办理' },
      recheck: { uphold: '复核维持', change: '复核变更', revoke: '复核撤销', revokeAndRemand: '复核撤销，重新办理' },
    },
    unread: { review: '复查意见书已经发出，打开下面的文书看结果', recheck: '复核意见书已经发出，打开下面的文书看结果' },
    with: (said: string, result: string) => `${said}：${result}`,
    before: (said: string, on: string, received: boolean) => (on ? `${said}（${on}${received ? '送达' : '发出'}）` : said),
  },
  stationNotAnew: '不再受理',
  anew: {
    title: '不再受理以后，您还可以',
    decided: '不再受理，只是说同样的事实和理由不再从头办一遍；怎么比对的，写在告知书里。',
    always: '有新的事实、新的证据或者新的理由，随时可以作为新的事项提出，照常登记、照常办理，次数和期限都不限。',
    file: '提出新的事项',
    how: (no: string) => `写清楚新在哪里，再写上这一件的编号 ${no}；材料拍照传上来，或者带到接待点、寄来都行。`,
    wrong: '觉得比对错了、漏看了材料，或者对办理不满意，可以投诉，不影响您以后再提。',
    complain: '现在投诉',
    help: '生活有困难的，可以申请帮扶，打电话问：',
  },
};
