/** What the petitioner takes home: the number, the code that is told this once, and the next latest day. No name on it. */
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Receipt } from '#contexts/intake/contract.ts';
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import { dateOf, moment, toWall } from '../shared/dates.ts';
import { EchoMark } from '../shared/icons.tsx';
import { useKeys } from '../shared/keys.ts';
import { Note } from '../shared/Note.tsx';
import { nextDay } from './next-day.ts';

export function ReceiptSlip({ receipt, channel, again }: { receipt: Receipt; channel: Channel; again: () => void }) {
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  useKeys({ 'Ctrl+Enter': { does: '登记下一件', run: again }, P: { does: '打印回执', run: () => print() } });

  return (
    <div className="stack">
      {receipt.known && (
        <Note kind="care" title={`先前已经登记过，收件号 ${receipt.no}，没有重复写入。`}>
          同一天、同一渠道、同样的话和同样的人，只记一件。
        </Note>
      )}
      <section className="sheet receipt" aria-label="收件回执">
        <EchoMark size={40} />
        <h2>信访收件回执</h2>
        {receipt.code ? (
          <>
            <p>查询码（只显示这一次）</p>
            <p className="code">{receipt.code}</p>
            <p className="small mute">凭它在群众门户查进展、评价、补充材料。请当面抄给本人，或者打印。</p>
          </>
        ) : (
          <p className="mute">查询码在第一次登记时已经给过本人，这里不再显示。</p>
        )}
        <dl className="facts">
          <dt>收件号</dt>
          <dd className="mono">{receipt.no}</dd>
          <dt>收到</dt>
          <dd>
            {moment(receipt.receivedAt)}，{CHANNELS[channel].name}
          </dd>
          <dt>接下来</dt>
          <dd>{nextDay(toWall(receipt.receivedAt) || dateOf(receipt.receivedAt))}</dd>
          <dt>说明</dt>
          <dd>收到回执不等于受理；受理与否，由有权处理的单位书面告诉本人。</dd>
          {receipt.matters.map(({ matter, region, no }) => (
            <Made key={matter} to={`/matters/${region}/${matter}`} no={no} />
          ))}
          {receipt.sealed > 0 && (
            <>
              <dt>密件</dt>
              <dd>{receipt.sealed} 件已移入密件，由专人按规定办理。</dd>
            </>
          )}
        </dl>
        <div className="acts no-print">
          <Button onClick={() => print()}>
            打印回执 <kbd>P</kbd>
          </Button>
          {receipt.matters.length === 0 && <Link to={`/intakes/${receipt.region}/${receipt.intake}`}>去甄别这件</Link>}
          <Button ref={next} type="primary" onClick={again}>
            登记下一件 <kbd>Ctrl</kbd>
            <kbd>Enter</kbd>
          </Button>
        </div>
      </section>
    </div>
  );
}

function Made({ to, no }: { to: string; no: string }) {
  return (
    <>
      <dt>事项</dt>
      <dd>
        <Link className="mono" to={to}>
          {no}
        </Link>
      </dd>
    </>
  );
}
