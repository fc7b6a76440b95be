/** 期限办理情况: what was due in a month and how it was kept. By the order of the directory; never by how many came. */
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { getFigures, type FigureRow } from '#contexts/insight/contract.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { Empty } from '../shared/Empty.tsx';
import { Note } from '../shared/Note.tsx';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { HOW, isMonth, sayMonth } from './figure.ts';
import { Reconciliation } from './Reconciliation.tsx';

export default function FiguresPage() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('month');
  const month = isMonth(asked) ? asked : thisMonth(); // in the address: back from the matters behind a figure it is still this month
  const figures = useQuery({ queryKey: ['figures', month], queryFn: () => call(getFigures, { query: { month } }) });
  const rows = figures.data?.rows ?? [];
  const changed = rows.some(isChanged);

  return (
    <Page title="期限办理情况" sentence="这个月到期的法定期限，按期办了多少。改派、异议、并案、撤回都不会让已经超期的从数里消失。">
      <div className="stack">
        <div className="bar">
          <label htmlFor="month">到期的月份</label>
          <select id="month" className="in pick" value={month} onChange={({ target }) => setSearch({ month: target.value }, { replace: true })}>
            {monthsBack(24).map((each) => (
              <option key={each} value={each}>
                {sayMonth(each)}
              </option>
            ))}
          </select>
        </div>
        {figures.error && <Trouble error={figures.error} again={() => void figures.refetch()} />}
        {figures.isPending && (
          <div className="sheet">
            <Waiting rows={6} again={() => void figures.refetch()} />
          </div>
        )}
        {changed && (
          <Note kind="care" quiet title="有的数和月底结账时不同。">
            结账以后有补录或者更正，两个数都列出来。
          </Note>
        )}
        {figures.data && rows.length === 0 && (
          <div className="sheet">
            <Empty title="这个月没有到期的法定期限">换一个月份看看。有法定期限到期的，下一分钟就列在这里；还没有到期的在“案头”。</Empty>
          </div>
        )}
        {rows.length > 0 && (
          <Sheet
            title={`${sayMonth(month)}到期的`}
            aside={`算到${day(figures.data!.asOf)}；按期率＝按期 ÷（按期＋超期），没有到期的写“—”${rows.every(({ closed }) => closed === null) ? '；还没有结账' : ''}`}
            pad={false}
          >
            <Table rows={rows} month={month} />
          </Sheet>
        )}
        <Reconciliation month={month} />
      </div>
    </Page>
  );
}

function Table({ rows, month }: { rows: readonly FigureRow[]; month: string }) {
  const anyClosed = rows.some(({ closed }) => closed !== null); // until then there is nothing to compare with
  return (
    <table className="grid cards">
      <caption className="vh">各单位到期的法定期限和按期办理的情况</caption>
      <thead>
        <tr>
          <th scope="col">单位</th>
          <th scope="col">期限</th>
          <th scope="col" className="n">
            按期
          </th>
          <th scope="col" className="n">
            超期
          </th>
          <th scope="col" className="n">
            按期率
          </th>
          {anyClosed && <th scope="col">月底结账时</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={`${row.unit} ${row.clock}`}>
            <td className={row.unit === rows[at - 1]?.unit ? 'mute' : 'b'}>{row.name}</td>
            <td>{CLOCKS[row.clock as ClockId].name}</td>
            <td data-name="按期" className="n">
              <Behind row={row} month={month} how="kept" />
            </td>
            <td data-name="超期" className="n">
              <Behind row={row} month={month} how="broken" />
            </td>
            <td data-name="按期率" className="n">
              {row.now.rate}
            </td>
            {anyClosed && <td data-name="月底结账时">{row.closed ? `按期 ${row.closed.kept}，超期 ${row.closed.broken}` : '还没有结账'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A figure leads to the matters that it counts; of none there is nothing to see. */
function Behind({ row: { unit, name, clock, now }, month, how }: { row: FigureRow; month: string; how: 'kept' | 'broken' }) {
  if (now[how] === 0) return 0;
  return (
    <Link
      className="figure"
      to={`/figures/matters?${new URLSearchParams({ month, unit, clock, how })}`}
      aria-label={`${now[how]}，看是哪几件：${name}，${CLOCKS[clock as ClockId].name}，${HOW[how]}`}
    >
      {now[how]}
    </Link>
  );
}

const isChanged = ({ now, closed }: FigureRow) => closed !== null && (closed.kept !== now.kept || closed.broken !== now.broken);

/** A list rather than a field of kind month: not every browser draws one, and a half-typed month is no month. */
function monthsBack(count: number): string[] {
  const [year = 0, month = 1] = thisMonth().split('-').map(Number);
  return Array.from({ length: count }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7));
}

/** The month in China, whatever the clock of this computer says. */
const thisMonth = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(new Date());
