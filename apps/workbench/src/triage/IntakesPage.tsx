/** 来件: what has come and waits for a person to say what it is. The most pressing first. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { listWaiting } from '#contexts/intake/contract.ts';
import { INTAKE_STAGES } from '#contexts/intake/domain/intake.ts';
import { CHANNELS } from '#kernel/channels.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { hasRole, useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { ClockTag } from '../shared/clock/ClockTag.tsx';
import { readClock } from '../shared/clock/read.ts';
import { useInternal } from '../shared/clock/useInternal.ts';
import { dateOf, moment } from '../shared/dates.ts';
import { Empty } from '../shared/Empty.tsx';
import { useKeys } from '../shared/keys.ts';
import { Page } from '../shared/Page.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { useRoving } from '../shared/useRoving.ts';
import { Waiting } from '../shared/Waiting.tsx';

export default function IntakesPage() {
  const me = useMe();
  const navigate = useNavigate();
  const waiting = useQuery({ queryKey: ['waiting', me.unit], queryFn: () => call(listWaiting, {}), refetchInterval: 60_000 });
  const internal = useInternal();
  const rows = waiting.data?.rows ?? [];
  const roving = useRoving(rows.length);
  const open = () => {
    const row = rows[roving.at];
    if (row) navigate(`/intakes/${row.region}/${row.intake}`);
  };
  useKeys({
    J: { does: '下一件', run: () => roving.step(1) },
    K: { does: '上一件', run: () => roving.step(-1) },
    Enter: { does: '打开这件', run: open },
    E: { does: '甄别这件', run: open },
  });

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
          <table className="grid cards">
            <caption className="vh">等甄别、答复的来件，最急的在前</caption>
            <thead>
              <tr>
                <th scope="col" style={{ width: 250 }}>
                  时限
                </th>
                <th scope="col">什么事</th>
                <th scope="col" style={{ width: 150 }}>
                  到了哪一步
                </th>
                <th scope="col" style={{ width: 88 }}>
                  <span className="vh">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr
                  key={row.intake}
                  {...roving.row(at)}
                  className={`open${at === roving.at ? ' sel' : ''}`}
                  aria-label={row.title}
                  onClick={(event) => !(event.target as HTMLElement).closest('a,button') && navigate(`/intakes/${row.region}/${row.intake}`)}
                >
                  <td>
                    {row.clock && row.legalOn && row.lightOn ? (
                      <ClockTag
                        today={waiting.data!.today}
                        clock={readClock(
                          {
                            clock: row.clock as ClockId,
                            startedOn: dateOf(row.receivedAt),
                            lightOn: row.lightOn,
                            legalOn: row.legalOn,
                            targetAt: null,
                            internal: internal.has(row.clock),
                          },
                          { today: waiting.data!.today },
                        )}
                      />
                    ) : (
                      <span className="mute">没有在走的期限</span>
                    )}
                  </td>
                  <td>
                    <Link className="ttl" tabIndex={at === roving.at ? 0 : -1} to={`/intakes/${row.region}/${row.intake}`}>
                      {row.title}
                    </Link>
                    <span className="sub">
                      {CHANNELS[row.channel].name} · {moment(row.receivedAt, waiting.data!.today)} · {row.no}
                    </span>
                  </td>
                  <td>{INTAKE_STAGES[row.stage]}</td>
                  <td>
                    <Button
                      className="verb"
                      tabIndex={at === roving.at ? 0 : -1}
                      type={at === roving.at ? 'primary' : 'default'}
                      aria-label={`${row.stage === 'classified' ? '答复' : '甄别'}：${row.title}`}
                      onClick={() => navigate(`/intakes/${row.region}/${row.intake}`)}
                    >
                      {row.stage === 'classified' ? '答复' : '甄别'}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </Page>
  );
}
