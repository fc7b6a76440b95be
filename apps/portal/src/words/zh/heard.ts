import type { PublicHearing } from '#contexts/transparency/domain/heard.ts';

/** 听证，听证以后的复核意见公示。 */
export const heard = {
  title: '听证',
  applyLead: '事情重大、复杂、疑难的，可以申请听证：当面说、当面问，由没有参加过办理的人主持。办不办由现在办这件事的机关决定，决定和理由会告诉您。',
  apply: '申请听证',
  states: {
    applied: (organ, _on) => `您申请了听证，${organ}还没有答复。答复以前不能作出意见。`,
    decided: (organ, _on) => `${organ}决定举行听证，时间、地点和人员定好以后书面通知您，至少提前7日（默认）。`,
    scheduled: (organ, on) => `${organ}定于${on}举行听证。`,
    held: (_organ, on) => `${on}举行了听证，正在写听证报告。`,
    reported: (_organ, on) => `${on}举行的听证已经有了报告。`,
    cancelled: (organ, _on) => `${organ}取消了听证，理由在下面的经过里。`,
    declined: (organ, _on) => `${organ}决定不举行听证，理由在下面的经过里。情况变了可以再申请。`,
  } satisfies Record<PublicHearing['state'], (organ: string, on: string) => string>,
  place: (place: string) => `${place}。听证人员写在听证通知书上；您可以带证据、请人陪同或者委托代理人。`,
  challenge: '申请听证人员回避',
  challenged: { pending: '您申请了听证人员回避，决定以前不举行听证。', recused: '听证人员决定回避，要换人、重新通知您以后才举行。' },

  publication: '复核意见公示',
  publicationLead: '经过听证的复核意见可以依法公示。公示的是事，不是人：下面就是要公示的全部文字，请您看看还有没有能认出您的地方。',
  publicationStates: {
    proposed: '稿子刚签发，还没有公示。会有人告诉您，从告诉您那天起有10日可以提出异议（这个天数是本系统的默认）。',
    told: (until: string) => `还没有公示。${until}以前您可以提出异议；没有异议的，由另一名负责人再看一遍才发布。`,
    released: (from: string, to: string) => `${from}至${to}在门户上公示，到期自动撤下，搜索网站搜不到。`,
    objected: '您提出了异议，答复以前不公示。',
    ended: '这份公示稿已经撤下，不再公示。',
  },
  object: '对公示提出异议',
  fields: { organ: '复核机关', recheckNo: '复核意见文号', heardOn: '听证日期', claims: '请求', result: '复核意见', basis: '依据', term: '公示期' },

  page: {
    title: '复核意见公示',
    lead: '经过听证的复核意见，去掉了姓名、电话、住址后向社会公示（《信访工作条例》第三十六条）。到期自动撤下。',
    none: '现在没有公示的复核意见。',
    term: (from: string, to: string) => `${from}至${to}`,
    wrong: (name: string) => `认出了谁、觉得写得不对的，打${name}，转给复核机关核实；认得出人的，马上撤下。`,
  },
};
