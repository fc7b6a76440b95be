/** The row in hand, beside the list: why that date, what follows if it passes. It shows no words of the petitioner: only opening the matter does, and leaves its trace. */
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { CLOCKS } from '#kernel/clocks/index.ts';
import { daysBetween, type PlainDate } from '#kernel/dates.ts';
import { type CalcLine, ClockCalc } from '../shared/clock/ClockCalc.tsx';
import type { Now } from '../shared/clock/read.ts';
import { dayAndWeekday, timeOfDay } from '../shared/dates.ts';
import type { DeskRow } from './bands.ts';
import { addressOf, type FromDesk } from './duties.ts';

interface PeekProps {
  row: DeskRow;
  now: Now;
  from: (to: FromDesk['to']) => FromDesk;
}

export function Peek({ row: { item, duty, clock, hints }, now, from }: PeekProps) {
  const navigate = useNavigate();
  const { mustTell, overdue } = CLOCKS[item.clock];
  return (
    <aside className="sheet peek" aria-labelledby="peek">
      <header>
        <h2 id="peek">{item.title}</h2>
      </header>
      <div className="pad stack">
        <section>
          <h3>为什么是 {dayAndWeekday(item.legalOn, now.today)}</h3>
          <ClockCalc lines={linesOf(item, now.today, clock.internal ?? false)} />
        </section>
        {hints.length > 0 && (
          <section>
            <h3>另外</h3>
            <p className="small">{hints.join('；')}。</p>
          </section>
        )}
        {mustTell && (
          <section>
            <h3>要告诉信访人</h3>
            <p className="small">{mustTell}</p>
          </section>
        )}
        {overdue && (
          <section>
            <h3>{clock.local || clock.internal ? '过了会怎样' : clock.left < 0 ? '已经超期，会怎样' : '超期会怎样'}</h3>
            <p className="small">{overdue}</p>
          </section>
        )}
        <div className="acts">
          <Button onClick={() => navigate(addressOf(item, duty), { state: from('act') })}>
            {duty.verb} <kbd>E</kbd>
          </Button>
          <Button onClick={() => navigate(`/matters/${item.region}/${item.matter}`, { state: from('look') })}>
            打开事项 <kbd>Enter</kbd>
          </Button>
        </div>
        <p className="small mute mono">{item.no}</p>
      </div>
    </aside>
  );
}

function linesOf({ clock, startedOn, lightOn, legalOn, targetAt }: DeskRow['item'], today: string, internal: boolean): CalcLine[] {
  const days = daysBetween(startedOn as PlainDate, lightOn as PlainDate);
  const back = days < 0; // counted back from the last day of another one
  return [
    { word: '起算', text: `${dayAndWeekday(startedOn, today)}，${targetAt ? '从那一刻起算' : back ? '往回数' : '当日不算'}` },
    ...(targetAt || days === 0 ? [] : [{ word: '期限', text: back ? `提前 ${-days} 天` : `到原定最后一天共 ${days} 天` }]),
    { word: '数到', text: `${dayAndWeekday(lightOn, today)}${targetAt ? timeOfDay(targetAt) : lightOn === legalOn ? ' 24:00' : ''}` },
    ...(lightOn === legalOn ? [] : [{ word: lightOn < legalOn ? '顺延' : '法定', text: `到 ${dayAndWeekday(legalOn, today)} 24:00` }]),
    { word: '依据', text: CLOCKS[clock].article },
    ...(internal ? [{ word: '说明', text: '天数没有法规原文可依，是内部时限' }] : []),
  ];
}
