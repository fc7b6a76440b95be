/** 我的案头: what the unit owes, not what it has. The clock, the duty, the thing, and one verb. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import type { PlainDate } from '#kernel/dates.ts';
import { chinese } from '#kernel/words.ts';
import { useColleagues } from '../act/PersonInput.tsx';
import { Proposals } from '../admin/Proposals.tsx';
import { hasRole, useMe } from '../session/session.tsx';
import { mayGo } from '../shell/places.ts';
import { Empty, EmptyAfterFilter } from '../shared/Empty.tsx';
import { useKeys } from '../shared/keys.ts';
import { Page } from '../shared/Page.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { useDesk } from '../shared/useDesk.ts';
import { Waiting } from '../shared/Waiting.tsx';
import { NARROW, useMedia } from '../theme/media.ts';
import { asShown, BANDS, inBands, KEYED, rowsOf } from './bands.ts';
import { DeskFilters, fits, NO_FILTER, useDeskFilter } from './DeskFilters.tsx';
import { DeskTable } from './DeskTable.tsx';
import { useInternal } from '../shared/clock/useInternal.ts';
import { DeskTabs, useDeskTab } from './DeskTabs.tsx';
import { DoneTab } from './DoneTab.tsx';
import { addressOf, type FromDesk } from './duties.ts';
import { Peek } from './Peek.tsx';
import { Sentence } from './Sentence.tsx';
import { inHandsOf } from './standing-in.ts';
import { useDone, useWaiting } from './useOthers.ts';
import { WaitingTab } from './WaitingTab.tsx';
import './desk.css';

export default function DeskPage() {
  const me = useMe();
  const navigate = useNavigate();
  const { state, search } = useLocation() as { state: { at?: number } | null; search: string }; // back from an act: the row that is there now
  const narrow = useMedia(NARROW);
  const desk = useDesk(me.unit);
  const colleagues = useColleagues(me.unit ?? '');
  const tab = useDeskTab();
  const waiting = useWaiting(me.unit, desk.isSuccess || tab === 'waiting');
  const done = useDone(me.unit, desk.isSuccess || tab === 'done');
  const internal = useInternal();
  const [filter, setFilter] = useDeskFilter();
  const [chosen, setChosen] = useState(state?.at ?? 0);

  const now = { today: desk.data?.today ?? '', now: desk.data?.now ?? '' };
  const all = desk.data ? rowsOf(inHandsOf(desk.data.items, colleagues.data ?? []), now, internal) : [];
  const shown = asShown(all.filter((row) => fits(row, filter)));
  const row = shown[Math.min(chosen, shown.length - 1)];
  const from = (to: FromDesk['to']): FromDesk => ({ from: 'desk', to, at: chosen, search });
  const pick = (at: number) => {
    const band = KEYED[at];
    setFilter({ ...filter, band: filter.band === band ? undefined : band });
    setChosen(0);
  };
  useKeys(Object.fromEntries(KEYED.map((name, at) => [String(at + 1), { does: `只看 ${BANDS[name].name} 的，再按看全部`, run: () => pick(at) }])));
  useKeys({
    N: {
      does: '给这件记一笔',
      run: () => row && tab === 'owed' && navigate(`/matters/${row.item.region}/${row.item.matter}?do=takeNote`, { state: from('look') }),
    },
  });

  return (
    <Page
      title="我的案头"
      sentence={desk.data && <Sentence unit={me.unitName ?? '本单位'} rows={all} more={desk.data.more} />}
      acts={
        <Button className="only-wide" onClick={() => print()}>
          打印今日清单
        </Button>
      }
    >
      {hasRole(me, 'petitionDeptHead') && <Proposals told />}
      {desk.data && <p className="printed-on">{chinese(desk.data.today as PlainDate)}的清单</p>}
      <DeskTabs
        tab={tab}
        counts={{
          ...(desk.data && { owed: counted(all.length, desk.data.more) }),
          ...(waiting.data && { waiting: counted(new Set(waiting.data.items.map(({ matter }) => matter)).size, waiting.data.more) }),
          ...(done.data && { done: counted(done.data.items.length, done.data.more) }),
        }}
      />
      {tab === 'waiting' && <WaitingTab waiting={waiting} />}
      {tab === 'done' && <DoneTab done={done} />}
      {tab === 'owed' && owed()}
    </Page>
  );

  function owed() {
    return (
      <>
        {desk.error && <Trouble error={desk.error} again={() => desk.refetch()} />}
        {desk.isPending && (
          <div className="sheet">
            <Waiting rows={8} again={() => desk.refetch()} />
          </div>
        )}
        {desk.data && all.length === 0 && (
          <div className="sheet">
            <Empty
              title="件件有着落，案头已清"
              acts={
                <>
                  {mayGo(me.roles, '/intakes') ? (
                    <Link className="btn-like" to="/intakes">
                      看看有没有新来件
                    </Link>
                  ) : (
                    <Link className="btn-like" to="/work">
                      看会议、督办、接访
                    </Link>
                  )}
                  <Link className="btn-like" to="/matters">
                    看经手过的事项
                  </Link>
                </>
              }
            >
              本单位现在没有正在走的期限。有新的转来，或者期限重新起算，会马上列在这里。
            </Empty>
          </div>
        )}
        {all.length > 0 && (
          <>
            <DeskFilters
              rows={all}
              filter={filter}
              onChange={(next) => {
                setFilter(next);
                setChosen(0);
              }}
            />
            <div className={narrow ? '' : 'cols desk-cols'}>
              <section className="sheet" aria-label="应办清单">
                {shown.length === 0 ? (
                  <EmptyAfterFilter
                    what={filter.band ? BANDS[filter.band].said : '这样筛选'}
                    all={`看全部 ${all.length} 件`}
                    onAll={() => setFilter(NO_FILTER)}
                  />
                ) : (
                  <DeskTable
                    bands={inBands(shown)}
                    now={now}
                    chosen={Math.min(chosen, shown.length - 1)}
                    start={state?.at}
                    look={from('look')}
                    onChoose={setChosen}
                    onOpen={({ item }) => navigate(`/matters/${item.region}/${item.matter}`, { state: from('look') })}
                    onVerb={({ item, duty }) => navigate(addressOf(item, duty), { state: from('act') })}
                  />
                )}
              </section>
              {!narrow && row && <Peek row={row} now={now} from={from} />}
            </div>
          </>
        )}
      </>
    );
  }
}

const counted = (count: number, more: boolean) => `${count}${more ? '+' : ''}`;
