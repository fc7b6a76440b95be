/** What may be asked: 回避、紧急报告、帮扶. Text comes as `Words`, already put away. */
export type CareCommand = never;
