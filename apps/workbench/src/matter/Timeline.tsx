/** All that happened, newest first; what the petitioner also sees, and on demand what stays inside. */
import { useState } from 'react';
import type { MatterPage } from '#contexts/casework/contract.ts';
import { dateOf, day, moment } from '../shared/dates.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { inWords } from './evidence.ts';

const NEWEST = 20; // a year of notes is read from its end
const PAPER = /Dispatched|Delivered|Issued|Referred|Assigned|Recorded|Accepted$/;

export function Timeline({ page }: { page: MatterPage }) {
  const [inner, setInner] = useState(false);
  const all = [...page.timeline].sort((one, other) => other.n - one.n);
  const shown = all.filter((each) => inner || each.shown);
  const [whole, setWhole] = useState(false);
  const near = whole || shown.length <= NEWEST + 3 ? shown : shown.slice(0, NEWEST);
  const hidden = all.length - all.filter((each) => each.shown).length;

  return (
    <Sheet title="办理经过" aside={`${all.length} 条，只增不改`}>
      <ol className="line">
        {near.map(({ n, at, recordedAt, type, title, text, person, unit, shown: told }, index) => (
          <li key={n}>
            <time dateTime={at}>{day(dateOf(at), page.today)}</time>
            <span className={`dot ${!told ? 'inner' : index === 0 ? 'now' : PAPER.test(type) ? 'doc' : ''}`} aria-hidden="true" />
            <div>
              <b>{title}</b>
              {text && <span className="pre">：{inWords(text)}</span>}{' '}
              <span className="mute small">
                {[...new Set([person, unit])].filter(Boolean).join('，')}
                {dateOf(at) !== dateOf(recordedAt) && `；${moment(recordedAt, page.today)}补记`}
                {!told && '；内部记录'}
              </span>
            </div>
          </li>
        ))}
      </ol>
      {near.length < shown.length && (
        <p className="small mute">
          以上是最近 {near.length} 条，
          <button type="button" className="textual" onClick={() => setWhole(true)}>
            看更早的 {shown.length - near.length} 条
          </button>
          。
        </p>
      )}
      {hidden > 0 && (
        <p className="small mute">
          另有 {hidden} 条内部记录，
          <button type="button" className="textual" aria-expanded={inner} onClick={() => setInner(!inner)}>
            {inner ? '收起' : '展开'}
          </button>
          。信访人看到的是同一条时间线，不含内部记录。
        </p>
      )}
    </Sheet>
  );
}
