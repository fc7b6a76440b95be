/** The answer first: how far it has come, and who owes what by when. */
import type { MatterPage } from '#contexts/casework/contract.ts';
import { dutyOf } from '../desk/duties.ts';
import { useMe } from '../session/session.tsx';
import { isInternal } from '../shared/clock/ClockCalc.tsx';
import { ClockTag } from '../shared/clock/ClockTag.tsx';
import { readClock } from '../shared/clock/read.ts';
import { day } from '../shared/dates.ts';
import { alsoMissed, mostPressing } from './pressing.ts';
import { stepsOf } from './steps.ts';

export function Strip({ page }: { page: MatterPage }) {
  const running = mostPressing(page, useMe().unitName);
  const owed = running && dutyOf(running.clock, page.stage).owed;
  const missed = alsoMissed(page, running);
  return (
    <section className="sheet strip" aria-label="办到哪一步">
      <ol className="steps">
        {stepsOf(page).map(({ name, on, state }) => (
          <li key={name} className={state} {...(state === 'now' && { 'aria-current': 'step' as const })}>
            <span className="pt" aria-hidden="true" />
            <b>{name}</b>
            <small>{on ? day(on, page.today) : state === 'now' ? '现在' : '\u00a0'}</small>
          </li>
        ))}
      </ol>
      <div className="owe">
        {running && <ClockTag clock={readClock({ ...running, internal: isInternal(running) }, page)} today={page.today} big />}
        <p>
          {page.answerable ? (
            <>
              {owed ? (
                <>
                  <b>现在该：{running.holder}</b>
                  {owed}。
                </>
              ) : (
                <>
                  <b>{page.answerable.name}</b>负责，现在没有该办的。
                </>
              )}
              <br />
              <span className="mute">
                {running && running.holder !== page.answerable.name && `这件由${page.answerable.name}负责；`}同一时刻只有一个机关负责。
              </span>
              {missed.length > 0 && (
                <>
                  <br />
                  <span className="mute">
                    {missed
                      .map(({ clock, legalOn, holder, by, isSpent }) => {
                        const what = `${holder === page.answerable?.name ? '' : holder}没有按${by}在${day(legalOn, page.today)}以前${dutyOf(clock, page.stage).owed}`;
                        return isSpent ? what : `${what}，还要补上`;
                      })
                      .join('；')}
                    。
                  </span>
                </>
              )}
            </>
          ) : (
            <b>{page.stageName}，没有机关还欠着回应。</b>
          )}
        </p>
      </div>
    </section>
  );
}
