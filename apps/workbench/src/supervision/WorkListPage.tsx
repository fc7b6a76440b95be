/** 协同: the work beside matters that this unit sees — meetings, supervision, advice, what the year asks for — the most urgent first, and what may be begun. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { beginWork, listWork, type WorkRow } from '#contexts/coordination/contract.ts';
import { CommandForm } from '../act/CommandForm.tsx';
import type { Form } from '../act/form.ts';
import { hasRole, useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { day, dayAndWeekday } from '../shared/dates.ts';
import { Empty } from '../shared/Empty.tsx';
import { Page } from '../shared/Page.tsx';
import { RowsTable } from '../shared/RowsTable.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { isTab, TAB_NAMES, TABS, type Tab, underTitle } from './kinds.ts';
import { PreviewStep } from './PreviewStep.tsx';

export default function WorkListPage() {
  const me = useMe();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab');
  const tab = isTab(asked) ? asked : 'all';
  const open = search.get('open') === 'no' ? 'no' : 'yes';
  const [beginning, setBeginning] = useState(search.get('begin') ?? ''); // another page may have asked for it, and know what about
  const kinds = TABS[tab].kinds.join(',');
  const list = useQuery({ queryKey: ['work', me.unit, kinds, open], queryFn: () => call(listWork, { query: { kinds, open } }) });
  const begin = list.data?.begin ?? [];
  const chosen = begin.find(({ kind, form }) => `${kind}/${form.step}` === beginning);
  const go = (change: Record<string, string>) => setSearch({ tab, open, ...change });
  const watches = hasRole(me, 'supervisor') || hasRole(me, 'petitionDeptHead') || hasRole(me, 'jointConferenceOffice') || hasRole(me, 'leader');

  return (
    <Page
      title="协同与督办"
      sentence="会议定的事有人负责、有日期；超期由系统查出，谁也不用填报。"
      acts={
        watches && (
          <Link className="btn-like" to="/overdue">
            超期清单
          </Link>
        )
      }
    >
      <div className="stack">
        {chosen && (
          <Sheet title={chosen.form.label} className="doing">
            <CommandForm
              draftKey={`work/${beginning}/${Object.values(known(search)).join('/')}`}
              initial={known(search)}
              form={chosen.form as Form}
              about={{ region: me.unit?.split('/')[0] ?? '', unit: me.unit ?? '', claims: [] }}
              send={async (fields) => {
                const made = await call(beginWork, { body: { kind: chosen.kind, step: chosen.form.step, fields } });
                navigate(`/work/${made.region}/${made.work}`);
              }}
              done={() => setBeginning('')}
              cancel={() => setBeginning('')}
              {...(chosen.form.paper && {
                under: (fields: () => Record<string, unknown> | undefined) => (
                  <PreviewStep paper={chosen.form.paper!} asked={{ kind: chosen.kind, step: chosen.form.step }} fields={fields} />
                ),
              })}
            />
          </Sheet>
        )}
        <section className="sheet" aria-labelledby="work">
          <header>
            <h2 id="work">{open === 'yes' ? '在办的' : '已经结束的'}</h2>
            <button type="button" className="textual" onClick={() => go({ open: open === 'yes' ? 'no' : 'yes' })}>
              {open === 'yes' ? '看已经结束的' : '看在办的'}
            </button>
          </header>
          <fieldset className="tabs" aria-label="按种类看" style={{ padding: '6px 16px 0' }}>
            {TAB_NAMES.map((each) => (
              <button key={each} type="button" {...(tab === each && { 'aria-current': 'true' as const })} onClick={() => go({ tab: each })}>
                {TABS[each].name}
              </button>
            ))}
          </fieldset>
          {begin.length > 0 && !chosen && (
            <p className="acts" style={{ padding: '0 16px 12px' }}>
              {begin.map(({ kind, form }) => (
                <button key={`${kind}/${form.step}`} type="button" className="btn-like" onClick={() => setBeginning(`${kind}/${form.step}`)}>
                  {form.label}
                </button>
              ))}
            </p>
          )}
          {list.error && (
            <div className="pad">
              <Trouble error={list.error} again={() => list.refetch()} />
            </div>
          )}
          {list.isPending && <Waiting rows={5} again={() => void list.refetch()} />}
          {list.data && list.data.rows.length === 0 && <Nothing tab={tab} open={open} mayBegin={begin.length > 0} onAll={() => go({ tab: 'all' })} />}
          {list.data && list.data.rows.length > 0 && <Rows rows={list.data.rows} onOpen={({ region, work }) => navigate(`/work/${region}/${work}`)} />}
        </section>
      </div>
    </Page>
  );
}

/** What would stand here, and how to see the rest. */
function Nothing({ tab, open, mayBegin, onAll }: { tab: Tab; open: 'yes' | 'no'; mayBegin: boolean; onAll: () => void }) {
  const what = tab === 'all' ? '' : `“${TABS[tab].name}”`;
  return (
    <Empty
      title={open === 'yes' ? `${what}没有在办的` : `${what}还没有结束的`}
      acts={
        tab !== 'all' && (
          <button type="button" className="btn-like" onClick={onAll}>
            看全部
          </button>
        )
      }
    >
      {open === 'no'
        ? '办完一项，就移到这里。'
        : mayBegin
          ? '要新开的，点上面的按钮；到了日子该办的，系统自己列出来。'
          : '到了日子该办的、别的单位请来办的，系统自己列出来。'}
    </Empty>
  );
}

/** What the page that led here knows already. */
const known = (search: URLSearchParams) => Object.fromEntries([...search].filter(([name]) => name === 'unit' || name === 'matter'));

function Rows({ rows, onOpen }: { rows: readonly WorkRow[]; onOpen: (row: WorkRow) => void }) {
  return (
    <RowsTable
      caption="会议、督办、建议，最急的在前"
      rows={rows}
      keyOf={({ work }) => work}
      nameOf={({ kindName, title, about }) => [kindName, title, about].filter(Boolean).join('，')}
      open={onOpen}
      columns={[
        {
          head: '最迟',
          width: 190,
          named: true,
          cell: ({ lightOn, daysLeft }) =>
            lightOn ? (
              <>
                {dayAndWeekday(lightOn)}
                {daysLeft !== null && daysLeft !== undefined && <Left days={daysLeft} />}
              </>
            ) : (
              '—'
            ),
        },
        {
          head: '关于',
          cell: (row, tabIndex) => (
            <>
              <Link className="ttl" tabIndex={tabIndex} to={`/work/${row.region}/${row.work}`}>
                {row.title}
              </Link>
              <span className="sub">{underTitle(row)}</span>
            </>
          ),
        },
        { head: '走到哪步', width: 180, cell: ({ stageName }) => stageName },
        { head: '开始', width: 130, named: true, cell: ({ openedOn }) => day(openedOn) },
      ]}
    />
  );
}

const Left = ({ days }: { days: number }) =>
  days < 0 ? <b className="late sub">已过 {-days} 天</b> : <span className="sub">{days === 0 ? '今天到期' : `还有 ${days} 天`}</span>;
