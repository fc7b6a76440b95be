/** What may be wrong with an opinion that is taken back (第三十五条; 山东 2015 第四十五条 as model); what is only a slip of the pen is not. */
export const CORRECTION_ERRORS = {
  facts: '主要事实不清、证据不足',
  basis: '适用依据错误',
  procedure: '违反法定程序',
  power: '超越或者滥用职权',
  unjust: '结论明显不当',
  form: '只是写错字、日期、电话，意见本身没有错',
} as const;

export type CorrectionError = keyof typeof CORRECTION_ERRORS;
