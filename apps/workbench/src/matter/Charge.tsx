/** Who is in charge, who sent it, and which units have opened it: the petitioner sees the same. */
import type { MatterPage } from '#contexts/casework/contract.ts';
import { useColleagues } from '../act/PersonInput.tsx';
import { day, moment } from '../shared/dates.ts';
import { Sheet } from '../shared/Sheet.tsx';

const STATES: Readonly<Record<string, string>> = { open: '', objected: '，提出异议待核实', upheld: '，异议成立已退回', replaced: '，已改派' };

/** How whoever has it in hand is called, where that is not the one who handles. */
const OFFICER: Readonly<Partial<Record<MatterPage['stage'], string>>> = {
  reviewRequested: '复查人员',
  underReview: '复查人员',
  recheckRequested: '复核人员',
  underRecheck: '复核人员',
};

export function Charge({ page }: { page: MatterPage }) {
  return (
    <Sheet title="谁负责">
      <dl className="facts">
        <dt>现在</dt>
        <dd>{page.answerable ? <b>{page.answerable.name}</b> : '没有机关还欠着回应'}</dd>
        {(page.handler || page.handledBy) && <Contact word={OFFICER[page.stage] ?? '承办人'} card={page.handler} none="还没有指定" />}
        {page.answerable && page.handler && <StandIn unit={page.answerable.unit} name={page.handler.name} />}
        {page.handledBy && <Contact word="原承办" unit={page.handledBy.unitName} card={page.handledBy.card} />}
        {page.assignments.map(({ from, to, receivedOn, reportDuty, state }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: assignments are only ever added behind
          <Sent key={at} from={from} to={to} on={day(receivedOn, page.today)} how={reportDuty ? '交办' : '转送'} state={STATES[state] ?? ''} />
        ))}
        <dt>谁看过</dt>
        <dd>
          {page.opened.length === 0 && '还没有别的单位打开过'}
          {page.opened.map(({ unit, times, last }) => (
            <span key={unit} className="sub">
              {unit}，{times} 次，最近 {moment(last, page.today)}
            </span>
          ))}
        </dd>
      </dl>
    </Sheet>
  );
}

/** 代班: whoever is away has somebody in their place, from day to day; the directory knows who, and nobody has to write it here. */
function StandIn({ unit, name }: { unit: string; name: string }) {
  const colleagues = useColleagues(unit);
  const standIn = colleagues.data?.find(({ standsInFor }) => standsInFor === name);
  if (!standIn) return null;
  return (
    <>
      <dt>今天代班</dt>
      <dd>
        {[standIn.name, standIn.phone].filter(Boolean).join('，')}
        <span className="sub">
          {name}不在{standIn.to && `，代到${day(standIn.to)}`}
        </span>
      </dd>
    </>
  );
}

function Contact({ word, unit, card, none = '' }: { word: string; unit?: string; card: MatterPage['handler']; none?: string }) {
  const told = [unit, card?.name, card?.post, card?.phone].filter(Boolean).join('，');
  return (
    <>
      <dt>{word}</dt>
      <dd>{told || none}</dd>
    </>
  );
}

function Sent({ from, to, on, how, state }: { from: string; to: string; on: string; how: string; state: string }) {
  return (
    <>
      <dt>{how}</dt>
      <dd>
        {from} → {to}，{on}收到{state}
      </dd>
    </>
  );
}
