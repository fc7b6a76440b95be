/** 本周办成: what the unit answered since Monday, the newest first; a late answer says so. */
import { Link, useNavigate } from 'react-router';
import { CHANNELS } from '#kernel/channels.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import { articleOf } from '../shared/clock/read.ts';
import { dayAndWeekday } from '../shared/dates.ts';
import { Empty } from '../shared/Empty.tsx';
import { RowsTable } from '../shared/RowsTable.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import type { useDone } from './useOthers.ts';

export function DoneTab({ done }: { done: ReturnType<typeof useDone> }) {
  const navigate = useNavigate();
  const { today = '', from = '', items = [], more = false } = done.data ?? {};

  return (
    <>
      {done.error && <Trouble error={done.error} again={() => done.refetch()} />}
      <section className="sheet" aria-label="本周办成的">
        {done.isPending && <Waiting rows={6} again={() => done.refetch()} />}
        {done.data && items.length === 0 && (
          <Empty title="本周还没有办成的">{dayAndWeekday(from, today)}起，发出、送达、办成的法定回应列在这里；刚办的晚几秒。</Empty>
        )}
        {items.length > 0 && (
          <RowsTable
            caption="本周办成的，新的在前"
            rows={items}
            keyOf={({ matter, key }) => matter + key}
            nameOf={({ title, clock }) => `${title}，${CLOCKS[clock].name}`}
            open={({ region, matter }) => navigate(`/matters/${region}/${matter}`)}
            columns={[
              {
                head: '办成的日子',
                width: 250,
                cell: ({ doneOn, legalOn, kept }) => (
                  <>
                    <span className="b">{dayAndWeekday(doneOn, today)}</span>
                    <span className="sub">
                      限 {dayAndWeekday(legalOn, today)}
                      {!kept && '，办成时已经超期'}
                    </span>
                  </>
                ),
              },
              {
                head: '办成了什么',
                width: 250,
                cell: ({ clock }) => (
                  <>
                    <span className="b">{CLOCKS[clock].name}</span>
                    <span className="sub">{articleOf(clock)}</span>
                  </>
                ),
              },
              {
                head: '什么事',
                cell: ({ region, matter, title, channel, no }, tabIndex) => (
                  <>
                    <Link className="ttl" tabIndex={tabIndex} to={`/matters/${region}/${matter}`}>
                      {title}
                    </Link>
                    <span className="sub">
                      {CHANNELS[channel].name} · {no}
                    </span>
                  </>
                ),
              },
            ]}
          />
        )}
        {more && <p className="keys">这里先列最近的 {items.length} 个。</p>}
      </section>
    </>
  );
}
