/** 评价与投诉: what petitioners say of the handling. Complaints lie with the organ outside the unit; ratings are shown with their number, or not at all. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { getRatings } from '#contexts/evaluation/contract.ts';
import { type ComplaintRow, listComplaints } from '#contexts/supervision/contract.ts';
import { ABOUTS, RESULTS } from '#contexts/supervision/domain/complaint.ts';
import { hasRole, useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { ClockTag } from '../shared/clock/ClockTag.tsx';
import { readClock } from '../shared/clock/read.ts';
import { useInternal } from '../shared/clock/useInternal.ts';
import { day } from '../shared/dates.ts';
import { isRefused } from '../shared/failure.ts';
import { useKeys } from '../shared/keys.ts';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { useRoving } from '../shared/useRoving.ts';
import { Waiting } from '../shared/Waiting.tsx';
import { Ratings } from './Ratings.tsx';
import { CallBacks } from './CallBacks.tsx';
import { OverduePromises } from './OverduePromises.tsx';
import { Reaudits } from './Reaudits.tsx';
import { RegisterComplaint } from './RegisterComplaint.tsx';
import { WantedCalls } from './WantedCalls.tsx';

export default function VoicesPage() {
  const navigate = useNavigate();
  const me = useMe();
  const supervises = hasRole(me, 'supervisor', 'petitionDeptHead');
  const [answered, setAnswered] = useState<'no' | 'yes'>('no');
  const [registering, setRegistering] = useState(false);
  const list = useQuery({ queryKey: ['complaints', answered], queryFn: () => call(listComplaints, { query: { answered } }) });
  const ratings = useQuery({ queryKey: ['ratings'], queryFn: () => call(getRatings, {}), staleTime: 60_000 });
  const rows = list.data?.rows ?? [];

  return (
    <Page
      title="评价与投诉"
      sentence="投诉送到被投诉单位以外的机关，它自己看不到；评价只有信访人能作，不评就是未评价。"
      acts={
        <button type="button" className="btn-like" onClick={() => setRegistering(true)}>
          登记一件投诉
        </button>
      }
    >
      <div className="stack">
        {registering && (
          <RegisterComplaint
            done={() => {
              setRegistering(false);
              void list.refetch();
            }}
            cancel={() => setRegistering(false)}
          />
        )}
        <CallBacks />
        <WantedCalls />
        {(supervises || hasRole(me, 'unitHead')) && <Reaudits />}
        {supervises && <OverduePromises />}
        <section className="sheet" aria-labelledby="complaints">
          <header>
            <h2 id="complaints">由本单位处理的投诉</h2>
          </header>
          <fieldset className="tabs" aria-label="投诉" style={{ padding: '6px 16px 0' }}>
            {(['no', 'yes'] as const).map((each) => (
              <button key={each} type="button" {...(answered === each && { 'aria-current': 'true' as const })} onClick={() => setAnswered(each)}>
                {each === 'no' ? '还没有答复' : '已答复'}
              </button>
            ))}
          </fieldset>
          {isRefused(list.error, 'NotAllowed') ? (
            <p className="mute" style={{ padding: '12px 16px' }}>
              {list.error.message}
            </p>
          ) : list.error ? (
            <div className="pad">
              <Trouble error={list.error} again={() => list.refetch()} />
            </div>
          ) : null}
          {list.isPending && <Waiting rows={4} />}
          {list.data && rows.length === 0 && (
            <p className="mute" style={{ padding: '12px 16px' }}>
              {answered === 'no' ? '没有等着答复的投诉。' : '还没有答复过投诉。'}
            </p>
          )}
          {rows.length > 0 && (
            <Complaints rows={rows} today={list.data!.today} onOpen={({ region, complaint }) => navigate(`/voices/${region}/${complaint}`)} />
          )}
        </section>
        {ratings.error ? (
          <Trouble error={ratings.error} again={() => ratings.refetch()} />
        ) : (
          ratings.data && (
            <Sheet title="信访人对本单位的评价" aside="只算评价期已过的" pad={false}>
              <Ratings {...ratings.data} />
            </Sheet>
          )
        )}
      </div>
    </Page>
  );
}

function Complaints({ rows, today, onOpen }: { rows: readonly ComplaintRow[]; today: string; onOpen: (row: ComplaintRow) => void }) {
  const internal = useInternal().has('E05');
  const roving = useRoving(rows.length);
  const open = () => rows[roving.at] && onOpen(rows[roving.at]!);
  useKeys({
    J: { does: '下一件', run: () => roving.step(1) },
    K: { does: '上一件', run: () => roving.step(-1) },
    Enter: { does: '打开', run: open },
    E: { does: '答复这件', run: open },
  });
  return (
    <table className="grid cards">
      <caption className="vh">投诉</caption>
      <thead>
        <tr>
          <th scope="col" style={{ width: 250 }}>
            时限
          </th>
          <th scope="col">投诉什么</th>
          <th scope="col">投诉谁</th>
          <th scope="col" style={{ width: 130 }}>
            收到
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr
            key={row.complaint}
            {...roving.row(at)}
            className={`open${at === roving.at ? ' sel' : ''}`}
            aria-label={`${ABOUTS[row.about]}，${row.unitName}`}
            onClick={() => onOpen(row)}
          >
            <td>
              {row.answeredOn ? (
                <>
                  <b className="ok">{day(row.answeredOn, today)}答复</b>
                  <span className="sub">{row.result && RESULTS[row.result]}</span>
                </>
              ) : row.legalOn && row.lightOn ? (
                <ClockTag
                  today={today}
                  clock={readClock(
                    { clock: 'E05', startedOn: row.receivedOn, lightOn: row.lightOn, legalOn: row.legalOn, targetAt: null, internal },
                    { today },
                  )}
                />
              ) : (
                <span className="mute">没有期限</span>
              )}
            </td>
            <td className="b">{ABOUTS[row.about]}</td>
            <td>{row.unitName}</td>
            <td>{day(row.receivedOn, today)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
