import { choice, date, legalDate, line, lines, OPTIONAL, rows, text } from './field.ts';
import type { PaperKind } from './kind.ts';
import { CONTACT, NO_EFFECT, notice, TO } from './papers-common.ts';

const WHEN = line('heldAt', '听证时间', '到时才能到场');
const PLACE = line('place', '听证地点', '到时才能到场');
const TOPIC = text('topic', '听证的问题', '告知要听证什么');

/** Papers of a hearing: who is invited, what was said, what the panel thinks. */
export const HEARING_PAPERS: readonly PaperKind[] = [
  {
    code: 'F19',
    name: '听证通知书',
    identifier: 'HearingNotice',
    form: '函',
    addressee: 'petitioner',
    typeWord: '信听告',
    version: 1,
    effects: notice('HearingNoticeDispatched'),
    fields: [
      TO,
      line('subject', '信访事项', '说的是哪一件'),
      TOPIC,
      WHEN,
      PLACE,
      line('host', '主持人（姓名、职务）', '告知由谁主持，便于申请回避'),
      lines('members', '听证员（姓名、单位、职务）', '告知由谁评议，便于申请回避'),
      line('recorder', '记录人', '告知由谁记录，便于申请回避'),
      date('challengeUntil', '申请回避的最后日期', '有时间考虑要不要申请回避'),
      text('evidence', '可以带的证据、证人和代理人', '告知举证、委托代理的权利'),
      choice('open', '公开还是不公开', '涉及国家秘密、商业秘密、个人隐私的不公开', { open: '公开', closed: '不公开' }),
      text('closedReason', '不公开的理由（不公开的必填）', '不公开要有理由', OPTIONAL),
      ...CONTACT,
    ],
  },
  {
    code: 'F20',
    name: '听证公告',
    identifier: 'HearingAnnouncement',
    form: '公告',
    addressee: 'public',
    version: 1,
    effects: NO_EFFECT,
    fields: [
      text('topic', '听证的问题（隐去姓名、住址）', '公告的是事，不是人'),
      WHEN,
      PLACE,
      line('seats', '旁听名额', '告诉公众能来几个人'),
      text('attend', '怎样报名旁听', '告诉公众怎样到场'),
      ...CONTACT,
    ],
  },
  {
    code: 'F21',
    name: '听证笔录',
    identifier: 'HearingMinutes',
    form: '笔录',
    addressee: 'internal',
    version: 1,
    effects: NO_EFFECT,
    fields: [
      line('subject', '信访事项', '听证的是哪一件'),
      line('startedAt', '开始时间', '笔录要素'),
      line('endedAt', '结束时间', '笔录要素'),
      PLACE,
      line('host', '主持人', '笔录要素'),
      line('recorder', '记录人', '笔录要素'),
      lines('members', '听证员', '笔录要素'),
      lines('persons', '到场的各方', '谁到了场要写明'),
      text('rights', '告知的权利和回避情况', '先告知权利，再问是否申请回避'),
      rows('statements', '陈述、提问和辩论', '如实记录', [line('speaker', '谁', '谁说的'), text('words', '说了什么', '如实记录')]),
      text('last', '信访人的最后陈述', '最后由信访人说'),
    ],
  },
  {
    code: 'F22',
    name: '听证报告',
    identifier: 'HearingReport',
    form: '文',
    addressee: 'unit',
    version: 1,
    effects: NO_EFFECT,
    fields: [
      TO,
      line('subject', '信访事项', '听证的是哪一件'),
      line('heldAt', '听证时间、地点', '报告的是哪一次听证'),
      lines('members', '听证员', '谁评议的'),
      text('found', '听证认定的事实', '听证报告内容'),
      rows('votes', '评议表决', '每个人的意见都要写到', [line('member', '听证员', '谁的意见'), line('vote', '意见', '什么意见')]),
      text('opinion', '评议意见', '听证报告内容'),
      text('dissent', '不同意见（没有的写“无”）', '少数人的意见也要报告'),
      date('excludedFrom', '不计入复核期限的起始日期（复核听证）', '《信访工作条例》第三十六条', OPTIONAL),
      date('excludedUntil', '不计入复核期限的截止日期（复核听证）', '《信访工作条例》第三十六条', OPTIONAL),
      legalDate('newDueOn', '复核意见新的最后日期', '期限要算得清楚', OPTIONAL),
      ...CONTACT,
    ],
  },
];
