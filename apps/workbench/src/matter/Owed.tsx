/** Who owes what by when: first what this unit's desk names for the matter, then what else it owes here, each with its own act; then what others missed. */
import type { MatterPage } from '#contexts/casework/contract.ts';
import { dutyOf } from '../desk/duties.ts';
import { isInternal } from '../shared/clock/ClockCalc.tsx';
import { ClockTag } from '../shared/clock/ClockTag.tsx';
import { readClock } from '../shared/clock/read.ts';
import { lastOf, say } from '../shared/clock/reading.ts';
import { useMe } from '../session/session.tsx';
import { alsoMissed, type Lead, mostPressing, type OwedRow, type Way, wayOf } from './lead.ts';
import { useMatterKey, useObstacles } from './useMatter.ts';

interface OwedProps {
  page: MatterPage;
  lead: Lead;
  onWay: (way: Way) => void;
}

export function Owed({ page, lead, onWay }: OwedProps) {
  const { unitName = '' } = useMe();
  const running = mostPressing(page, unitName);
  const [, ...others] = lead.rows;
  const missed = alsoMissed(page, running, unitName);
  return (
    <div className="owe">
      {running && <ClockTag clock={readClock({ ...running, internal: isInternal(running) }, page)} today={page.today} big />}
      <div>
        <p>{page.answerable ? <Now page={page} running={running} /> : <b>{page.stageName}，没有机关还欠着回应。</b>}</p>
        {lead.before && <p className="mute">出具以前，先{lead.before}（第三十一条第六项）。</p>}
        {lead.blocked && <WhyNot command={lead.blocked} />}
        {others.length > 0 && (
          <ul className="also">
            {others.map((row) => (
              <Also key={row.item.key} row={row} page={page} lead={lead} onWay={onWay} />
            ))}
          </ul>
        )}
        {missed.length > 0 && <p className="mute">{missed.map((each) => missedSaid(each, page)).join('；')}。</p>}
      </div>
    </div>
  );
}

function Now({ page, running }: { page: MatterPage; running: ReturnType<typeof mostPressing> }) {
  const responsible = page.answerable!.name;
  if (!running)
    return (
      <>
        <b>{responsible}</b>负责，现在没有该办的。
      </>
    );
  return (
    <>
      <b>现在该：{running.holder}</b>
      {dutyOf(running.clock, page.stage).owed}。
      {running.holder !== responsible && (
        <>
          <br />
          <span className="mute">这件由{responsible}负责；同一时刻只有一个机关负责。</span>
        </>
      )}
    </>
  );
}

/** What the desk names, and the office does not offer: why, in its own sentence. */
function WhyNot({ command }: { command: string }) {
  const obstacles = useObstacles(useMatterKey(), true);
  const found = obstacles.data?.find((each) => each.command === command);
  if (!found) return null;
  return (
    <p className="mute">
      还不能{found.label}：{found.why}
    </p>
  );
}

/** One more thing that this unit owes here: what, by when, and the act for it. */
function Also({ row, page, lead, onWay }: { row: OwedRow; page: MatterPage; lead: Lead; onWay: (way: Way) => void }) {
  const way = wayOf(row, page);
  const { first, tone } = say(row.clock, page.today);
  return (
    <li>
      还该
      {way && way.label !== lead.way?.label ? (
        <button type="button" className="textual" onClick={() => onWay(way)}>
          {row.duty.owed}
        </button>
      ) : (
        row.duty.owed
      )}
      ：<span className={tone === 'over' ? 'late' : undefined}>{first}</span>，{lastOf(row.clock, page.today)}止
    </li>
  );
}

function missedSaid({ clock, legalOn, targetAt, holder, by, isSpent }: ReturnType<typeof alsoMissed>[number], page: MatterPage): string {
  const what = `${holder === page.answerable?.name ? '' : holder}没有按${by}在${lastOf({ legalOn, ...(targetAt && { at: targetAt }) }, page.today)}以前${dutyOf(clock, page.stage).owed}`;
  return isSpent ? what : `${what}，还要补上`;
}
