import type { LegalDate, Values } from '../domain/field.ts';
import type { PaperCode } from '../domain/kind.ts';

/** One complete, invented example of each paper: tests render them, people look at them. */
const due = (on: LegalDate['on'], rolled = false): LegalDate => ({ on, rolled, provisional: false });
const handler = { handlerName: '李㛃', handlerPost: '科员', handlerPhone: '0000-622 0148' };
const contact = { contactPerson: '李㛃', contactPhone: '0000-622 0148' };
const leak = '翠屏小区3号楼屋面漏水、维修资金账目不公开';

export const SAMPLES: Readonly<Record<PaperCode, Values>> = {
  F01: {
    intakeNo: '990421-S-2026-0000042-H', channel: '来访', receivedAt: '2026年7月20日9时42分', petitioner: '张𬭚', peopleCount: '1人', place: '清和县城关街道翠屏小区3号楼',
    claim: '一、修好3号楼屋面，不再漏水。\n二、公布维修资金的收支账目。',
    facts: '一下雨我家卧室顶就滴水，三个盆接着。找了物业三次，物业说没有钱；问维修资金还剩多少，十几年了，从没见过一张账单。',
    purpose: '求决；城乡建设—房屋质量', attachments: ['漏水照片6张', '房产证复印件1份'], oralConfirmed: 'signed', staff: '王某某',
  },
  F02: {
    intakeNo: '990421-S-2026-0000042-H', queryCode: '9BH7K3MQ9XD2P', receivedAt: '2026年7月20日（周一）9:42，网上提出', kind: '请求解决问题（申诉求决），2项请求；材料2份',
    responsible: '清和县信访局网信科　王某某（科员）　0000-622 0112', nextStep: '转到该管的单位，并通知您', nextStepBy: due('2026-08-04'),
    calculation: '7月20日收到，当天不算，数15日。《信访工作条例》第二十二条', complaint: '打督查科 0000-622 0119，或到人民路12号一层当面问',
    privacy: '本回执不印您的姓名。您的信息只用于办理这件事，谁看过可以凭查询码查。收回执不等于受理；受理与否，由有权处理的单位书面告诉您。',
  },
  F03: { ...handler, metAt: '2026年7月20日9时42分', queryCode: '9BH 7K3MQ 9XD2P' },
  F04: {
    basis: 'own', addressee: '清和县住房和城乡建设局', petitioner: '张𬭚', receivedOn: '2026-07-20', summary: `反映${leak}，请求修好屋面并公布账目`, materials: ['来访登记表1份', '漏水照片6张', '房产证复印件1份'],
    noticeDueOn: due('2026-08-10', true), objectionDueOn: due('2026-07-31'), contactPerson: '王某某', contactPhone: '0000-622 0112',
  },
  F05: {
    basis: 'important', addressee: '清和县住房和城乡建设局', petitioner: '张𬭚等12人', receivedOn: '2026-07-20', summary: `反映${leak}，请求修好屋面并公布账目`, materials: ['来信复印件3页', '联名名单1页'],
    noticeDueOn: due('2026-08-10', true), objectionDueOn: due('2026-07-31'), reportDueOn: due('2026-10-08', true), reportForm: '书面报告，附信访人签收的答复', contactPerson: '王某某', contactPhone: '0000-622 0112',
  },
  F06: {
    addressee: '张𬭚', receivedOn: '2026-07-20', subject: leak, sentAs: 'referred', destination: '清和县住房和城乡建设局', sentOn: '2026-07-24', destinationContact: '清和县人民路30号，0000-622 0148',
    noticeDueOn: due('2026-08-10', true), contactPerson: '王某某', contactPhone: '0000-622 0112',
  },
  F07: {
    addressee: '张𬭚', receivedOn: '2026-07-20', referredBy: '清和县信访局', claims: ['修好翠屏小区3号楼屋面，不再漏水', '公布维修资金收支账目'], route: 'petitionProcedure', procedure: 'ordinary',
    acceptedOn: '2026-08-03', dueOn: due('2026-10-08', true), ...handler, ...contact,
  },
  F08: {
    addressee: '龘某某', receivedOn: '2026-07-20', claim: '请求撤销2025年作出的工伤认定决定', reason: 'outsideOwnAndSystem', reasonText: '工伤认定由人力资源和社会保障部门作出，本单位没有这项职权',
    basis: '《信访工作条例》第二十三条第一款', rightPlace: '您可以向清和县人力资源和社会保障局提出（清和县人民路18号，0000-622 0233）', rightTerm: '对工伤认定决定不服的，可以在60日内申请行政复议',
    remedyOrgan: '清和县人民政府', petitionDept: '清和县信访局（清和县人民路12号，0000-622 0110）', ...contact,
  },
  F10: {
    addressee: '张𬭚', receivedOn: '2026-07-20', claim: '请求公司支付拖欠的三个月工资', item: 'arbitration', procedure: '劳动争议仲裁', organ: '清和县劳动人事争议仲裁委员会', address: '清和县人民路18号二层，0000-622 0251',
    term: '自知道或者应当知道权利被侵害之日起1年内申请，劳动关系存续期间拖欠报酬的不受此限', bring: ['仲裁申请书', '身份证明', '劳动合同或者考勤、工资记录'], forwarded: 'no', ...contact,
  },
  F11: {
    addressee: '张𬭚', receivedOn: '2026-07-20', claim: '对县法院2025年作出的民事判决不服', answer: '判决是否正确，由法院依照诉讼程序审查，信访部门和行政机关不能改变。您当面陈述的情况已经记录在案。',
    reason: 'litigationVisitor', organ: '临水市中级人民法院', address: '临水市学府路6号诉讼服务中心，0000-833 0100', term: '当事人申请再审，应当在判决发生法律效力后6个月内提出', remedyOrgan: '临水市信访局', ...contact,
  },
  F12: {
    addressee: '清和县信访局', referralNo: '清信访信转〔2026〕31号', arrivedOn: '2026-07-24', reasons: '来件反映的是城关街道翠屏小区公共绿地被占用种菜。公共绿地的管理和处罚由县综合行政执法局负责，本单位“三定”规定中没有这项职责。',
    basis: '《清和县综合行政执法局职能配置规定》第四条第（三）项', approvedBy: '周某某（副局长）', proposedUnit: '清和县综合行政执法局', ...contact,
  },
  F13: {
    addressee: '清和县住房和城乡建设局', objectionNo: '清住建信异〔2026〕2号', result: 'upheld', reasons: '经核对县综合行政执法局的职能配置规定，你单位所提理由成立。', newTarget: '清和县综合行政执法局', contactPerson: '王某某', contactPhone: '0000-622 0112',
  },
  F14: {
    addressee: '清和县住房和城乡建设局、城关街道办事处', subject: '翠屏小区围墙倒塌', basis: 'dispute', dispute: '围墙位于小区红线和街道公共用地交界处，两家都认为应由对方受理。',
    views: [{ unit: '县住房和城乡建设局', view: '围墙在街道公共用地上，应由街道受理' }, { unit: '城关街道办事处', view: '围墙由开发企业建造，应由住建部门受理' }],
    reasons: '竣工图载明围墙在小区红线以内，属于房屋建筑工程的附属设施', lead: '清和县住房和城乡建设局', coUnits: ['城关街道办事处'], contactPerson: '赵某某', contactPhone: '0000-622 0101',
  },
  F15: {
    subject: leak, acceptedOn: '2026-08-03', dueOn: due('2026-10-08', true), progress: '已查勘两次，召开业主会议一次，调取维修资金账户明细。', complexity: '动用维修资金须经专有部分面积和人数都过三分之二的业主参与表决，表决期间为15日，尚未结束。',
    days: '30', newDueOn: due('2026-11-02', true), applicant: '李㛃', approvedBy: '周某某',
  },
  F16: {
    addressee: '张𬭚', subject: leak, acceptedOn: '2026-08-03', dueOn: due('2026-10-08', true), reasons: '动用维修资金须经业主表决，表决期间为15日，尚未结束；表决通过后还要组织招标。', days: '30', newDueOn: due('2026-11-02', true), ...handler, ...contact,
  },
  F17: {
    subject: leak, startedAt: '2026年8月12日14时00分', endedAt: '14时50分', place: '翠屏小区3号楼2单元501室', staff: ['李㛃', '孙某某'], recorder: '孙某某', interviewee: '张𬭚（信访人）',
    rights: '调查人出示了工作证件，说明了来意，告知被调查人应当如实陈述，可以申请调查人回避，可以补充材料。被调查人表示清楚，不申请回避。',
    answers: [
      { question: '屋面什么时候开始漏水？', answer: '2024年夏天开始，去年和今年都漏，主要是北面卧室。' },
      { question: '报修过几次，物业怎么答复？', answer: '报修三次，物业都说维修资金动不了，要业主表决。' },
      { question: '对解决办法有什么要求？', answer: '修好不漏就行。账目要贴出来，让大家都看到。' },
    ],
  },
  F23: {
    addressee: '张𬭚', receivedOn: '2026-07-20', source: '清和县信访局2026年7月24日转来', acceptedOn: '2026-08-03',
    statement: '您陈述：2024年夏天起，每逢下雨，您家北面卧室屋顶渗水，报修三次没有解决；小区维修资金十几年来没有公布过账目。',
    claims: [
      { no: '1', claim: '修好翠屏小区3号楼屋面，不再漏水', facts: '3号楼2011年竣工，屋面防水工程最低保修期限5年已满。8月12日本单位两名工作人员到现场查勘，屋面防水层老化开裂。9月5日，应参加表决的48户业主中39户同意动用维修资金18.6万元。', result: 'supported', opinion: '由城关街道办事处组织业主委员会委托有资质的单位施工。本单位在完工后10日内验收，并向您回访。', basis: '《中华人民共和国民法典》第二百八十一条', performer: '城关街道办事处', performBy: '2026-12-31' },
      { no: '2', claim: '公布维修资金收支账目', facts: '物业公司自2019年以后没有公示账目。本单位代管账户的收支明细已经调取，与银行对账单一致。', result: 'supported', opinion: '责成物业公司在小区公示栏和业主群公布2019年以来的收支明细，本单位核对后加盖核验章。', basis: '《中华人民共和国民法典》第二百八十一条', performer: '清和县某某物业服务有限公司', performBy: '2026-10-31' },
      { no: '3', claim: '赔偿两年来的装修损失', facts: '您主张损失2.4万元，没有提交评估材料；物业公司和业主委员会都不认可。', result: 'explained', opinion: '装修损失属于民事赔偿，本单位没有裁决的职权。您可以与物业公司协商，请城关街道人民调解委员会调解，或者向清和县人民法院提起诉讼。', basis: '《中华人民共和国民法典》第一千一百八十四条', performer: '', performBy: '' },
    ],
    reviewOrgan: '清和县人民政府', reviewAddress: '清和县人民路1号，0000-622 0001', ...handler, ...contact,
  },
  F25: {
    addressee: '张𬭚', receivedOn: '2026-07-20', suggestion: '建议在翠屏路和学府街路口增设盲人过街提示音。', result: 'partly', reasons: '经现场勘察，该路口每天有12名视力障碍居民通行，您的建议切实可行。夜间提示音会影响沿街住户休息，因此只在6时至22时开启。',
    measures: '2026年11月30日前安装完毕，同时排查全县28个路口。', contribution: 'yes', ...contact,
  },
  F27: {
    documentName: '信访处理意见书', documentNo: '清住建信意〔2026〕9号', addressee: '张𬭚', method: 'post', place: '清和县城关街道翠屏小区3号楼2单元501室', sentAt: '2026年9月28日16时10分', receivedAt: '2026年9月30日',
    evidence: '挂号单号 XA 1234 5678 9 99', signedBy: '本人签收', deliverer: '李㛃',
  },
  F32: {
    addressee: '清和县信访局', petitioner: '张𬭚', subject: '翠屏小区屋面漏水', assignmentNo: '清信访信交〔2026〕18号', basics: '张𬭚，女，清和县城关街道居民。', problem: '反映3号楼屋面漏水、维修资金账目不公开，请求修好屋面、公布账目。',
    investigation: '8月12日到现场查勘，9月5日业主表决通过动用维修资金，调取了代管账户明细。', handling: '两项请求予以支持，确定了落实单位和期限；一项请求作了解释说明。', reply: '《信访处理意见书》（清住建信意〔2026〕9号），2026年9月30日送达，信访人签收。',
    annexes: ['信访处理意见书复印件', '送达回证复印件'], signedBy: '周某某', ...contact,
  },
  F45: { subject: leak, petitionDept: '清和县信访局', handlingUnit: '清和县住房和城乡建设局', closesOn: due('2026-10-30') },
  F50: {
    archiveNo: 'J021-ZY·XF·01·2026·D30-0042', subject: '关于张𬭚反映翠屏小区3号楼屋面漏水的信访事项', startedOn: '2026-07-20', endedOn: '2027-01-08', pages: '46', retention: '30年',
    entries: [
      { no: '清住建信意〔2026〕9号', author: '县住建局', title: '信访处理意见书', on: '2026-09-28', pages: '1' },
      { no: '', author: '县住建局', title: '送达回证', on: '2026-09-30', pages: '4' },
      { no: '', author: '县住建局', title: '调查（谈话）笔录', on: '2026-08-12', pages: '5' },
      { no: '清住建信受告〔2026〕12号', author: '县住建局', title: '受理告知书', on: '2026-08-03', pages: '9' },
      { no: '清信访信转〔2026〕31号', author: '县信访局', title: '转送函', on: '2026-07-24', pages: '11' },
      { no: '', author: '张𬭚', title: '来访登记表和照片', on: '2026-07-20', pages: '13' },
    ],
    archivist: '李㛃', checker: '郑某某',
  },
  F54: { addressee: '清和县纪委监委信访室', code: 'M-2026-0007', pages: '12', sealNo: 'FQ-000318', sentOn: '2026-07-22', receiptDueOn: due('2026-07-29'), deliverer: '王某某' },
  F59: {
    addressee: '张𬭚', act: 'redo', wrongNo: '清住建信意〔2026〕9号', wrongName: '信访处理意见书', wrongOn: '2026-09-28', wrong: '原意见书认定表决同意的业主为39户，经复核应为31户，未达到法定比例，据此作出的支持意见缺乏事实根据。',
    basis: '《信访工作条例》第三十二条', follows: '撤销原意见书第四部分第（一）项；重新组织业主表决后另行作出处理意见。您请求复查的期限从收到新的意见书之日起重新计算。', newDueOn: due('2026-11-30'), ...contact,
  },
  F60: {
    addressee: '张𬭚', receivedOn: '2026-08-20', subject: leak, acceptedBy: '清和县住房和城乡建设局', mainMatterNo: '990421-X-2026-0000042-W', state: '已经受理，正在组织业主表决', dueOn: due('2026-10-08', true), unitContact: '清和县住房和城乡建设局物业科，0000-622 0148', contactPerson: '王某某', contactPhone: '0000-622 0112',
  },
};
