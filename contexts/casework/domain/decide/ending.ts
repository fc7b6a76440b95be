import { CLOCKS } from '#kernel/clocks/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { MatterAction } from '../actions.ts';
import { newestOf, openDuties } from '../clocks.ts';
import type { MatterCommand } from '../commands.ts';
import type { Matter } from '../matter.ts';
import type { Organs } from '../organs.ts';
import { itemsPresent, missingFromFile } from '../archive.ts';
import { endOf } from '../ways/review/papers.ts';
import { against } from './sentences.ts';

type Of<Type extends MatterCommand['type']> = Extract<MatterCommand, { type: Type }>;

/** Whose right runs out in which stage. */
const TERMS = {
  opinionDelivered: { clock: 'A17', name: '复查', ended: 'ReviewTermEnded', lapse: 'ReviewTermLapsed', article: '第三十五条' },
  reviewDelivered: { clock: 'A19', name: '复核', ended: 'RecheckTermEnded', lapse: 'RecheckTermLapsed', article: '第三十六条第一款' },
} as const;

/** How a matter ends: only for a listed reason, with nothing owed, and into one complete file. */
export const ending = {
  /** The term for review is over, and the mail margin after it: the right has lapsed, the door has not closed (第三十五条). */
  lapseTerm({ by, at }: Of<'lapseTerm'>, matter: Matter): MatterAction[] {
    const today = dateInChina(at);
    const { clock, name, ended, lapse, article } = TERMS[matter.stage === 'reviewDelivered' ? 'reviewDelivered' : 'opinionDelivered'];
    const right = newestOf(matter.clocks, clock);
    if (!right || today <= right.legalOn) throw against(`申请${name}的期限还没有届满。`, article);
    const margin = newestOf(matter.clocks, 'E07');
    if (!margin || margin.stoppedOn) return [{ type: ended, by, at }];
    if (today <= margin.legalOn) throw against('邮寄在途的余量还没有过完。', '民事诉讼法第八十五条（参照）');
    const lapsed: MatterAction = { type: lapse, by, at };
    const owed = matter.performance && matter.performance !== 'verified';
    return owed ? [lapsed] : [lapsed, { type: 'MatterConcluded', reason: 'noReviewInTime', by, at }];
  },

  conclude({ reason, by, at }: Of<'conclude'>, matter: Matter): MatterAction[] {
    if (reason !== endOf(matter)) throw against('办结的理由与本件不符，请核对。');
    return [{ type: 'MatterConcluded', reason, by, at }];
  },

  archive({ archiveNo, by, at }: Of<'archive'>, matter: Matter, organs: Organs): MatterAction[] {
    const missing = missingFromFile(matter);
    if (missing.length > 0) throw against(`卷宗还缺：${missing.join('、')}。补齐后再归档。`);
    const owed = openDuties(matter.clocks);
    const help = newestOf(matter.clocks, 'A41');
    const how = help && !help.stoppedOn ? `其中“${CLOCKS.A41.name}”由${organs.nameOf(help.holder)}办：打开本件，点“告知帮扶”，写明告知了哪些、怎样申请。` : '';
    if (owed.length > 0) throw against(`还有期限没有了结：${owed.join('、')}。${how}办完后再归档。`);
    return [{ type: 'MatterArchived', archiveNo, items: itemsPresent(matter), by, at }];
  },
};
