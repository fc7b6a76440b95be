/** What may be asked: 多部门：协商、争议、党委政府决定. Text comes as `Words`, already put away. */
export type JointCommand = never;
