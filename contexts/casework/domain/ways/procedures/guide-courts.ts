import type { Way } from './way.ts';

const COURT = '有管辖权的人民法院';
const LIMITATION = '知道权利受到损害以及义务人之日起3年内';

/** To courts, procuratorates and the police. */
// biome-ignore format: a row reads as a sentence
export const TO_COURTS: readonly Way[] = [
  { code: 'administrativeSuit', claim: '不想复议，直接告行政机关', route: 'litigation', procedure: '行政诉讼', organ: COURT, term: '知道或者应当知道作出行政行为之日起6个月内', article: '行政诉讼法第四十六条', mark: 'M' },
  { code: 'afterReconsideration', claim: '不服行政复议决定', route: 'litigation', procedure: '行政诉讼', organ: COURT, term: '收到复议决定书之日起15日内', article: '行政诉讼法第四十五条', mark: 'M' },
  { code: 'labourAward', claim: '不服劳动争议仲裁裁决', route: 'litigation', procedure: '民事诉讼', organ: COURT, term: '收到裁决书之日起15日内', article: '劳动争议调解仲裁法第五十条', mark: 'M' },
  { code: 'firstJudgment', claim: '不服一审民事判决、裁定', route: 'litigation', procedure: '上诉', organ: '上一级人民法院', term: '判决书送达之日起15日内，裁定书10日内', article: '民事诉讼法（2023）第一百七十一条', mark: 'M' },
  { code: 'finalJudgment', claim: '不服已经生效的民事判决', route: 'litigation', procedure: '申请再审', organ: '上一级人民法院', term: '判决生效之日起6个月内', article: '民事诉讼法（2023）第二百一十六条', mark: 'M' },
  { code: 'supervision', claim: '再审申请被驳回，仍认为判错', route: 'litigation', procedure: '检察监督', organ: '人民检察院', term: '收到驳回裁定之日起2年内', article: '人民检察院民事诉讼监督规则第二十条', mark: 'M' },
  { code: 'enforcement', claim: '打赢了官司，对方不给钱', route: 'litigation', procedure: '申请执行', organ: '一审人民法院或者财产所在地人民法院', term: '履行期限届满之日起2年内', article: '民事诉讼法（2023）第二百五十条', mark: 'M' },
  { code: 'noCase', claim: '报了案，公安不立案', route: 'litigation', procedure: '复议；或者请检察院监督立案', organ: '作出决定的公安机关；人民检察院', term: '收到不予立案通知书之日起7日内申请复议', article: '公安机关办理刑事案件程序规定第一百七十九条', mark: 'M' },
  { code: 'stateCompensation', claim: '要求国家赔偿', route: 'litigation', procedure: '国家赔偿', organ: '赔偿义务机关', term: '知道权利被侵犯之日起2年内', article: '国家赔偿法第三十九条', mark: 'M' },
  { code: 'neighbours', claim: '物业、邻里、借款、买卖等民事纠纷', route: 'litigation', procedure: '人民调解、民事诉讼', organ: `人民调解委员会；${COURT}`, term: LIMITATION, article: '民法典第一百八十八条', mark: 'M' },
  { code: 'medical', claim: '医疗损害、医患纠纷', route: 'litigation', procedure: '医疗纠纷人民调解、民事诉讼', organ: `医疗纠纷人民调解委员会；${COURT}`, term: LIMITATION, article: '民法典第一百八十八条', mark: 'M' },
  { code: 'agreement', claim: '调解协议要有强制执行力', route: 'litigation', procedure: '共同申请司法确认', organ: '人民法院', term: '调解协议生效之日起30日内', article: '人民调解法第三十三条', mark: 'T' },
];
