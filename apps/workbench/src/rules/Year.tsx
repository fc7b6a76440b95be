/** The days of a year that are not what their weekday says: holidays, and weekends that are worked. */
import { daysBetween, type PlainDate } from '#kernel/dates.ts';
import { day, weekday } from '../shared/dates.ts';

interface YearProps {
  year: number;
  published: boolean;
  read?: boolean; // as a notice says that does not count yet
  days: readonly { readonly date: string; readonly kind: string; readonly name: string }[];
}

export function Year({ year, published, read = false, days }: YearProps) {
  const own = days.filter(({ date }) => date.startsWith(String(year)));
  const of = `${year}-01-01`;
  const runs = runsOf(own.filter(({ kind }) => kind === 'holiday'));
  const worked = own.filter(({ kind }) => kind === 'makeup');
  return (
    <section aria-label={`${year}年`}>
      <h3>
        {year}年{' '}
        {read ? <span className="tag">通知里写的</span> : published ? <span className="tag g">已公布</span> : <span className="tag a">未公布，暂定</span>}
      </h3>
      {!published && <p className="small mute">放假安排还没有公布：先按法定节日算，不含调休；公布后在走的期限会重新算，已经告诉人的日子不变。</p>}
      <dl className="facts small" style={{ marginTop: 6 }}>
        {runs.map(({ name, from, to, count }) => (
          <Holiday key={name + from} name={name} text={from === to ? day(from, of) : `${day(from, of)}至${day(to, of)}，${count} 天`} />
        ))}
        {worked.length > 0 && <Holiday name="调休上班" text={worked.map(({ date }) => `${day(date, of)}（${weekday(date)}）`).join('、')} />}
      </dl>
    </section>
  );
}

function Holiday({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}

interface Run {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Days in a row under one name. */
export function runsOf(days: readonly { readonly date: string; readonly name: string }[]): Run[] {
  return days.reduce<Run[]>((runs, { date, name }) => {
    const last = runs.at(-1);
    const goesOn = last && last.name === name && daysBetween(last.to as PlainDate, date as PlainDate) === 1;
    if (goesOn) runs[runs.length - 1] = { ...last, to: date, count: last.count + 1 };
    else runs.push({ name, from: date, to: date, count: 1 });
    return runs;
  }, []);
}
