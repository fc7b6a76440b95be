/** 事项: all that the unit has to do with. By number, by stage, kind, category, channel and day; taken away as a table. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { listMatters, type MatterRow } from '#contexts/casework/contract.ts';
import { categoryName } from '#contexts/casework/domain/categories.ts';
import { CHANNELS } from '#kernel/channels.ts';
import { KINDS } from '#contexts/casework/domain/kinds.ts';
import { STAGES } from '#contexts/casework/domain/stages.ts';
import { useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { Empty } from '../shared/Empty.tsx';
import { useKeys } from '../shared/keys.ts';
import { Page } from '../shared/Page.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { useRoving } from '../shared/useRoving.ts';
import { Waiting } from '../shared/Waiting.tsx';
import { saveCsv } from './csv.ts';
import { Filters, filterOf, sayFilter } from './Filters.tsx';
import { FindHere } from './FindHere.tsx';
import { Found } from './Found.tsx';

export default function MattersPage() {
  const me = useMe();
  const navigate = useNavigate();
  const [asked, ask] = useSearchParams();
  const words = asked.get('words') ?? '';
  const filter = filterOf(asked);
  const list = useInfiniteQuery({
    queryKey: ['matters', me.unit, filter],
    queryFn: ({ pageParam }) => call(listMatters, { query: { ...filter, ...(pageParam && { after: pageParam }) } as never }),
    enabled: !words,
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const roving = useRoving(rows.length);
  const open = ({ region, matter }: MatterRow) => navigate(`/matters/${region}/${matter}`);
  useKeys({
    J: { does: '下一行', run: () => roving.step(1) },
    K: { does: '上一行', run: () => roving.step(-1) },
    Enter: { does: '打开这件', run: () => rows[roving.at] && open(rows[roving.at]!) },
  });

  return (
    <Page
      title="信访事项"
      sentence="本单位经手的，新的在前。只能查事，不能按人查；打开一件就留一次痕。"
      acts={rows.length > 0 && <Button onClick={() => saveCsv(rows)}>导出这 {rows.length} 件（CSV）</Button>}
    >
      <FindHere words={words} onFind={(next) => ask({ ...(next && { words: next }), ...filter } as Record<string, string>)} />
      <Filters filter={filter} onChange={(next) => ask({ ...(words && { words }), ...next }, { replace: true })} />
      {words && (
        <Found
          words={words}
          filter={filter}
          clear={() =>
            ask((before) => {
              before.delete('words');
              return before;
            })
          }
        />
      )}
      {!words && (
        <>
          {list.error && <Trouble error={list.error} again={() => list.refetch()} />}
          <section className="sheet" aria-label="事项清单">
            {list.isPending && <Waiting rows={8} again={() => list.refetch()} />}
            {list.data &&
              rows.length === 0 &&
              (Object.keys(filter).length > 0 ? (
                <p className="mute" style={{ padding: '28px 16px' }} role="status">
                  {sayFilter(filter)}的一件也没有。
                  <button type="button" className="textual" onClick={() => ask({})}>
                    看全部
                  </button>
                </p>
              ) : (
                <Empty
                  title="还没有经手的事项"
                  acts={
                    <Link className="btn-like" to="/register">
                      登记一件
                    </Link>
                  }
                >
                  登记、转来、交来的，都列在这里。
                </Empty>
              ))}
            {rows.length > 0 && (
              <table className="grid cards">
                <caption className="vh">本单位经手的事项，新的在前</caption>
                <thead>
                  <tr>
                    <th scope="col">什么事</th>
                    <th scope="col" style={{ width: 170 }}>
                      办到哪一步
                    </th>
                    <th scope="col" style={{ width: 260 }}>
                      种类和分类
                    </th>
                    <th scope="col" style={{ width: 148 }}>
                      收到
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row, at) => (
                    <tr
                      key={row.matter}
                      {...roving.row(at)}
                      aria-label={row.title}
                      className={`open${at === roving.at ? ' sel' : ''}`}
                      onClick={(event) => !(event.target as HTMLElement).closest('a') && open(row)}
                    >
                      <td>
                        <Link className="ttl" tabIndex={at === roving.at ? 0 : -1} to={`/matters/${row.region}/${row.matter}`}>
                          {row.title}
                        </Link>
                        <span className="sub mono">{row.no}</span>
                      </td>
                      <td>{STAGES[row.stage].name}</td>
                      <td>
                        {row.kind ? KINDS[row.kind].name : <span className="mute">还没有甄别</span>}
                        <span className="sub">{row.category && categoryName(row.category)}</span>
                      </td>
                      <td>
                        {day(row.receivedOn)}
                        <span className="sub">{CHANNELS[row.channel].name}</span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {list.hasNextPage && (
              <p className="keys">
                <Button onClick={() => void list.fetchNextPage()} aria-disabled={list.isFetchingNextPage}>
                  {list.isFetchingNextPage ? '正在取……' : '再看 50 件'}
                </Button>
                <span>已列 {rows.length} 件，还有更早的</span>
              </p>
            )}
          </section>
        </>
      )}
    </Page>
  );
}
