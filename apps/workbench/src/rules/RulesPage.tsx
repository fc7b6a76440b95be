/** 期限: by what the days are counted. What no read text says is never shown as law. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getCalendar, getRules, type LimitShown, type RuleShown } from '#contexts/casework/contract.ts';
import { CLOCKS } from '#kernel/clocks/index.ts';
import type { ClockType } from '#kernel/clocks/rule.ts';
import type { Reply } from '#kernel/endpoint.ts';
import { call } from '../shared/call.ts';
import { EVIDENCE } from '../shared/clock/ClockCalc.tsx';
import { Note } from '../shared/Note.tsx';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { hasRole, useMe } from '../session/session.tsx';
import { ImportNotice } from './ImportNotice.tsx';
import { Year } from './Year.tsx';

const TYPES: Readonly<Record<ClockType, string>> = {
  duty: '机关的责任',
  right: '信访人的权利',
  window: '可以办的期间',
  extension: '延长',
  suspension: '暂停',
  recurring: '按期重复',
  conversion: '转换',
  fiction: '期满视为',
};

const AGAIN = 3_000; // while terms are counted again after an import

export default function RulesPage() {
  const rules = useQuery({ queryKey: ['rules'], queryFn: () => call(getRules, {}), staleTime: 5 * 60_000 });
  const calendar = useQuery({
    queryKey: ['calendar'],
    queryFn: () => call(getCalendar, {}),
    staleTime: 5 * 60_000,
    refetchInterval: ({ state }) => (isCounting(state.data) ? AGAIN : false),
  });
  const keeps = hasRole(useMe(), 'sysAdmin');
  const [only, setOnly] = useState<'law' | 'default' | 'all'>('all');
  const all = rules.data?.rules ?? [];
  const unproved = all.filter(({ term }) => !EVIDENCE[term.size].law);
  const shown = only === 'all' ? all : all.filter(({ term }) => EVIDENCE[term.size].law === (only === 'law'));

  return (
    <Page title="日历与期限规则" sentence="今天登记的事项，按这里的天数算；登记过的，一直按登记那天的规则算。">
      {(rules.error || calendar.error) && (
        <Trouble
          error={rules.error ?? calendar.error}
          again={() => {
            void rules.refetch();
            void calendar.refetch();
          }}
        />
      )}
      <div className="stack">
        {calendar.data && (
          <Sheet title="工作日历" aside={`第 ${calendar.data.version} 版`}>
            <Calendars {...calendar.data} />
          </Sheet>
        )}
        {calendar.data?.missing && (
          <Note kind="care" title={`${calendar.data.missing}年的放假安排还没有导入。`}>
            国务院办公厅一般在10月至12月公布。公布以前，落在{calendar.data.missing}年的期限按法定节日暂算；
            {keeps ? '公布后请在下面导入。' : '公布后请系统管理员导入。'}
          </Note>
        )}
        {calendar.data?.notice && <Recounted {...calendar.data} notice={calendar.data.notice} />}
        {keeps && calendar.data && <ImportNotice year={calendar.data.missing ?? Number(calendar.data.today.slice(0, 4)) + 1} />}
        <section className="sheet" aria-labelledby="rules">
          <header>
            <h2 id="rules">期限规则</h2>
            {rules.data && (
              <span className="r">
                现行：{rules.data.packs.join('、')}；{rules.data.rollLastDay ? '最后一天是休息日的，顺延到下一个工作日' : '最后一天是休息日的，不顺延'}
              </span>
            )}
          </header>
          {unproved.length > 0 && (
            <div className="pad">
              <Note kind="care" quiet title={`有 ${unproved.length} 条天数没有法规原文可依。`}>
                标着“待核实”“系统默认”的，是产品先定下的天数，由本单位确认；对外不说成法定期限。
              </Note>
            </div>
          )}
          <div className="bar" style={{ padding: '12px 16px 0' }}>
            <fieldset className="seg" aria-label="按依据筛选">
              {(
                [
                  ['all', '全部'],
                  ['law', '有原文或做法'],
                  ['default', '待核实、默认'],
                ] as const
              ).map(([value, label]) => (
                <button key={value} type="button" aria-pressed={only === value} onClick={() => setOnly(value)}>
                  {label}
                </button>
              ))}
            </fieldset>
          </div>
          {rules.isPending && <Waiting rows={8} />}
          {shown.length > 0 && <Rules rules={shown} />}
        </section>
        {rules.data && rules.data.limits.length > 0 && (
          <Sheet title="不起算期限的数" aside="只由国家规定那一份定，地方不能另定">
            <Limits limits={rules.data.limits} />
          </Sheet>
        )}
      </div>
    </Page>
  );
}

const isCounting = (calendar: Reply<typeof getCalendar> | undefined) => calendar !== undefined && !calendar.recount?.done;

/** The last notice that was imported, and how far what runs has been counted again with it. */
function Recounted({ notice, recount }: { notice: string; recount: Reply<typeof getCalendar>['recount'] }) {
  if (!recount?.done)
    return (
      <Note kind="care" quiet title={`正在按《${notice}》重算在走的期限。`}>
        已经看过 {recount?.open ?? 0} 件，{recount?.moved ?? 0} 件的日子变了。
      </Note>
    );
  return (
    <Note kind="done" title={`已经按《${notice}》重算。`}>
      看过 {recount.open} 件信访事项，{recount.moved}{' '}
      件的日子变了；待办的来件、督办会议等工作和监督投诉也已一并重算。原来的和新的日子都记在每一件的办理经过里，信访人在进度页看得到。
    </Note>
  );
}

function Calendars({ today, days, published }: { today: string; days: Parameters<typeof Year>[0]['days']; published: readonly number[] }) {
  const year = Number(today.slice(0, 4));
  return (
    <div className="cols" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))' }}>
      {[year, year + 1].map((each) => (
        <Year key={each} year={each} days={days} published={published.includes(each)} />
      ))}
    </div>
  );
}

function Limits({ limits }: { limits: readonly LimitShown[] }) {
  return (
    <table className="grid cards">
      <caption className="vh">不起算期限的数</caption>
      <thead>
        <tr>
          <th scope="col">管什么</th>
          <th scope="col" style={{ width: 150 }}>
            多少
          </th>
          <th scope="col">依据</th>
          <th scope="col" style={{ width: 210 }}>
            数的来历
          </th>
        </tr>
      </thead>
      <tbody>
        {limits.map(({ name, length, source, evidence }) => (
          <tr key={name}>
            <td className="b">{name}</td>
            <td>
              <b>{length}</b>
            </td>
            <td className="small">{source}</td>
            <td>
              <span className={EVIDENCE[evidence].tag}>{EVIDENCE[evidence].name}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rules({ rules }: { rules: readonly RuleShown[] }) {
  return (
    <table className="grid cards">
      <caption className="vh">期限规则</caption>
      <thead>
        <tr>
          <th scope="col">期限</th>
          <th scope="col" style={{ width: 150 }}>
            多长
          </th>
          <th scope="col">依据</th>
          <th scope="col" style={{ width: 210 }}>
            天数的来历
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ clock, term, promise, laxer }) => {
          const { name, type, overdue, note } = CLOCKS[clock];
          return (
            <tr key={clock}>
              <td>
                <span className="b">{name}</span>
                <span className="sub">
                  {TYPES[type]}
                  {note && ` · ${note}`}
                </span>
              </td>
              <td>
                <b>{term.length}</b>
                {promise && <span className="sub">本地承诺 {promise.length}（先到的亮灯）</span>}
                {laxer && <span className="sub soon">比国家规定宽，只显示</span>}
              </td>
              <td className="small">
                {term.source}
                {term.quote && <span className="sub">“{term.quote}”</span>}
                {overdue && <span className="sub">超期：{overdue}</span>}
              </td>
              <td>
                <span className={EVIDENCE[term.size].tag}>{EVIDENCE[term.size].name}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
