import type { PublishedRecheck } from '#contexts/transparency/domain/heard.ts';
import type { ProgressPage, PublicClock, PublicMatter } from '#contexts/transparency/domain/progress.ts';
import type { RefusedSaying } from '#contexts/transparency/domain/refused.ts';

/** Two matters as the follower would publish them: one in time (today 2026-09-22), one overdue. */
const a14: PublicClock = {
  id: 'A14',
  type: 'duty',
  holder: '县水利局',
  mine: false,
  startedOn: '2026-08-03',
  startedBy: 'MatterAccepted',
  actedOn: '2026-08-03',
  length: { days: 60 },
  targetOn: '2026-10-02',
  legalOn: '2026-10-08',
  rest: { name: '国庆节', from: '2026-10-02', to: '2026-10-07' },
  extended: 0,
  suspended: 0,
  provisional: false,
  article: '《信访工作条例》第三十四条',
  dutyEvidence: 'T',
  lengthEvidence: 'T',
};
const a03: PublicClock = {
  ...a14,
  id: 'A03',
  holder: '县信访局',
  startedOn: '2026-07-20',
  startedBy: 'IntakeReceived',
  actedOn: '2026-07-20',
  length: { days: 15 },
  targetOn: '2026-08-04',
  legalOn: '2026-08-04',
  stoppedOn: '2026-07-24',
  outcome: 'kept',
  article: '《信访工作条例》第二十二条第一款',
};

export const onTime: PublicMatter = {
  subject: '6f9619ff-8b86-4011-b42d-00c04fc964ff',
  no: '990421-X-2026-0000042-F',
  title: '换了自来水管以后，家里经常断水',
  claims: [{ text: '查明东河村东头经常断水的原因，恢复正常供水' }, { text: '退还6月收的管网改造费800元' }],
  receivedOn: '2026-07-20',
  stage: 'inProgress',
  stations: [
    { key: 'registered', state: 'done', on: '2026-07-20' },
    { key: 'sent', state: 'done', on: '2026-07-24', due: '2026-08-04', unit: '县水利局' },
    { key: 'accepted', state: 'done', on: '2026-08-03', due: '2026-08-10' },
    { key: 'handling', state: 'now', due: '2026-10-08' },
    { key: 'answered', state: 'to' },
    { key: 'performed', state: 'to' },
  ],
  answerable: {
    unit: '清和县水利局',
    short: '县水利局',
    person: '李某某，农村供水科科长',
    phone: '0000-622 0132',
    hours: '工作日 8:30–12:00，14:00–17:30',
    address: '滨河路8号302室',
    second: { unit: '清和县信访局', phone: '0000-622 0110' },
  },
  clocks: [a14, a03],
  log: [
    { on: '2026-08-19', type: 'InvestigationRecorded', text: '2名工作人员到东河村看了管道和水压' },
    { on: '2026-09-03', type: 'PetitionerHeard', text: '当面听您说明，记了笔录，您签过字' },
    { on: '2026-09-17', type: 'InvestigationRecorded', text: '水压检测送检，报告还没出来' },
  ],
  papers: [
    { title: '受理告知书', no: '清水信受告〔2026〕12号', on: '2026-08-03', pages: 2, document: 'document/2', subject: '6f9619ff-8b86-4011-b42d-00c04fc964ff' },
    {
      title: '转送（交办）去向告知书',
      no: '清信转告〔2026〕318号',
      on: '2026-07-24',
      pages: 1,
      opens: 'receipt',
      document: 'document/1',
      subject: '6f9619ff-8b86-4011-b42d-00c04fc964ff',
    },
  ],
  evaluation: { state: 'notDue', rated: 0, petitionDept: '县信访局', handlingUnit: '县水利局' },
  complaints: [],
  phone: '139****1234',
  electronic: false,
  review: '清和县人民政府',
  recheck: '临水市人民政府',
};

export const overdue: PublicMatter = {
  ...onTime,
  no: '990421-X-2026-0000017-H',
  title: '门前的路一直没有硬化',
  claims: [{ text: '把村西头到公路的路面硬化' }],
  receivedOn: '2026-06-24',
  stations: [
    { key: 'registered', state: 'done', on: '2026-06-24' },
    { key: 'sent', state: 'done', on: '2026-06-30', due: '2026-07-09', unit: '柳河镇政府' },
    { key: 'accepted', state: 'done', on: '2026-07-13', due: '2026-07-15' },
    { key: 'handling', state: 'now', due: '2026-09-11' },
    { key: 'answered', state: 'to' },
    { key: 'performed', state: 'to' },
  ],
  answerable: {
    ...onTime.answerable!,
    unit: '柳河镇人民政府',
    short: '柳河镇政府',
    person: '周某某，镇长',
    phone: '0000-623 0001',
    address: '柳河镇政府路1号201室',
  },
  clocks: [{ ...a14, holder: '柳河镇政府', startedOn: '2026-07-13', actedOn: '2026-07-13', targetOn: '2026-09-11', legalOn: '2026-09-11' }],
  papers: [],
};

/** Delivered: both offices can be rated, and a review be asked for. */
export const delivered: PublicMatter = {
  ...onTime,
  stage: 'opinionDelivered',
  claims: [
    { text: '查明东河村东头经常断水的原因，恢复正常供水', result: 'supported' },
    { text: '退还6月收的管网改造费800元', result: 'explained' },
  ],
  stations: onTime.stations.map((station, index) => ({
    ...station,
    state: index < 5 ? ('done' as const) : ('now' as const),
    ...(index === 3 || index === 4 ? { on: '2026-09-18' as const } : {}),
  })),
  clocks: [
    {
      ...a14,
      id: 'A27',
      startedOn: '2026-09-18',
      startedBy: 'OpinionDispatched',
      actedOn: '2026-09-18',
      length: { dateGiven: true },
      targetOn: '2026-10-20',
      legalOn: '2026-10-20',
      article: '《信访工作条例》第三十二条第三款',
      lengthEvidence: 'P',
    },
    {
      ...a14,
      id: 'A17',
      type: 'right',
      mine: true,
      holder: '信访人',
      startedOn: '2026-09-20',
      startedBy: 'OpinionDelivered',
      actedOn: '2026-09-20',
      length: { days: 30 },
      targetOn: '2026-10-20',
      legalOn: '2026-10-20',
      article: '《信访工作条例》第三十五条',
    },
  ],
  evaluation: { state: 'open', until: '2026-10-20', receivedOn: '2026-09-20', rated: 0, petitionDept: '县信访局', handlingUnit: '县水利局' },
  complaints: [
    { on: '2026-09-10', about: 'delay', organ: '清和县人民政府', answerBy: '2026-10-09' },
    {
      on: '2026-08-20',
      about: 'manner',
      organ: '清和县人民政府',
      answer: { on: '2026-09-01', result: 'partly', text: '经办人两次没有回电，已批评，并当面道歉。' },
    },
  ],
};

export const pageOf = (matters: readonly PublicMatter[], more: Partial<ProgressPage> = {}): ProgressPage => ({
  version: 1,
  publishedAt: '2026-09-22T02:00:00.000Z',
  intake: { no: '990421-S-2026-0000042-H', channel: 'web', receivedAt: '2026-07-20T01:42:00.000Z', petitioner: '张某某', claims: 2, files: 2 },
  matters,
  opened: [
    { organ: '清和县信访局', lastOn: '2026-07-24', times: 3 },
    { organ: '清和县水利局', lastOn: '2026-09-17', times: 9 },
  ],
  ...more,
});

/** With promises to sign, something that could not be done, files by name and one's own information. */
export const promised: PublicMatter = {
  ...onTime,
  commitment: {
    unit: '县水利局',
    promises: [
      { part: 'commitment/1', owner: '县水利局', what: '9月底前换好东河村东头的加压泵', dueOn: '2026-09-30', state: 'open' },
      { part: 'commitment/2', owner: '县水利局', what: '换好以前每天送水一车', dueOn: '2026-09-20', state: 'broken' },
    ],
    offer: { parts: ['commitment/1'], until: '2026-09-30' },
  },
};

export const refusedSayings: readonly RefusedSaying[] = [
  {
    id: '0b8f7f0e-2f0e-4f63-9a3c-5d3d1a3b9f01',
    at: '2026-09-21T02:00:00.000Z',
    kind: 'ask',
    about: 'withdraw',
    subject: onTime.subject!,
    sentence: '已经申请过撤回，正在等回访确认；想接着办的，可以收回。',
    article: '《信访工作条例》第二十三条',
    typed: [{ name: 'text', value: '不想再办了，水已经来了' }],
    files: [],
    until: '2027-03-20T16:00:00.000Z',
  },
];

export const sealed = pageOf([], {
  intake: { no: '990421-S-2026-0000051-K', channel: 'web', receivedAt: '2026-09-01T01:42:00.000Z', claims: 0, files: 0 },
  sealed: { handedOverOn: '2026-09-03', contact: { name: '清和县纪委监委', phone: '0000-622 0190' } },
  opened: [],
});

/** What hangs after a hearing: long words in it, and nobody. */
export const hanging: PublishedRecheck = {
  organ: '临水市人民政府',
  subject: '换管以后断水怎样补偿',
  recheckNo: '临政信复核〔2026〕3号',
  heardOn: '2026-09-02',
  claims: '查明断水的原因，恢复正常供水；退还管网改造费',
  result: '维持。经过听证，断水因支管口径不足，已由供水单位更换；管网改造费按物价部门批准的标准收取，不予退还。',
  basis: '《信访工作条例》第三十六条；《城市供水条例》第二十四条',
};

/** A hearing is fixed and somebody of its panel challenged; an earlier application was declined. */
export const heard: PublicMatter = {
  ...onTime,
  hearings: [
    { state: 'declined', organ: '清和县水利局' },
    { state: 'scheduled', organ: '清和县水利局', on: '2026-09-30', place: '县水利局三楼会议室，上午九点', challenge: 'pending' },
  ],
  may: ['applyHearing', 'challengePanel'],
};

/** Rechecked after a hearing: its text is told, and may be objected to before it hangs. */
export const published: PublicMatter = {
  ...delivered,
  stage: 'performing',
  hearings: [{ state: 'reported', organ: '临水市人民政府', on: '2026-09-02' }],
  publication: { state: 'told', text: hanging, startsOn: '2026-10-05', endsOn: '2026-11-03', until: '2026-10-02' },
  may: ['objectPublication'],
};
