import { cite } from './guide-texts.ts';
import type { Way } from './way.ts';

const COURT = '有管辖权的人民法院';
const LIMITATION = '知道或者应当知道权利受到损害以及义务人之日起3年内，受到损害之日起最长20年';

/** To courts, procuratorates and the police. */
// biome-ignore format: a row reads as a sentence
export const TO_COURTS: readonly Way[] = [
  { code: 'administrativeSuit', claim: '不想复议，直接告行政机关', route: 'litigation', procedure: '行政诉讼（法律、法规规定先复议的除外）', organ: COURT, term: '知道或者应当知道作出行政行为之日起6个月内', article: cite('行政诉讼法', '第四十四条', '第四十六条'), mark: 'T' },
  { code: 'afterReconsideration', claim: '不服行政复议决定', route: 'litigation', procedure: '行政诉讼', organ: COURT, term: '收到复议决定书之日起15日内；逾期不作决定的，复议期满之日起15日内', article: cite('行政诉讼法', '第四十五条'), mark: 'T' },
  { code: 'labourAward', claim: '不服劳动争议仲裁裁决', route: 'litigation', procedure: '民事诉讼（终局裁决只有劳动者可以起诉）', organ: COURT, term: '收到裁决书之日起15日内', article: cite('劳动争议调解仲裁法', '第四十七条', '第四十八条', '第五十条'), mark: 'T' },
  { code: 'firstJudgment', claim: '不服一审民事判决、裁定', route: 'litigation', procedure: '上诉', organ: '上一级人民法院，上诉状交原审人民法院', term: '判决书送达之日起15日内，裁定书10日内', article: cite('民事诉讼法（2023）', '第一百七十一条', '第一百七十三条'), mark: 'T' },
  { code: 'finalJudgment', claim: '不服已经生效的民事判决', route: 'litigation', procedure: '申请再审', organ: '上一级人民法院；一方人数众多或者双方都是公民的，也可以向原审人民法院', term: '判决、裁定生效后6个月内；有新证据、主要证据是伪造的等四种情形，知道之日起6个月内', article: cite('民事诉讼法（2023）', '第二百一十条', '第二百一十六条'), mark: 'T' },
  { code: 'supervision', claim: '再审申请被驳回，仍认为判错', route: 'litigation', procedure: '检察监督', organ: '作出生效判决的人民法院的同级人民检察院', term: '法院作出驳回裁定之日（再审判决、裁定生效之日）起2年内，不中止、不中断、不延长', article: cite('人民检察院民事诉讼监督规则', '第二十条', '第二十九条'), mark: 'T' },
  { code: 'enforcement', claim: '打赢了官司，对方不给钱', route: 'litigation', procedure: '申请执行', organ: '一审人民法院，或者与它同级的被执行财产所在地人民法院', term: '法律文书规定的履行期间最后一日起2年内；分期履行的从最后一期届满之日起', article: cite('民事诉讼法（2023）', '第二百三十五条', '第二百五十条'), mark: 'T' },
  { code: 'noCase', claim: '报了案，公安不立案', route: 'litigation', procedure: '复议、复核；或者请检察院监督立案', organ: '复议：作出决定的公安机关；复核：上一级公安机关；监督：人民检察院', term: '收到不予立案通知书后7日内申请复议；收到复议决定书后7日内申请复核', article: `${cite('公安机关办理刑事案件程序规定', '第一百七十九条')}、${cite('刑事诉讼法', '第一百一十三条')}`, mark: 'T' },
  { code: 'stateCompensation', claim: '要求国家赔偿', route: 'litigation', procedure: '国家赔偿', organ: '先向赔偿义务机关；也可以在申请行政复议、提起行政诉讼时一并提出', term: '知道或者应当知道权利被侵犯之日起2年内，被羁押的期间不算', article: cite('国家赔偿法', '第九条', '第二十二条', '第三十九条'), mark: 'T' },
  { code: 'neighbours', claim: '物业、邻里、借款、买卖等民事纠纷', route: 'litigation', procedure: '人民调解、民事诉讼', organ: `人民调解委员会；${COURT}`, term: LIMITATION, article: cite('民法典', '第一百八十八条'), mark: 'T' },
  { code: 'medical', claim: '医疗损害、医患纠纷', route: 'litigation', procedure: '医疗纠纷人民调解、民事诉讼', organ: `医疗纠纷人民调解委员会；${COURT}`, term: LIMITATION, article: cite('民法典', '第一百八十八条'), mark: 'T' },
  { code: 'agreement', claim: '调解协议要有强制执行力', route: 'litigation', procedure: '双方共同申请司法确认', organ: '当事人住所地、标的物所在地、调解组织所在地的基层人民法院', term: '调解协议生效之日起30日内', article: `${cite('人民调解法', '第三十三条')}、${cite('民事诉讼法（2023）', '第二百零五条')}`, mark: 'T' },
];
