/** 等别人: what other units owe in the matters that this one has had to do with, and what a petitioner may still ask for. Nothing here is owed by us. */
import { useNavigate, Link } from 'react-router';
import type { WaitingItem } from '#contexts/casework/contract.ts';
import { CHANNELS } from '#kernel/channels.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import { pressure } from '#kernel/clocks/light.ts';
import { ClockTag } from '../shared/clock/ClockTag.tsx';
import { articleOf, isRight, readClock } from '../shared/clock/read.ts';
import { type ClockReading, isMissed } from '../shared/clock/reading.ts';
import { useInternal } from '../shared/clock/useInternal.ts';
import { daysSince } from '../shared/dates.ts';
import { Empty } from '../shared/Empty.tsx';
import { RowsTable } from '../shared/RowsTable.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { dutyOf } from './duties.ts';
import type { useWaiting } from './useOthers.ts';

export function WaitingTab({ waiting }: { waiting: ReturnType<typeof useWaiting> }) {
  const navigate = useNavigate();
  const internal = useInternal();
  const { today = '', now = '', more = false } = waiting.data ?? {};
  const readingOf = (row: WaitingItem) => readClock({ ...row, internal: internal.has(row.clock) }, { today, now });
  const rows = onePerMatter(waiting.data?.items ?? [], readingOf);

  return (
    <>
      {waiting.error && <Trouble error={waiting.error} again={() => waiting.refetch()} />}
      <section className="sheet" aria-label="在等别人的">
        {waiting.isPending && <Waiting rows={6} again={() => waiting.refetch()} />}
        {waiting.data && rows.length === 0 && <Empty title="没有在等别人的">转出去的有了回音，或者信访人可以提出请求的日子过了，就不再列在这里。</Empty>}
        {rows.length > 0 && (
          <RowsTable
            caption="在等别人的，最急的在前"
            rows={rows}
            keyOf={({ matter }) => matter}
            nameOf={({ title, holder }) => `${title}，在等${holder}`}
            open={({ region, matter }) => navigate(`/matters/${region}/${matter}`)}
            verb={{ does: '看这件', of: () => '打开' }}
            columns={[
              {
                head: '时限',
                width: 250,
                cell: (row) => <ClockTag today={today} clock={readingOf(row)} />,
              },
              {
                head: '在等谁',
                width: 250,
                cell: ({ holder, clock, stage, key }) => (
                  <>
                    <span className="b">{holder}</span>
                    <span className="sub">
                      {isRight(clock) ? `还可以提出：${CLOCKS[clock].name}` : `${dutyOf(clock, stage, key).owed} · ${articleOf(clock)}`}
                    </span>
                  </>
                ),
              },
              {
                head: '什么事',
                cell: ({ region, matter, title, channel, receivedOn }, tabIndex) => (
                  <>
                    <Link className="ttl" tabIndex={tabIndex} to={`/matters/${region}/${matter}`}>
                      {title}
                    </Link>
                    <span className="sub">
                      {CHANNELS[channel].name} · 收件至今 {daysSince(receivedOn, today as never)} 天
                    </span>
                  </>
                ),
              },
            ]}
          />
        )}
        {more && <p className="keys">这里先列最急的 {rows.length} 件。</p>}
      </section>
    </>
  );
}

/**
 * A duty before a right: where somebody owes an answer, that is what one waits
 * for; a promise that was missed only where nothing else is owed. Broken law
 * before what can still be kept, and that before what was missed; of each the
 * earliest day first.
 */
export function onePerMatter(items: readonly WaitingItem[], readingOf: (item: WaitingItem) => ClockReading): WaitingItem[] {
  const rank = (item: WaitingItem) => {
    const clock = readingOf(item);
    return pressure(clock.left < 0, !isRight(item.clock) && !isMissed(clock));
  };
  const isBefore = (one: WaitingItem, other: WaitingItem) => (isRight(one.clock) === isRight(other.clock) ? rank(one) < rank(other) : isRight(other.clock));
  const first = (all: readonly WaitingItem[]) => all.reduce((best, item) => (isBefore(item, best) ? item : best));
  return [...Map.groupBy(items, ({ matter }) => matter).values()]
    .map(first)
    .sort((one, other) => rank(one) - rank(other) || (one.legalOn < other.legalOn ? -1 : Number(one.legalOn > other.legalOn)));
}
