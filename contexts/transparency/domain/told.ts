import type { AskAbout, MessageKind } from './messages.ts';

/**
 * What a rule of the office said no with, as its petitioner reads it. The rules
 * speak to clerks too: what only a clerk can do (refresh, register, ask the
 * administrator) is left out, and what the petitioner can do is said instead.
 */
export function toldTo(sentence: string, kind: MessageKind, about?: AskAbout): string {
  const said = WORDS.reduce((text, [clerk, petitioner]) => text.replaceAll(clerk, petitioner), sentence);
  const stage = /^您这件现在是(“[^”]+”)/.exec(said)?.[1];
  const reason = stage ? `您这件现在是${stage}，您提的这一项现在办不了。` : '';
  const rest = said.split(/(?<=[。；])/).filter((part) => part && !OFFICE.test(part) && !(stage && part.includes(stage)));
  const text = `${reason}${rest.join('')}`.replace(/；$/, '。');
  if (!text) return `按现在的规定，您提的这一项办不了。${wayOut(kind, about)}`;
  return WAY_OUT.test(text) ? text : `${text}${wayOut(kind, about)}`;
}

/** The same thing by the name that it has on the page. */
const WORDS: readonly (readonly [string, string])[] = [
  ['本件', '您这件'],
  ['请“取消撤回”', '请在进度页点“收回撤回”'],
  ['请先取消撤回', '请在进度页点“收回撤回”'],
  ['信访人已经撤回', '您已经撤回'],
  ['信访人', '您'],
  ['请作为新的事项登记', '可以从首页重新提出'],
  ['请作为新的事项提出', '可以从首页重新提出'],
  ['可以作为新的事项提出', '可以从首页重新提出'],
];

/** Only somebody in an office can do it. */
export const OFFICE =
  /刷新|登记|名录|管理员|本单位|甄别|请督促|请先(?:发出|指定|受理|了结|决定|确定|标明|起草|“)|请指定|请转|编号|草稿|请等决定|核对|请填写|请写明申请谁|请先开始|决定举行|负责人办理/;

/** Something is said that one can do, or wait for, oneself. */
const WAY_OUT = /(?<!没有)可以|请(?!求|回避)|不需要|不用|不必|等|照常|照样/;

const wayOut = (kind: MessageKind, about: AskAbout | undefined) => (about && BY_ASK[about]) ?? BY_KIND[kind] ?? ANY;

const ANY = '您写的都在。请看进度页这件事走到了哪一步、现在能办什么；弄不清的，打下面的电话问。';
const BY_KIND: Readonly<Partial<Record<MessageKind, string>>> = {
  complaint: '您写的都在。请打下面的电话，或者向上一级信访部门反映，会有人告诉您交给谁。',
  joinRoster: '请向代表要新的加入码，再加入一次。',
  review: '您写的都在。意见书上写着可以向哪里提出、最迟哪天；弄不清的，打下面的电话问。',
};
const BY_ASK: Readonly<Partial<Record<AskAbout, string>>> = {
  withdraw: '这件事照常办理。还想撤回的，看进度页现在能不能再提，或者打下面的电话说。',
  recusal: '您写的都在。确定了由谁办理，进度页会写明，到时可以再申请。',
};
