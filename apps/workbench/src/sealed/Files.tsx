/** The accusations that this person has to do with, by their code. No title, no word of any stands in a list. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { listSealed } from '#contexts/sealed/contract.ts';
import { SEALED_STAGES } from '#contexts/sealed/domain/file.ts';
import type { Reply } from '#kernel/endpoint.ts';
import { call } from '../shared/call.ts';
import { RowClock } from '../shared/clock/RowClock.tsx';
import { day } from '../shared/dates.ts';
import { Empty } from '../shared/Empty.tsx';
import { RowsTable } from '../shared/RowsTable.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';

type Row = Reply<typeof listSealed>['rows'][number];

const isHandedOver = ({ side, stage }: Row) => side === 'triage' && stage === 'concluded';

/** The clocks of what was handed over run elsewhere: here the newest comes first. */
function handedOverLast(rows: readonly Row[]): Row[] {
  const over = rows.filter(isHandedOver).toSorted((one, other) => (one.receivedOn < other.receivedOn ? 1 : -1));
  return [...rows.filter((row) => !isHandedOver(row)), ...over];
}

export function Files() {
  const navigate = useNavigate();
  const list = useQuery({ queryKey: ['sealed'], queryFn: () => call(listSealed, {}), gcTime: 0 });
  const { today = '' } = list.data ?? {};
  const rows = handedOverLast(list.data?.rows ?? []);

  return (
    <>
      {list.error && <Trouble error={list.error} again={() => list.refetch()} />}
      <section className="sheet" aria-label="密件清单">
        {list.isPending && <Waiting rows={4} />}
        {list.data && rows.length === 0 && <Empty title="没有由您经办的密件">甄别时定为检举控告的，会移到这里，最急的在前。</Empty>}
        {rows.length > 0 && (
          <RowsTable
            caption="由本人经办的密件，最急的在前"
            rows={rows}
            keyOf={({ file }) => file}
            nameOf={({ code }) => code}
            open={({ region, file }) => navigate(`/sealed/${region}/${file}`)}
            verb={{ does: '办这件', of: () => '打开' }}
            columns={[
              {
                head: '时限',
                width: 250,
                cell: (row) =>
                  isHandedOver(row) ? <span className="mute">已经移交，由接收机关办理</span> : <RowClock row={row} startedOn={row.receivedOn} today={today} />,
              },
              { head: '代号', className: 'mono b', cell: ({ code }) => code },
              {
                head: '到了哪一步',
                cell: ({ stage, recipient }) => (
                  <>
                    {SEALED_STAGES[stage]}
                    <span className="sub">{recipient && `接收：${recipient.name}`}</span>
                  </>
                ),
              },
              { head: '收到', cell: ({ receivedOn }) => day(receivedOn, today) },
            ]}
          />
        )}
      </section>
    </>
  );
}
