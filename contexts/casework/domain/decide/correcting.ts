import { addDays, dateInChina } from '#kernel/dates.ts';
import type { Calendar } from '#kernel/calendar.ts';
import type { Law } from '#kernel/law.ts';
import type { MatterAction } from '../actions.ts';
import type { MatterCommand } from '../commands.ts';
import { supports, type Matter } from '../matter.ts';
import type { Organs } from '../organs.ts';
import type { Asked } from '../ways/rule.ts';
import { against } from './sentences.ts';

/**
 * 撤销意见、重新作出 (lifecycle 35): for an opinion that is wrong, not for one with
 * a slip of the pen; and seldom, as each time the petitioner waits anew. Whoever
 * finds it wrong again goes the way of 第三十五条 (decision 67).
 */
const GROUNDS = '山东省信访条例第四十五条（参照）';

/** What the organ above has decided is not taken back from below, what was granted not by whoever granted it, and nothing without end. */
export function mayCorrect({ matter, unit }: Asked) {
  const { recheck, review, handlingUnit, opinion, remand, revokedBy = [], performance } = matter;
  if (recheck?.opinion) return against('本件已经复核，复核意见是最后的意见，不能再撤销重作。有新的事实或者理由的，请作为新的事项办理。', '第三十六条');
  if (performance === 'verified')
    return against('支持的诉求已经落实，信访人也确认了，不能再撤销意见。有新的事实或者理由的，请作为新的事项办理。', '第三十二条第二款');
  if (handlingUnit !== unit) {
    if (!revokedBy.includes('superior')) return undefined;
    return against('上一级已经撤销过一次，不能一再撤销，让信访人等下去。重新作出的意见仍有错的，信访人可以申请复查，由复查意见变更或者撤销。', '第三十五条');
  }
  if (review?.opinion) return against('本件已经复查过，承办单位不能自行撤销处理意见。确有错误的，请报上一级。', '第三十五条');
  if (remand || revokedBy.length > 0) {
    return against('本件的意见已经撤销重作过，承办单位不能再自行撤销。确有错误的，请报上一级；信访人不服的，可以申请复查。', '第三十五条');
  }
  if (opinion?.deliveredOn && supports(matter)) {
    return against('处理意见已经送达，其中支持的诉求要落实，承办单位不能自行收回。确有错误的，请报上一级决定。', '第三十二条第二款');
  }
  return undefined;
}

type Correct = Extract<MatterCommand, { type: 'correct' }>;

export function correct({ error, dueOn, grounds, by, at, as }: Correct, matter: Matter, _: Organs, __: Calendar, { limits }: Law): MatterAction[] {
  if (error === 'form') {
    throw against(
      '只是写错字、日期、电话的，不用撤销意见：请在“文书”中对那份意见书点“更正”，制作更正决定书（选“更正”）并送达；原意见和各项期限照旧。',
      GROUNDS,
    );
  }
  const today = dateInChina(at);
  if (dueOn < today || dueOn > addDays(today, limits.redo.days)) throw against(`重新作出意见的期限应当在今天起${limits.redo.days}日内，请重新填写。`);
  return [{ type: 'OpinionRevoked', document: matter.opinion!.document, by2: as, ...(error && { error }), dueOn: { A37: dueOn }, grounds, by, at }];
}
