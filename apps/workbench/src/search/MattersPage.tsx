/** 事项: all that the unit has to do with. By number, by stage, kind, category, channel and day; taken away as a table. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { listMatters, type MatterRow } from '#contexts/casework/contract.ts';
import { categoryName } from '#contexts/casework/domain/categories.ts';
import { CHANNELS } from '#kernel/channels.ts';
import { KINDS } from '#contexts/casework/domain/kinds.ts';
import { PERMISSIONS } from '#contexts/casework/domain/permissions.ts';
import { STAGES } from '#contexts/casework/domain/stages.ts';
import { hasRole, useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { Empty } from '../shared/Empty.tsx';
import { Page } from '../shared/Page.tsx';
import { RowsTable } from '../shared/RowsTable.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { saveCsv } from './csv.ts';
import { Filters, filterOf, sayFilter } from './Filters.tsx';
import { FindHere } from './FindHere.tsx';
import { Found } from './Found.tsx';
import { KeptFilters } from './KeptFilters.tsx';

const MAY_TAKE_REQUESTS = PERMISSIONS.requestReview.roles;

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
  const open = ({ region, matter }: MatterRow) => navigate(`/matters/${region}/${matter}`);

  return (
    <Page
      title="信访事项"
      sentence="本单位经手的，新的在前。只能查事，不能按人查；打开一件就留一次痕。"
      acts={
        <>
          {hasRole(me, ...MAY_TAKE_REQUESTS) && <Button onClick={() => navigate('/requests')}>登记复查（复核）申请</Button>}
          {rows.length > 0 && <Button onClick={() => saveCsv(rows)}>导出这 {rows.length} 件（CSV）</Button>}
        </>
      }
    >
      <FindHere words={words} onFind={(next) => ask({ ...(next && { words: next }), ...filter } as Record<string, string>)} />
      <Filters filter={filter} onChange={(next) => ask({ ...(words && { words }), ...next }, { replace: true })} />
      <KeptFilters filter={filter} onChoose={(next) => ask({ ...(words && { words }), ...next })} />
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
              <RowsTable
                caption="本单位经手的事项，新的在前"
                rows={rows}
                keyOf={({ matter }) => matter}
                nameOf={({ title }) => title}
                open={open}
                columns={[
                  {
                    head: '什么事',
                    cell: ({ region, matter, title, no }, tabIndex) => (
                      <>
                        <Link className="ttl" tabIndex={tabIndex} to={`/matters/${region}/${matter}`}>
                          {title}
                        </Link>
                        <span className="sub mono">{no}</span>
                      </>
                    ),
                  },
                  { head: '办到哪一步', width: 170, cell: ({ stage }) => STAGES[stage].name },
                  {
                    head: '种类和分类',
                    width: 260,
                    cell: ({ kind, category }) => (
                      <>
                        {kind ? KINDS[kind].name : <span className="mute">还没有甄别</span>}
                        <span className="sub">{category && categoryName(category)}</span>
                      </>
                    ),
                  },
                  {
                    head: '收到',
                    width: 148,
                    cell: ({ receivedOn, channel }) => (
                      <>
                        {day(receivedOn)}
                        <span className="sub">{CHANNELS[channel].name}</span>
                      </>
                    ),
                  },
                ]}
              />
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
