/** What a petition is, in the law's own divisions (条例 第二十九至三十一条; taxonomy 1 and 3). */

export type Kind = 'suggestion' | 'accusation' | 'claim';

export const KINDS: Readonly<Record<Kind, { readonly name: string; readonly article: string }>> = {
  suggestion: { name: '建议意见', article: '第二十九条' },
  accusation: { name: '检举控告', article: '第三十条' },
  claim: { name: '申诉求决', article: '第三十一条' },
};

export type ClaimRoute = 'litigation' | 'arbitration' | 'partyAppeal' | 'administrativeProcedure' | 'dutyPerformance' | 'petitionProcedure';

/** The six ways of 第三十一条, in their order of priority: a claim goes the last one only when no other fits. */
export const ROUTES: Readonly<Record<ClaimRoute, { readonly name: string; readonly item: string }>> = {
  litigation: { name: '导入诉讼、检察、公安程序', item: '第三十一条第一项' },
  arbitration: { name: '导入仲裁程序', item: '第三十一条第二项' },
  partyAppeal: { name: '导入党员申诉程序', item: '第三十一条第三项' },
  administrativeProcedure: { name: '导入行政复议等行政程序', item: '第三十一条第四项' },
  dutyPerformance: { name: '依法履行或者答复', item: '第三十一条第五项' },
  petitionProcedure: { name: '按信访程序办理', item: '第三十一条第六项' },
};

export type Purpose = 'appeal' | 'seekResolution' | 'suggestion' | 'accusation' | 'reportFacts' | 'inquiry' | 'thanks' | 'other';

/** 信访目的, and the kind that each is; an inquiry and thanks have none, other is decided by hand. */
export const PURPOSES: Readonly<Record<Purpose, { readonly name: string; readonly kind: Kind | null }>> = {
  appeal: { name: '申诉', kind: 'claim' },
  seekResolution: { name: '求决', kind: 'claim' },
  suggestion: { name: '意见建议', kind: 'suggestion' },
  accusation: { name: '检举控告', kind: 'accusation' },
  reportFacts: { name: '反映情况', kind: 'suggestion' },
  inquiry: { name: '咨询', kind: null },
  thanks: { name: '感谢、表扬', kind: null },
  other: { name: '其他', kind: null },
};
