/** 来件: what has come and waits for a person to say what it is. The most pressing first. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { listWaiting } from '#contexts/intake/contract.ts';
import { INTAKE_STAGES } from '#contexts/intake/domain/intake.ts';
import { CHANNELS } from '#kernel/channels.ts';
import { hasRole, useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { RowClock } from '../shared/clock/RowClock.tsx';
import { dateOf, moment } from '../shared/dates.ts';
import { Empty } from '../shared/Empty.tsx';
import { Page } from '../shared/Page.tsx';
import { RowsTable } from '../shared/RowsTable.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';

export default function IntakesPage() {
  const me = useMe();
  const navigate = useNavigate();
  const waiting = useQuery({ queryKey: ['waiting', me.unit], queryFn: () => call(listWaiting, {}), refetchInterval: 60_000 });
  const { rows = [], today = '' } = waiting.data ?? {};

  return (
    <Page
      title="来件"
      sentence={
        waiting.data &&
        (rows.length ? (
          <>
            有 <b>{rows.length}</b> 件等人来看。没有人定下种类以前，只有收件的这个窗口看得到内容。
          </>
        ) : (
          '现在没有等着甄别、答复的来件。'
        ))
      }
      acts={
        <>
          {hasRole(me, 'intakeOfficer', 'petitionDeptHead') && <Button onClick={() => navigate('/import')}>导入一批</Button>}
          <Button onClick={() => navigate('/register')}>登记一件</Button>
        </>
      }
    >
      {waiting.error && <Trouble error={waiting.error} again={() => waiting.refetch()} />}
      <section className="sheet" aria-label="等甄别、答复的来件">
        {waiting.isPending && <Waiting rows={6} again={() => waiting.refetch()} />}
        {waiting.data && rows.length === 0 && (
          <Empty
            title="来件都看过了"
            acts={
              <Link className="btn-like" to="/register">
                登记一件来访、来信、来电
              </Link>
            }
          >
            网上、一体机来的，一到就列在这里，最急的在前。
          </Empty>
        )}
        {rows.length > 0 && (
          <RowsTable
            caption="等甄别、答复的来件，最急的在前"
            rows={rows}
            keyOf={({ intake }) => intake}
            nameOf={({ title }) => title}
            open={({ region, intake }) => navigate(`/intakes/${region}/${intake}`)}
            verb={{ does: '甄别这件', of: ({ stage }) => (stage === 'classified' ? '答复' : '甄别') }}
            columns={[
              { head: '时限', width: 250, cell: (row) => <RowClock row={row} startedOn={dateOf(row.receivedAt)} today={today} /> },
              {
                head: '什么事',
                cell: ({ region, intake, title, channel, receivedAt, no }, tabIndex) => (
                  <>
                    <Link className="ttl" tabIndex={tabIndex} to={`/intakes/${region}/${intake}`}>
                      {title}
                    </Link>
                    <span className="sub">
                      {CHANNELS[channel].name} · {moment(receivedAt, today)} · {no}
                    </span>
                  </>
                ),
              },
              { head: '到了哪一步', width: 150, cell: ({ stage }) => INTAKE_STAGES[stage] },
            ]}
          />
        )}
      </section>
    </Page>
  );
}
