import type { HeldKind, Wish } from './mine.ts';

/** What is held and what may be asked, in the words of the page and of the copy. */
export const HELD_NAMES: Readonly<Record<HeldKind, string>> = {
  identity: '姓名、电话、地址',
  statement: '您写的、说的',
  files: '您交的材料',
  papers: '发给您的文书',
  course: '办理经过（日期和代码）',
  ratings: '您的评价',
  complaints: '您提过的监督投诉',
  openings: '查阅记录',
  requests: '您提过的个人信息请求',
};

export const WISH_NAMES: Readonly<Record<Wish, string>> = {
  know: '想知道处理了我的哪些信息、为什么',
  copy: '要一份副本',
  correct: '更正写错的信息',
  delete: '删除不必再保存的信息',
  explain: '解释处理规则',
  complain: '投诉对我的信息的处理',
};
