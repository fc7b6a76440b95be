/** 文书: over all matters of the unit, what waits to be written, signed, sent, and proven to have arrived. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { listPaperQueue } from '#contexts/documents/contract.ts';
import { rowsOf } from '../desk/bands.ts';
import { useInternal } from '../shared/clock/useInternal.ts';
import { hasRole, useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { useWholeDesk } from '../shared/useDesk.ts';
import { ClockTag } from '../shared/clock/ClockTag.tsx';
import { Empty, EmptyAfterFilter } from '../shared/Empty.tsx';
import { useKeys } from '../shared/keys.ts';
import { Page } from '../shared/Page.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { useRoving } from '../shared/useRoving.ts';
import { Waiting as Bars } from '../shared/Waiting.tsx';
import { ofDraft, ofDuty, ofPaper, paperOf, type Waiting, WAIT_NAMES, type WaitName, WAITS } from './queue.ts';

export default function QueuePage() {
  const me = useMe();
  const navigate = useNavigate();
  const queue = useQuery({ queryKey: ['papers-queue', me.unit], queryFn: () => call(listPaperQueue, {}), refetchInterval: 60_000 });
  const desk = useWholeDesk(me.unit);
  const internal = useInternal();
  const [only, setOnly] = useState<WaitName>();

  const all = queue.data && desk.data ? waitingOf() : [];
  const shown = WAIT_NAMES.flatMap((wait) => all.filter((row) => row.wait === wait && (!only || only === wait)));
  const roving = useRoving(shown.length);
  const go = (row: Waiting | undefined) => row && navigate(row.to);
  useKeys({
    J: { does: '下一份', run: () => roving.step(1) },
    K: { does: '上一份', run: () => roving.step(-1) },
    Enter: { does: '打开这一份', run: () => go(shown[roving.at]) },
    E: { does: '办这一份', run: () => go(shown[roving.at]) },
  });
  const pending = queue.isPending || desk.isPending;
  const error = queue.error ?? desk.error;
  const again = () => void Promise.all([queue.refetch(), desk.refetch()]);

  return (
    <Page
      title="文书"
      acts={
        <Link className="btn-like" to="/papers/words">
          单位用语和表格
        </Link>
      }
      sentence={queue.data && desk.data && <Sentence unit={me.unitName ?? '本单位'} rows={all} more={queue.data.more} />}
    >
      {error && <Trouble error={error} again={again} />}
      {pending && !error && (
        <div className="sheet">
          <Bars rows={6} again={again} />
        </div>
      )}
      {!pending && !error && all.length === 0 && (
        <div className="sheet">
          <Empty
            title="每份文书都送到了"
            acts={
              <Link className="btn-like" to="/desk">
                回案头
              </Link>
            }
          >
            没有该起草、等签、等发或者等送达证明的文书。受理、作出意见以后，要发的文书会列在这里。
          </Empty>
        </div>
      )}
      {all.length > 0 && (
        <>
          <div className="bar">
            <fieldset className="seg" aria-label="按要做什么筛选">
              <button type="button" aria-pressed={!only} onClick={() => setOnly(undefined)}>
                全部<b>{all.length}</b>
              </button>
              {WAIT_NAMES.map((wait) => (
                <button key={wait} type="button" aria-pressed={only === wait} onClick={() => setOnly(wait)}>
                  {WAITS[wait].short}
                  <b>{all.filter((row) => row.wait === wait).length}</b>
                </button>
              ))}
            </fieldset>
          </div>
          <section className="sheet" aria-label="还没有走完的文书">
            {shown.length === 0 && only ? (
              <EmptyAfterFilter what={WAITS[only].short} all={`看全部 ${all.length} 份`} onAll={() => setOnly(undefined)} />
            ) : (
              <QueueTable rows={shown} today={desk.data?.today ?? ''} roving={roving} onGo={go} />
            )}
          </section>
        </>
      )}
    </Page>
  );

  function waitingOf(): Waiting[] {
    const { drafts, papers, today } = queue.data!;
    const begun = new Set([...drafts, ...papers].map(({ matter, code }) => `${matter} ${code}`));
    const due = rowsOf(desk.data!.items, { today: desk.data!.today, now: desk.data!.now }, internal).filter((row) => {
      const code = paperOf(row);
      return code !== undefined && !begun.has(`${row.item.matter} ${code}`);
    });
    const isHead = hasRole(me, 'unitHead', 'petitionDeptHead');
    return [...papers.map((paper) => ofPaper(paper, today)), ...drafts.map((draft) => ofDraft(draft, isHead, today)), ...due.map(ofDuty)];
  }
}

function Sentence({ unit, rows, more }: { unit: string; rows: readonly Waiting[]; more: boolean }) {
  const said = WAIT_NAMES.map((wait) => [WAITS[wait].name, rows.filter((row) => row.wait === wait).length] as const).filter(([, count]) => count > 0);
  if (said.length === 0) return <>{unit}没有等着办的文书。</>;
  return (
    <>
      {unit}有 <b>{rows.length}</b> 份文书没有走完：
      {said.map(([name, count], at) => (
        <Fragment key={name}>
          {at > 0 && '；'}
          {name} <b>{count}</b> 份
        </Fragment>
      ))}
      。{more && '这里先列最早的。'}
    </>
  );
}

interface QueueTableProps {
  rows: readonly Waiting[];
  today: string;
  roving: ReturnType<typeof useRoving>;
  onGo: (row: Waiting) => void;
}

function QueueTable({ rows, today, roving, onGo }: QueueTableProps) {
  return (
    <table className="grid cards queue">
      <caption className="vh">还没有走完的文书，按要做什么分组</caption>
      <thead>
        <tr>
          <th scope="col">文书</th>
          <th scope="col">什么事</th>
          <th scope="col">到了哪一步</th>
          <th scope="col">
            <span className="vh">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <Fragment key={row.key}>
            {rows[at - 1]?.wait !== row.wait && (
              <tr className="band">
                <th colSpan={4} scope="rowgroup">
                  {WAITS[row.wait].name} {rows.filter(({ wait }) => wait === row.wait).length} 份<span>{WAITS[row.wait].note}</span>
                </th>
              </tr>
            )}
            <tr
              {...roving.row(at)}
              className={`open${at === roving.at ? ' sel' : ''}`}
              aria-label={`${row.paper}，${row.title}`}
              onClick={(event) => !(event.target as HTMLElement).closest('a,button') && onGo(row)}
            >
              <td>
                <span className="b">{row.paper}</span>
                <span className="sub">{row.number}</span>
              </td>
              <td>
                <Link className="ttl" tabIndex={at === roving.at ? 0 : -1} to={row.to}>
                  {row.title}
                </Link>
                <span className="sub mono">{row.matterNo}</span>
              </td>
              <td className="small">{row.clock ? <ClockTag clock={row.clock.clock} today={today} /> : row.since}</td>
              <td>
                <Button
                  className="verb"
                  tabIndex={at === roving.at ? 0 : -1}
                  type={at === roving.at ? 'primary' : 'default'}
                  aria-label={`${row.verb}：${row.paper}，${row.title}`}
                  onClick={() => onGo(row)}
                >
                  {row.verb}
                </Button>
              </td>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
