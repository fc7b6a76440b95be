/** The figures of the annual report, in sentences (F48, 第四十一条第一款), and the number that an answer answers (F41). */
import type { Work } from '#kernel/work/kind.ts';
import type { Subject } from '#kernel/subject.ts';
import { documentOf, papersOf } from '#contexts/documents/index.ts';
import { loadHistory, toAction } from '#platform/history.ts';
import { readWords } from '#platform/words.ts';
import { isWords } from '#kernel/work/kind.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { YearFigures } from './contract/overdue.ts';
import type { SupervisionNeeds } from './handle.ts';
import { figuresOf } from './year.ts';
import type { Known } from './facts.ts';

export async function annualFacts(needs: SupervisionNeeds, subject: Subject, work: Work): Promise<Known> {
  const { period } = work.values;
  const directory = needs.directory.current();
  const texts = isWords(period) ? await readWords(needs.db.sql, needs.keys, [{ region: subject.region, id: period.id }]) : undefined;
  const year = isWords(period) ? (texts?.get(period.id) ?? '') : String(period ?? '');
  if (!/^20\d\d$/.test(year)) return {};
  const figures = await figuresOf(needs.db.sql, directory, subject.region, year, needs.now());
  const above = directory.petitionDeptAbove(subject.region);
  const government = directory.organs.find(({ unit, type }) => type === 'government' && unit.startsWith(`${subject.region}/`));
  const to = [government?.name, above && directory.nameOf(above)].filter((name) => name !== undefined);
  return { addressee: to.join('，'), ...sentencesOf(figures, dateInChina(needs.now())) };
}

export async function numberOfLetter({ db }: SupervisionNeeds, subject: Subject): Promise<Known> {
  const papers = papersOf((await loadHistory(db.sql, [subject]).execute()).map(toAction));
  const letter = Object.keys(papers.all)
    .map((_, nth) => papers.all[documentOf(nth + 1)])
    .findLast((paper) => paper?.code === 'F40' && paper.stage !== 'voided');
  return letter?.number ? { F40: letter.number } : {};
}

/** Fewer than five of anything are told as that; of the parts of a whole it may be more, hidden so that nobody subtracts (不变量 28). */
const told = (count: number | null, otherwise = '少于5件') => (count === null ? otherwise : `${count}件`);
const listed = (items: YearFigures['sent'], otherwise?: string) =>
  items.length === 0 ? '没有' : items.map(({ name, count }) => `${name}${told(count, otherwise)}`).join('，');
const HIDDEN = '不公布';
const WHY_HIDDEN = '（少于5件的和能由此推算出来的，不公布）';
const explained = (items: YearFigures['sent']) => (items.some(({ count }) => count === null) ? WHY_HIDDEN : '');

function sentencesOf(figures: Omit<YearFigures, 'until'>, until: string): Known {
  return {
    statistics: `全年登记信访事项${told(figures.matters, HIDDEN)}（按办理记录算到${until}）。\n涉及领域：${listed(figures.byCategory, HIDDEN)}${explained(figures.byCategory)}。\n被投诉较多的机关、单位：${listed(figures.complainedAbout)}。`,
    supervision: `${listed(figures.sent)}。`,
    recommendations: `${listed(figures.recommendations, HIDDEN)}${explained(figures.recommendations)}。`,
  };
}
