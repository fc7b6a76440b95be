/** What may be asked: 其他程序的节点. Text comes as `Words`, already put away. */
export type ProceduresCommand = never;
