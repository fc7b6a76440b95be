/** 保存期限: what is kept until when and why, what was deleted when and by which job. Counts by class; nobody's name, nobody's matter. */
import { useQuery } from '@tanstack/react-query';
import { type Gone, getRetention, type KeptClass } from '#contexts/retention/contract.ts';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { nothingToShow } from '../shared/failure.ts';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';

/** Said once where it holds for all of them, beside each where it does not. */
const FROM = '办结那天起算';
const DEFAULT = '期限是系统默认的，由档案主管部门确定';

export default function RetentionPage() {
  const loaded = useQuery({ queryKey: ['retention'], queryFn: () => call(getRetention, {}), staleTime: 60_000 });
  const { data } = loaded;
  return (
    <Page title="保存期限" sentence="办结以后个人信息存到哪天、凭什么，哪天删了多少。期满当晚系统删除，办理的动作和日期留下；这里没有姓名，也没有编号。">
      {nothingToShow(loaded) ? (
        <Trouble error={loaded.error} again={() => void loaded.refetch()} />
      ) : data ? (
        <div className="stack">
          <Sheet title="存到什么时候" aside={data.kept.some(({ confirmed }) => confirmed) ? FROM : `${FROM}；${DEFAULT}`} pad={false}>
            <Kept rows={data.kept} today={data.today} />
          </Sheet>
          <Sheet title="已经删除的" aside={data.more ? '只列最近的' : undefined} pad={false}>
            {data.gone.length === 0 ? (
              <p className="pad mute">还没有删除过。期满的、本人请求删除的，删除后的第二天在这里看得到。</p>
            ) : (
              <GoneTable rows={data.gone} today={data.today} />
            )}
          </Sheet>
        </div>
      ) : (
        <div className="sheet">
          <Waiting rows={8} again={() => void loaded.refetch()} />
        </div>
      )}
    </Page>
  );
}

function Kept({ rows, today }: { rows: readonly KeptClass[]; today: string }) {
  return (
    <table className="grid cards">
      <caption className="vh">各类信息存到什么时候</caption>
      <thead>
        <tr>
          <th scope="col">哪一类</th>
          <th scope="col">存多久</th>
          <th scope="col" className="n">
            还存着
          </th>
          <th scope="col">最早期满</th>
          <th scope="col" className="n">
            三个月内期满
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td>
              <span className="b">{row.name}</span>
              <span className="sub">{row.source}</span>
            </td>
            <td data-name="存多久">
              <span className="nw">{row.term}</span>
              {!row.confirmed && rows.some(({ confirmed }) => confirmed) && <span className="sub">{DEFAULT}</span>}
            </td>
            <td data-name="还存着" className="n">
              {row.trace ? '—' : row.waiting}
            </td>
            <td data-name="最早期满" className="nw">
              {endOf(row, today)}
            </td>
            <td data-name="三个月内期满" className="n">
              {row.trace ? '—' : row.soon}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Traces are no files: whatever is too old goes every night. */
function endOf({ trace, term, nextOn }: KeptClass, today: string): string {
  if (trace) return '每晚清理期满的';
  if (term === '永久') return '不删';
  if (nextOn === null) return '没有';
  return nextOn < today ? '今晚删除' : day(nextOn, today);
}

const JOBS: Readonly<Record<Gone['job'], string>> = { expired: '每晚：期满删除', asked: '每晚：依本人请求删除', traces: '每晚：清理痕迹' };

function GoneTable({ rows, today }: { rows: readonly Gone[]; today: string }) {
  return (
    <table className="grid cards">
      <caption className="vh">已经删除的个人信息</caption>
      <thead>
        <tr>
          <th scope="col">哪天</th>
          <th scope="col">哪一类</th>
          <th scope="col" className="n">
            多少
          </th>
          <th scope="col">由哪个定时任务</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ on, name, count, job }) => (
          <tr key={`${on} ${name} ${job}`}>
            <td className="nw">{day(on, today)}</td>
            <td>{name}</td>
            <td data-name="多少" className="n">
              {count}
            </td>
            <td data-name="任务">{JOBS[job]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
