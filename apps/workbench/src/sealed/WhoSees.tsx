/** Who can see this: said in one sentence, on every page of the sealed line. */
import type { SealedPage } from '#contexts/sealed/contract.ts';
import { REPORT_POSTS } from '#contexts/sealed/domain/actions.ts';
import { Note } from '../shared/Note.tsx';

export const NOBODY_ELSE = '被反映的人、他的单位和下级、受他领导的机关，还有系统管理员，都看不到、查不到。打开一次，留一次痕。';

export function WhoSees({ page: { desk, transfers, reports, content, holder } }: { page: SealedPage }) {
  const named = [...new Set(transfers.filter(({ refusedOn }) => !refusedOn).map(({ to }) => to))];
  const told = reports.flatMap(({ recipients }) => recipients.map(({ post, name }) => (post === 'organization' ? name : REPORT_POSTS[post])));
  const seeing = [`${desk.name}的检举控告件甄别人员`, ...named.map((name) => `${name}的收件人`)].join('、');
  const reading = holder ? `内容只有${holder.name}看得到${content ? '' : '，这里不再显示'}。` : '';
  const reported = told.length > 0 ? `${told.join('、')}只看得到通报，看不到这一页。` : '';
  return (
    <Note kind="info" quiet title={`看得到这件的只有：${seeing}。`}>
      {reading}
      {reported}
      {NOBODY_ELSE}
    </Note>
  );
}
