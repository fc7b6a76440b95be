/** The accusations that this person has to do with, by their code. No title, no word of any stands in a list. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { listSealed, type SealedRow } from '#contexts/sealed/contract.ts';
import { SEALED_STAGES } from '#contexts/sealed/domain/file.ts';
import { call } from '../shared/call.ts';
import { ClockTag } from '../shared/clock/ClockTag.tsx';
import { readClock } from '../shared/clock/read.ts';
import { useInternal } from '../shared/clock/useInternal.ts';
import { day } from '../shared/dates.ts';
import { Empty } from '../shared/Empty.tsx';
import { useKeys } from '../shared/keys.ts';
import { Trouble } from '../shared/Trouble.tsx';
import { useRoving } from '../shared/useRoving.ts';
import { Waiting } from '../shared/Waiting.tsx';

export function Files() {
  const navigate = useNavigate();
  const list = useQuery({ queryKey: ['sealed'], queryFn: () => call(listSealed, {}), gcTime: 0 });
  const internal = useInternal();
  const rows = list.data?.rows ?? [];
  const roving = useRoving(rows.length);
  const open = ({ region, file }: SealedRow) => navigate(`/sealed/${region}/${file}`);
  const current = rows[roving.at];
  useKeys({
    J: { does: '下一件', run: () => roving.step(1) },
    K: { does: '上一件', run: () => roving.step(-1) },
    Enter: { does: '打开这件', run: () => current && open(current) },
    E: { does: '办这件', run: () => current && open(current) },
  });

  return (
    <>
      {list.error && <Trouble error={list.error} again={() => list.refetch()} />}
      <section className="sheet" aria-label="密件清单">
        {list.isPending && <Waiting rows={4} />}
        {list.data && rows.length === 0 && <Empty title="没有由您经办的密件">甄别时定为检举控告的，会移到这里，最急的在前。</Empty>}
        {rows.length > 0 && (
          <table className="grid cards">
            <caption className="vh">由本人经办的密件，最急的在前</caption>
            <thead>
              <tr>
                <th scope="col" style={{ width: 250 }}>
                  时限
                </th>
                <th scope="col">代号</th>
                <th scope="col">到了哪一步</th>
                <th scope="col">收到</th>
                <th scope="col" style={{ width: 88 }}>
                  <span className="vh">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr
                  key={row.file}
                  {...roving.row(at)}
                  className={`open${at === roving.at ? ' sel' : ''}`}
                  aria-label={row.code}
                  onClick={(event) => !(event.target as HTMLElement).closest('button') && open(row)}
                >
                  <td>
                    {row.side === 'triage' && row.stage === 'concluded' ? (
                      <span className="mute">已经移交，由接收机关办理</span>
                    ) : row.clock && row.lightOn && row.legalOn ? (
                      <ClockTag
                        today={list.data!.today}
                        clock={readClock(
                          {
                            clock: row.clock,
                            startedOn: row.receivedOn,
                            lightOn: row.lightOn,
                            legalOn: row.legalOn,
                            targetAt: null,
                            internal: internal.has(row.clock),
                          },
                          { today: list.data!.today },
                        )}
                      />
                    ) : (
                      <span className="mute">没有在走的期限</span>
                    )}
                  </td>
                  <td className="mono b">{row.code}</td>
                  <td>
                    {SEALED_STAGES[row.stage]}
                    <span className="sub">{row.recipient && `接收：${row.recipient.name}`}</span>
                  </td>
                  <td>{day(row.receivedOn, list.data!.today)}</td>
                  <td>
                    <Button
                      className="verb"
                      tabIndex={at === roving.at ? 0 : -1}
                      type={at === roving.at ? 'primary' : 'default'}
                      aria-label={`打开：${row.code}`}
                      onClick={() => open(row)}
                    >
                      打开
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}
