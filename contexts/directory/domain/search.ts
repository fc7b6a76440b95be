/**
 * Which organ answers for this? Found by the words of its list of powers and
 * duties, compared by pairs of characters, so that no dictionary has to know
 * the word. It proposes and shows why; a person decides (SB104).
 */
import type { PlainDate } from '#kernel/dates.ts';
import { isInner, isValidOn, type Duty, type Organ } from './organ.ts';

export interface Hit {
  readonly organ: Organ;
  readonly duty?: Duty;
  readonly words: readonly string[]; // what they have in common
  readonly weight: number;
}

/** 投诉、办理、群众 …: in every list of duties, so they lead nowhere. */
const EMPTY = new Set([
  '办理',
  '工作',
  '管理',
  '监督',
  '指导',
  '负责',
  '全市',
  '全县',
  '群众',
  '信访',
  '事项',
  '受理',
  '我们',
  '问题',
  '反映',
  '要求',
  '没有',
  '希望',
]);

export function findOrgansFor(organs: readonly Organ[], text: string, day: PlainDate, most = 12): readonly Hit[] {
  const asked = pairsOf(text);
  const plain = text.trim();
  const known = organs.filter((organ) => isValidOn(organ, day));
  return known
    .flatMap((organ) => byName(organ, plain) ?? byDuty(organ, asked, plain) ?? [])
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most);
}

function byName(organ: Organ, text: string): Hit | undefined {
  const short = organ.shortName.replace(/^[省市县区]/, '');
  const named = text.length >= 2 && text.length <= 30 && (organ.name.includes(text) || organ.shortName.includes(text) || organ.unit === text);
  const mentioned = text.includes(organ.name) || text.includes(organ.shortName);
  if (named || mentioned) return { organ, words: [organ.shortName], weight: 100 };
  return short.length >= 3 && text.includes(short) ? { organ, words: [short], weight: 50 } : undefined; // 住建局, of whichever level
}

function byDuty(organ: Organ, asked: ReadonlySet<string>, text: string): Hit | undefined {
  if (isInner(organ)) return undefined; // an inner office is reached through its organ
  const hits = organ.duties.map((duty) => {
    const words = duty.words.filter((word) => text.includes(word));
    const pairs = [...pairsOf(duty.title)].filter((pair) => asked.has(pair) && !words.some((word) => word.includes(pair)));
    return { organ, duty, words: [...words, ...pairs], weight: 3 * words.length + pairs.length };
  });
  const [best] = hits.sort((a, b) => b.weight - a.weight);
  return best && best.weight > 0 ? best : undefined;
}

function pairsOf(text: string): ReadonlySet<string> {
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? [];
  const pairs = runs.map((run) => [...run]).flatMap((run) => run.slice(1).map((next, index) => `${run[index]}${next}`));
  return new Set(pairs.filter((pair) => !EMPTY.has(pair) && !pair.includes('的'))); // 办的, 的具: no words
}
