/** 年度报告数据: the figures of a year, each with a way to what it counts where it is told at all. */
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { getYearFigures, type YearFigures as Figures } from '#contexts/supervision/contract/overdue.ts';
import { call } from '../shared/call.ts';
import { day, todayInChina } from '../shared/dates.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';

const HIDDEN = '不公布'; // a part of a whole: hidden by itself, or so that another cannot be reckoned from the rest (不变量 28)
const FEW = '少于 5';

export function YearFigures() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('year') ?? '';
  const year = /^20\d\d$/.test(asked) ? asked : todayInChina().slice(0, 4); // in the address: back from what a figure counts it is still this year
  const figures = useQuery({ queryKey: ['year-figures', year], queryFn: () => call(getYearFigures, { params: { year } }) });
  const years = [0, 1, 2].map((back) => String(Number(todayInChina().slice(0, 4)) - back));
  return (
    <Sheet title="年度报告数据" aside="第四十一条第一款，按办理记录算出">
      <fieldset className="seg" aria-label="哪一年">
        {years.map((each) => (
          <button key={each} type="button" aria-pressed={each === year} onClick={() => setSearch({ year: each }, { replace: true, preventScrollReset: true })}>
            {each}
          </button>
        ))}
      </fieldset>
      {figures.error && (
        <div style={{ marginTop: 12 }}>
          <Trouble error={figures.error} again={() => figures.refetch()} />
        </div>
      )}
      {figures.data && (
        <dl className="facts small" style={{ marginTop: 12 }}>
          <dt>信访事项</dt>
          <dd>
            <Told year={year} count={figures.data.matters} otherwise={HIDDEN} name="信访事项" behind={{ what: 'MatterOpened', key: '' }} />
            ，算到{day(figures.data.until)}
          </dd>
          {(
            [
              ['涉及领域', figures.data.byCategory, HIDDEN],
              ['被投诉的机关、单位', figures.data.complainedAbout, FEW],
              ['转送、交办、督办', figures.data.sent, FEW],
              ['三项建议和采纳', figures.data.recommendations, HIDDEN],
            ] as const
          ).map(([name, counts, otherwise]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>
                {counts.length === 0 && '没有'}
                {counts.map((each, at) => (
                  <span key={each.name}>
                    {at > 0 && '；'}
                    {each.name} <Told year={year} {...each} otherwise={otherwise} />
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {figures.data && (
        <p className="small mute">“{HIDDEN}”的，是少于 5 的和能由此推算出来的。数可以点开看是哪些；对办理的投诉，只有处理它的机关在“评价与投诉”里看得到。</p>
      )}
    </Sheet>
  );
}

type Counted = Figures['sent'][number];

function Told({ year, name, count, behind, otherwise }: Counted & { year: string; otherwise: string }) {
  if (count === null) return otherwise;
  if (!behind) return count;
  return (
    <Link className="figure" to={`/overdue/year?${new URLSearchParams({ year, ...behind })}`} aria-label={`${name} ${count}，看是哪些`}>
      {count}
    </Link>
  );
}
