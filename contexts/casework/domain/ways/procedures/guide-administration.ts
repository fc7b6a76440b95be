import type { Way } from './way.ts';

const RECONSIDER = '知道或者应当知道该行政行为之日起60日内（法律规定更长的从其规定）';
const RECONSIDERATION = '行政复议法（2023）第二十条';
const GOVERNMENT = '作出决定的部门的本级人民政府';

/** To reconsideration and other administrative procedures, arbitration, the Party's own, and duties that the office itself performs. */
// biome-ignore format: a row reads as a sentence
export const TO_ADMINISTRATION: readonly Way[] = [
  { code: 'penalty', claim: '不服行政处罚（罚款、没收、拘留等）', route: 'administrativeProcedure', procedure: '行政复议', organ: GOVERNMENT, term: RECONSIDER, article: RECONSIDERATION, mark: 'T' },
  { code: 'licence', claim: '申请许可、执照，不批或者不答复', route: 'administrativeProcedure', procedure: '行政复议', organ: GOVERNMENT, term: RECONSIDER, article: RECONSIDERATION, mark: 'T' },
  { code: 'landExpropriation', claim: '不服征收土地的决定、补偿安置', route: 'administrativeProcedure', procedure: '行政复议', organ: '上一级人民政府', term: RECONSIDER, article: RECONSIDERATION, mark: 'T' },
  { code: 'houseExpropriation', claim: '不服房屋征收补偿决定', route: 'administrativeProcedure', procedure: '行政复议（也可以直接起诉）', organ: '作出决定的人民政府的上一级', term: RECONSIDER, article: RECONSIDERATION, mark: 'T' },
  { code: 'registration', claim: '不动产登记错误、不给登记', route: 'administrativeProcedure', procedure: '更正登记、异议登记；不服的行政复议', organ: '不动产登记机构；本级人民政府', term: RECONSIDER, article: RECONSIDERATION, mark: 'T' },
  { code: 'pensionDecision', claim: '不服养老、医保待遇的核定', route: 'administrativeProcedure', procedure: '行政复议', organ: '经办机构的主管部门的本级人民政府', term: RECONSIDER, article: RECONSIDERATION, mark: 'T' },
  { code: 'publicInformation', claim: '申请公开政府信息，不答复或者不公开', route: 'administrativeProcedure', procedure: '行政复议', organ: GOVERNMENT, term: RECONSIDER, article: RECONSIDERATION, mark: 'T' },
  { code: 'workInjury', claim: '要求认定工伤', route: 'administrativeProcedure', procedure: '工伤认定', organ: '用人单位所在地的人力资源社会保障部门', term: '事故发生之日起，单位30日内、本人1年内', article: '工伤保险条例第十七条', mark: 'M' },
  { code: 'landOwnership', claim: '土地、林地是谁的，与邻村、邻居有争议', route: 'administrativeProcedure', procedure: '行政裁决（确权）', organ: '乡镇或者县级人民政府', term: '不服处理决定的，接到通知之日起30日内起诉', article: '土地管理法第十四条', mark: 'M' },
  { code: 'trafficAccident', claim: '不服交通事故责任认定', route: 'administrativeProcedure', procedure: '复核', organ: '上一级公安机关交通管理部门', term: '认定书送达之日起3日内', article: '道路交通事故处理程序规定第七十一条', mark: 'M' },
  { code: 'civilServant', claim: '公务员不服处分、考核、辞退', route: 'administrativeProcedure', procedure: '复核、申诉', organ: '原处理机关；同级公务员主管部门', term: '知道该人事处理之日起30日内', article: '公务员法第九十五条', mark: 'M' },
  { code: 'teacher', claim: '教师不服学校的处理', route: 'administrativeProcedure', procedure: '教师申诉', organ: '主管教育行政部门', term: '教育行政部门接到申诉30日内作出处理', article: '教师法第三十九条', mark: 'M' },
  { code: 'labour', claim: '拖欠工资、解除劳动合同、社保没缴（劳动争议）', route: 'arbitration', procedure: '劳动争议仲裁', organ: '劳动人事争议仲裁委员会', term: '知道权利被侵害之日起1年内；还在职的拖欠工资不受1年限制', article: '劳动争议调解仲裁法第二十七条', mark: 'M' },
  { code: 'personnel', claim: '事业单位聘用合同争议', route: 'arbitration', procedure: '人事争议仲裁', organ: '劳动人事争议仲裁委员会', term: '知道权利被侵害之日起1年内', article: '劳动争议调解仲裁法第二十七条、第五十二条', mark: 'M' },
  { code: 'farmland', claim: '承包地的面积、流转、收回有争议', route: 'arbitration', procedure: '农村土地承包仲裁（也可以直接起诉）', organ: '农村土地承包仲裁委员会', term: '知道权利被侵害之日起2年内', article: '农村土地承包经营纠纷调解仲裁法第十八条', mark: 'M' },
  { code: 'contractArbitration', claim: '合同里写明了仲裁的买卖、工程纠纷', route: 'arbitration', procedure: '商事仲裁', organ: '合同约定的仲裁委员会', term: '诉讼时效3年适用于仲裁', article: '仲裁法、民法典第一百八十八条', mark: 'M' },
  { code: 'partyDiscipline', claim: '党员不服党纪处分', route: 'partyAppeal', procedure: '党员申诉', organ: '作出处分决定的党组织或者上级纪委', term: '没有规定期限，请尽早提出', article: '党章第四十三条', mark: 'M' },
  { code: 'illegalBuilding', claim: '要求查处违法建设、环境污染、假货', route: 'dutyPerformance', procedure: '由有权的单位依法查处并答复，不导入别处', organ: '有查处职责的部门', term: '两个月内履行或者答复；不履行的可以起诉', article: '《信访工作条例》第三十一条第五项、行政诉讼法第四十七条', mark: 'M' },
  { code: 'wages', claim: '农民工工资没发，要求劳动监察', route: 'dutyPerformance', procedure: '劳动保障监察', organ: '人力资源社会保障部门', term: '违法行为发生之日起2年内投诉', article: '劳动保障监察条例第二十条', mark: 'M' },
];
