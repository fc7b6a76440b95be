import { cite } from './guide-texts.ts';
import type { Way } from './way.ts';

const RECONSIDER = '知道或者应当知道该行政行为之日起60日内（法律规定更长的从其规定）';
const RECONSIDERATION = cite('行政复议法（2023）', '第二十条');
const RECONSIDERED_FIRST = cite('行政复议法（2023）', '第二十条', '第二十三条'); // since 2024 a suit must wait for it
const GOVERNMENT = '作出决定的部门的本级人民政府（海关、金融、外汇、税务、国家安全机关的，向上一级主管部门）';

/** To reconsideration and other administrative procedures, arbitration, the Party's own, and duties that the office itself performs. */
// biome-ignore format: a row reads as a sentence
export const TO_ADMINISTRATION: readonly Way[] = [
  { code: 'penalty', claim: '不服行政处罚（罚款、没收、拘留等）', route: 'administrativeProcedure', procedure: '行政复议（当场作出的处罚，先复议才能起诉）', organ: GOVERNMENT, term: RECONSIDER, article: RECONSIDERED_FIRST, mark: 'T' },
  { code: 'licence', claim: '申请许可、执照，不批或者不答复', route: 'administrativeProcedure', procedure: '行政复议', organ: GOVERNMENT, term: RECONSIDER, article: RECONSIDERATION, mark: 'T' },
  { code: 'landExpropriation', claim: '不服征收土地的决定、补偿安置', route: 'administrativeProcedure', procedure: '行政复议', organ: '上一级人民政府', term: RECONSIDER, article: RECONSIDERATION, mark: 'T' },
  { code: 'houseExpropriation', claim: '不服房屋征收补偿决定', route: 'administrativeProcedure', procedure: '行政复议（也可以直接起诉）', organ: '作出决定的人民政府的上一级', term: RECONSIDER, article: RECONSIDERATION, mark: 'T' },
  { code: 'registration', claim: '不动产登记错误、不给登记', route: 'administrativeProcedure', procedure: '更正登记、异议登记；不服的行政复议', organ: '不动产登记机构；本级人民政府', term: RECONSIDER, article: RECONSIDERATION, mark: 'T' },
  { code: 'pensionDecision', claim: '不服养老、医保待遇的核定', route: 'administrativeProcedure', procedure: '行政复议', organ: '经办机构的主管部门的本级人民政府', term: RECONSIDER, article: RECONSIDERATION, mark: 'T' },
  { code: 'publicInformation', claim: '申请公开政府信息，不答复或者不公开', route: 'administrativeProcedure', procedure: '行政复议（不予公开的，先复议才能起诉）', organ: GOVERNMENT, term: RECONSIDER, article: RECONSIDERED_FIRST, mark: 'T' },
  { code: 'workInjury', claim: '要求认定工伤', route: 'administrativeProcedure', procedure: '工伤认定', organ: '用人单位所在地统筹地区的社会保险行政部门', term: '事故伤害发生或者被诊断、鉴定为职业病之日起，单位30日内；单位不申请的，本人、近亲属、工会1年内', article: cite('工伤保险条例', '第十七条'), mark: 'T' },
  { code: 'landOwnership', claim: '土地、林地是谁的，与邻村、邻居有争议', route: 'administrativeProcedure', procedure: '协商；协商不成的，人民政府处理（确权）', organ: '单位之间：县级以上人民政府；个人之间、个人与单位之间：乡级或者县级以上人民政府', term: '不服处理决定的，接到通知之日起30日内起诉；决定侵犯已经依法取得的权利的，先申请行政复议', article: `${cite('土地管理法', '第十四条')}、${cite('行政复议法（2023）', '第二十三条')}`, mark: 'T' },
  { code: 'trafficAccident', claim: '不服交通事故责任认定', route: 'administrativeProcedure', procedure: '复核（以一次为限）', organ: '上一级公安机关交通管理部门，可以通过作出认定的部门提出', term: '认定书或者事故证明送达之日起3个工作日内', article: cite('道路交通事故处理程序规定', '第七十一条', '第七十二条', '第一百一十二条'), mark: 'T' },
  { code: 'civilServant', claim: '公务员不服处分、考核、辞退', route: 'administrativeProcedure', procedure: '复核、申诉', organ: '复核：原处理机关；申诉：同级公务员主管部门或者原处理机关的上一级机关', term: '知道该人事处理之日起30日内申请复核或者直接申诉；不服复核的，接到复核决定之日起15日内申诉', article: cite('公务员法', '第九十五条'), mark: 'T' },
  { code: 'teacher', claim: '教师不服学校的处理', route: 'administrativeProcedure', procedure: '教师申诉', organ: '教育行政部门', term: '教育行政部门接到申诉30日内作出处理；提出申诉的期限教师法没有规定，本地有规定的从其规定', article: cite('教师法', '第三十九条'), mark: 'T' },
  { code: 'labour', claim: '拖欠工资、解除劳动合同、社保没缴（劳动争议）', route: 'arbitration', procedure: '劳动争议仲裁', organ: '劳动合同履行地或者用人单位所在地的劳动人事争议仲裁委员会', term: '知道或者应当知道权利被侵害之日起1年内；还在职的拖欠工资不受1年限制，离职的从劳动关系终止之日起1年内', article: cite('劳动争议调解仲裁法', '第二十一条', '第二十七条'), mark: 'T' },
  { code: 'personnel', claim: '事业单位聘用合同争议', route: 'arbitration', procedure: '人事争议仲裁', organ: '劳动人事争议仲裁委员会', term: '知道或者应当知道权利被侵害之日起1年内', article: cite('劳动争议调解仲裁法', '第二十七条', '第五十二条'), mark: 'T' },
  { code: 'farmland', claim: '承包地的合同、流转、收回、调整有争议', route: 'arbitration', procedure: '农村土地承包仲裁（也可以直接起诉）；征地补偿的争议不在此列', organ: '土地所在地的农村土地承包仲裁委员会', term: '知道或者应当知道权利被侵害之日起2年内', article: cite('农村土地承包经营纠纷调解仲裁法', '第二条', '第四条', '第十八条', '第二十一条'), mark: 'T' },
  { code: 'contractArbitration', claim: '合同里写明了仲裁的买卖、工程纠纷', route: 'arbitration', procedure: '商事仲裁，一裁终局', organ: '合同约定的仲裁机构', term: '知道或者应当知道权利受到损害以及义务人之日起3年内（法律另有规定的从其规定）', article: `${cite('仲裁法（2025）', '第六条', '第十条', '第九十条')}、${cite('民法典', '第一百八十八条', '第一百九十八条')}`, mark: 'T' },
  { code: 'partyDiscipline', claim: '党员不服党纪处分', route: 'partyAppeal', procedure: '党员申诉', organ: '批准或者决定处分的党组织或者纪检监察机关', term: '没有查到提出申诉的期限，请尽早提出', article: '党章第四十三条、中国共产党纪律检查机关监督执纪工作规则第五十九条', mark: 'M' },
  { code: 'illegalBuilding', claim: '要求查处违法建设、环境污染、假货', route: 'dutyPerformance', procedure: '由有权的单位依法查处并答复，不导入别处', organ: '有查处职责的部门', term: '接到申请之日起两个月内履行（法律、法规另有规定的从其规定）；不履行的，先申请行政复议，不服复议决定再起诉', article: `${cite('《信访工作条例》', '第三十一条第五项')}、${cite('行政诉讼法', '第四十七条')}、${cite('行政复议法（2023）', '第二十三条')}`, mark: 'T' },
  { code: 'wages', claim: '农民工工资没发，要求劳动监察', route: 'dutyPerformance', procedure: '劳动保障监察', organ: '用工所在地的县级或者设区的市级人力资源社会保障部门', term: '违法行为发生之日起2年内投诉；一直没有改正的，从行为终了之日起算', article: cite('劳动保障监察条例', '第十三条', '第二十条'), mark: 'T' },
];
