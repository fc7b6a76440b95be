import { inChinese, inEnglish } from '#kernel/lengths.ts';
import { daysBetween, type PlainDate } from '#kernel/dates.ts';
import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { beganOn, dayOfClock, daysLeft, isCountedBack, stateOf } from '#contexts/transparency/domain/light.ts';
import type { PublicClock } from '#contexts/transparency/domain/progress.ts';
import { articleIn } from '../words/articles.ts';
import { day, dayAfter, firstOf, lastOf, shortDay } from '../words/dates.ts';
import { wordsOf } from '../words/index.ts';

interface Props {
  readonly frame: Frame;
  readonly clock: PublicClock;
  readonly plain?: boolean;
}

/** A date is never alone: where it starts, how long and by which article, where the count lands, why it moves, the last day. */
export function ClockSum({ frame, clock, plain }: Props) {
  const { progress } = wordsOf(frame);
  const { language, today } = frame;
  const state = stateOf(clock, today);
  const late = state === 'late' || state === 'missed';
  const over = state === 'late' ? progress.overNow : progress.missedNow; // 超期 is a word of the law
  const started = progress.startedBy(clock.startedBy);
  const gap = language === 'en' && started ? ', ' : '';
  const rolled = clock.legalOn !== clock.targetOn;
  const length = language === 'en' ? inEnglish(clock.length) : inChinese(clock.length);
  return (
    <>
      {!plain && !clock.hours && <Bar frame={frame} clock={clock} />}
      <dl className="sum">
        <Row
          label={progress.sum.start}
          main={`${firstOf(clock, language)}${gap}${started}`}
          note={
            clock.hours
              ? progress.byTheHour
              : isCountedBack(clock)
                ? progress.countedBack
                : clock.actedOn > clock.startedOn
                  ? progress.acted(shortDay(clock.actedOn, language))
                  : progress.startNote(shortDay(dayAfter(clock.startedOn), language))
          }
        />
        <Row label={progress.sum.length} main={length} note={progress.basis(articleIn(language, clock.article), clock.dutyEvidence, clock.lengthEvidence)} />
        {clock.extended > 0 && <Row label={progress.sum.extended} main={progress.extended(clock.extended)[0]} note={progress.extended(clock.extended)[1]} />}
        {clock.suspended > 0 && (
          <Row label={progress.sum.suspended} main={progress.suspended(clock.suspended)[0]} note={progress.suspended(clock.suspended)[1]} />
        )}
        <Row
          label={progress.sum.to}
          main={clock.hours ? lastOf(clock, language) : day(clock.targetOn, language)}
          note={clock.hours ? progress.untilThen : rolled ? restNote(frame, clock) : 'dateGiven' in clock.length ? progress.given : progress.working}
          end={!rolled && !late}
        />
        {rolled && <Row label={progress.sum.roll} main={progress.isLast(day(clock.legalOn, language))} note={progress.afterRest} end={!late} />}
        {clock.promisedOn && (
          <Row
            label={progress.sum.promised}
            main={progress.promised(day(clock.promisedOn, language))[0]}
            note={progress.promised(day(clock.promisedOn, language))[1]}
          />
        )}
        {late && <Row label={progress.sum.today} main={over(day(today, language), -daysLeft(clock, today))} note={progress.undeletable} end />}
      </dl>
      {clock.provisional && <p className="small quiet">{progress.provisional}</p>}
    </>
  );
}

function Row({ label, main, note, end }: { readonly label: string; readonly main: string; readonly note: string; readonly end?: boolean }) {
  return (
    <div className={end ? 'end' : undefined}>
      <dt>{label}</dt>
      <dd>
        <b>{main}</b>
        <span>{note}</span>
      </dd>
    </div>
  );
}

function restNote(frame: Frame, { rest }: PublicClock): string {
  const { progress } = wordsOf(frame);
  return rest ? progress.rest(progress.holiday(rest.name), shortDay(rest.from, frame.language), shortDay(rest.to, frame.language)) : '';
}

/** The same count as a bar; the days that a holiday added are hatched. The flag stands by the width of an SVG, so no style needs to be inline. */
function Bar({ frame, clock }: { readonly frame: Frame; readonly clock: PublicClock }) {
  const { progress } = wordsOf(frame);
  const { language, today } = frame;
  const late = stateOf(clock, today) === 'late';
  const end: PlainDate = late ? today : clock.legalOn;
  const whole = Math.max(1, daysBetween(beganOn(clock), end));
  const at = (date: PlainDate) => Math.min(1000, Math.max(0, Math.round((daysBetween(beganOn(clock), date) / whole) * 1000)));
  const here = late ? at(clock.legalOn) : at(today);
  const flag = late ? progress.todayFlag(shortDay(clock.legalOn, language)) : progress.today(shortDay(today, language), dayOfClock(clock, today));
  const [over, by] = progress.overFlag(shortDay(today, language), -daysLeft(clock, today));
  const fill = late ? '#b3261e' : '#fff';
  return (
    <div className="days">
      <div className="flagrow">
        <svg width={`${here / 10}%`} height="1" aria-hidden="true" />
        <span className={here < 420 ? 'flag from-start' : 'flag'}>{flag} ▾</span>
      </div>
      <svg viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id={`hz-${clock.id}`} width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="10" height="10" fill={fill} />
            <rect width="3" height="10" fill={late ? '#fbe9e7' : '#0b5d5e'} />
          </pattern>
        </defs>
        <rect x="1" y="4.5" width="998" height="11" fill="#fff" stroke="#0b5d5e" />
        <rect x="0" y="4" width={here} height="12" fill="#0b5d5e" />
        {late ? (
          <rect x={here} y="4" width={1000 - here} height="12" fill={`url(#hz-${clock.id})`} />
        ) : (
          at(clock.targetOn) < 1000 &&
          at(clock.targetOn) >= here && <rect x={at(clock.targetOn)} y="5" width={999 - at(clock.targetOn)} height="10" fill={`url(#hz-${clock.id})`} />
        )}
        <rect x={Math.min(996, Math.max(0, here - 2))} y="0" width="4" height="20" fill="#1d2733" />
      </svg>
      <div className="ends">
        <span>
          {shortDay(beganOn(clock), language)}
          <br />
          {progress.startedBy(clock.startedBy)}
        </span>
        {late ? (
          <span className="over">
            {over}
            <br />
            {by}
          </span>
        ) : (
          <span>
            {shortDay(clock.legalOn, language)}
            <br />
            {progress.last}
          </span>
        )}
      </div>
    </div>
  );
}
