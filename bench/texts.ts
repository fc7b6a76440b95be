import { loadStories } from '../data/demo/load.ts';

/** Letters that nobody wrote: sentences of the demonstration county's invented stories, shuffled, with places and numbers between them. */
const SENTENCES = [
  ...new Set(
    loadStories()
      .flatMap(({ text }) => text.match(/[^。！？]+[。！？]/g) ?? [])
      .map((sentence) => sentence.trim()),
  ),
];
const TITLES = loadStories()
  .flatMap(({ matters = [], title = '' }: any) => [title, ...matters.map((matter: any) => matter.title)])
  .filter(Boolean) as string[];
const STREETS = [...'东西南北中前后上下新'].flatMap((side) => [...'河桥塘坡岭湾渡井坪畈园'].map((place) => `${side}${place}`));
const ESTATES = ['锦绣里', '翠屏苑', '桂园新村', '枫林小区', '学前街', '老粮站', '纺织厂宿舍', '滨河花园', '永安里', '丰收组', '幸福巷', '码头坊'];
const FAMILY = '张王李赵陈杨周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹彭曾';
const GIVEN = '明华静秀英兰芳建国强军平志远文海丽娟勇杰敏霞涛梅玉春生';

/** The same for the same number, so that a run can be repeated. */
export function textOf(index: number) {
  const pick = dice(index);
  const one = <T>(list: ArrayLike<T>): T => list[pick(list.length)]!;
  const place = `${one(STREETS)}村${one(ESTATES)}${1 + pick(60)}栋${101 + pick(1900)}室`;
  const name = one(FAMILY) + one(GIVEN) + (pick(3) ? one(GIVEN) : '');
  const told = Array.from({ length: 3 + pick(3) }, () => one(SENTENCES));
  const title = `${one(TITLES)}（${one(STREETS)}${one(ESTATES)}）`;
  return {
    title,
    text: `我住${place}，反映的事从${1 + pick(12)}月${1 + pick(28)}日开始。${told.join('')}`,
    claim: `请有关单位到${place}看一看，给一个书面答复`,
    party: { role: 'principal' as const, name, phone: `199${String(pick(100_000_000)).padStart(8, '0')}`, address: place },
    pick,
  };
}

/** Words that people would search for: pieces of what was written, common ones and rare ones. */
export function searchFor(index: number): string {
  const pick = dice(index * 7 + 3);
  const sentence = SENTENCES[pick(SENTENCES.length)]!;
  const runs = sentence.match(/\p{Script=Han}{3,}/gv) ?? ['路灯不亮'];
  const run = [...runs[pick(runs.length)]!];
  const length = Math.min(run.length, 2 + pick(5));
  const from = pick(run.length - length + 1);
  return run.slice(from, from + length).join('');
}

/** mulberry32 */
export function dice(seed: number): (limit: number) => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
