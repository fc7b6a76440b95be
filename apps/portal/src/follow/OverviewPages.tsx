import { dateInChina } from '#kernel/dates.ts';
import type { SealedDates } from '#kernel/sealed-dates.ts';
import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { daysLeft, drivingClock, stateOf } from '#contexts/transparency/domain/light.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import type { PublicIntake, PublicMatter, SealedPart, Station } from '#contexts/transparency/domain/progress.ts';
import { isOwn } from '#contexts/transparency/domain/stage-clock.ts';
import { Tel } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { day, moment, yearDay } from '../words/dates.ts';
import { nameIn, officeIn, wordsOf } from '../words/index.ts';
import { GivenFiles, Leave } from './Below.tsx';
import { RefusedLately } from './Refused.tsx';
import { leftOf, sentenceOf } from './sentence.ts';
import { Strip } from './Strip.tsx';

interface Props<Name extends 'overview' | 'sealed'> {
  readonly frame: Frame;
  readonly page: Extract<FollowPage, { name: Name }>;
}

/** One code, several matters: each in a sentence, each with its own line behind it. */
export function OverviewPage({ frame, page: { page, refused, sealedDates } }: Props<'overview'>) {
  const { progress } = wordsOf(frame);
  const { matters, intake, sealed } = page;
  const count = matters.length + (sealed && !isBack(sealedDates) ? 1 : 0);
  const many = count === 1 ? matters[0]?.title : progress.overview.title(count); // one alone: the letter was sealed away, and came back
  const title = (matters.length > 0 && many) || (intake.reply ? progress.inquiry.title : progress.overview.titleNone);
  return (
    <Layout frame={frame} title={title}>
      <div className="head">
        <p className="who">{progress.intake(intake.no)}</p>
        <h1>{title}</h1>
        <p className="who">
          {[
            intake.petitioner && intake.petitioner !== '信访人' && progress.people(intake.petitioner, intake.people ?? 1),
            yearDay(dateInChina(new Date(intake.receivedAt)), frame.language),
          ]
            .filter(Boolean)
            .join(frame.language === 'en' ? ', ' : '，')}
        </p>
      </div>
      {matters.length > 1 && <p>{progress.overview.text}</p>}
      {matters.length === 0 && !sealed && <Inquiry frame={frame} intake={intake} />}
      <GivenFiles frame={frame} intake={intake} />
      <RefusedLately frame={frame} refused={refused} />
      <ul className="matters">
        {matters.map((matter, at) => (
          <Card key={matter.no} frame={frame} matter={matter} at={at} />
        ))}
        {sealed && (
          <li className="sheet">
            {!isBack(sealedDates) && <h2>{progress.sealed.part}</h2>}
            <SealedText frame={frame} sealed={sealed} dates={sealedDates} />
          </li>
        )}
      </ul>
      <Leave frame={frame} />
    </Layout>
  );
}

/** An inquiry or thanks: what was answered, and where to go from there. */
function Inquiry({ frame, intake: { reply } }: { readonly frame: Frame; readonly intake: PublicIntake }) {
  const { progress, mine } = wordsOf(frame);
  const { host } = frame.site;
  if (!reply) return <p>{progress.inquiry.waiting}</p>;
  return (
    <>
      <p>{progress.inquiry.text(officeIn(frame, reply.by), yearDay(reply.on, frame.language))}</p>
      {reply.text && <p className="note q">{reply.text}</p>}
      <p>{progress.inquiry.next}</p>
      <ul className="rows">
        <li>
          {nameIn(frame, host.name)} <Tel number={host.phone} />
        </li>
        <li>
          <a href="/file">{progress.inquiry.again}</a>
        </li>
        <li>
          <a href="/complain/1">{progress.complaint}</a>
        </li>
        <li>
          <a href="/my-information">{mine.link}</a>
        </li>
      </ul>
    </>
  );
}

function Card({ frame, matter, at }: { readonly frame: Frame; readonly matter: PublicMatter; readonly at: number }) {
  const { progress } = wordsOf(frame);
  const { before, date, after } = sentenceOf(frame, matter);
  const clock = drivingClock(matter, frame.today);
  const left = clock ? daysLeft(clock, frame.today) : 0;
  const late = clock !== undefined && stateOf(clock, frame.today) === 'late';
  const label = left >= 0 ? clock && leftOf(frame, matter, clock) : late ? progress.leftOver : progress.leftMissed;
  return (
    <li className="sheet">
      <p className="small quiet">{progress.matter(matter.no, matter.claims.length)}</p>
      <h2>{matter.title}</h2>
      <p>
        {clock && (
          <>
            <span
              className={late ? 'tag late' : 'tag go'}
            >{`${label}${frame.language === 'en' ? ' ' : ''}${Math.abs(left)}${progress.days(Math.abs(left))}`}</span>{' '}
          </>
        )}
        {before}
        {date && <span className="nb">{date}</span>}
        {after}
      </p>
      <Strip frame={frame} stations={matter.stations} stage={matter.stage} late={late && isOwn(clock, matter)} alone />
      <p>
        <a href={`/progress/${at + 1}`}>
          {progress.overview.see}
          <span className="vh">{matter.title}</span>
        </a>
      </p>
    </li>
  );
}

/** Of an accusation: that it was handed over, and whom to ask. No line, no stage, no office. */
export function SealedPage({ frame, page: { page, sealedDates } }: Props<'sealed'>) {
  const { progress } = wordsOf(frame);
  if (!page.sealed) return null;
  return (
    <Layout frame={frame} title={progress.sealed.title}>
      <div className="head">
        <p className="who">{progress.intake(page.intake.no)}</p>
        <h1>{progress.sealed.title}</h1>
        <p className="who">{moment(page.intake.receivedAt, frame.language)}</p>
      </div>
      <div className="note q">
        <SealedText frame={frame} sealed={page.sealed} dates={sealedDates} />
      </div>
      <p className="apart">
        <a href="/receipt">{progress.waiting.receipt}</a>
      </p>
      <Leave frame={frame} />
    </Layout>
  );
}

/** Days of the sealed part, as its own line tells them: due, or done. */
function SealedDays({ frame, dates }: { readonly frame: Frame; readonly dates: readonly SealedDates[] }) {
  const { sealed } = wordsOf(frame).progress;
  return dates.map(({ transferredOn, returnedOn, clocks }, part) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no name that may be shown
    <ul className="rows" key={part}>
      {returnedOn && <li>{sealed.returned(day(returnedOn, frame.language))}</li>}
      {transferredOn && <li>{sealed.transferred(day(transferredOn, frame.language))}</li>}
      {clocks.map(({ id, dueOn, doneOn }) => (
        <li key={id}>
          {doneOn ? sealed.done[id](day(doneOn, frame.language)) : sealed.due[id](day(dueOn, frame.language))}
          {!doneOn && (
            <>
              <br />
              <span className="small quiet">{sealed.basis[id]}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  ));
}

/** Whatever of the letter was sealed accused nobody: nothing of it is any more. */
const isBack = (dates: readonly SealedDates[]) => dates.length > 0 && dates.every(({ returnedOn }) => returnedOn !== undefined);

function SealedText({ frame, sealed, dates }: { readonly frame: Frame; readonly sealed: SealedPart; readonly dates: readonly SealedDates[] }) {
  const { progress } = wordsOf(frame);
  const { handedOverOn, contact } = sealed;
  if (isBack(dates)) return <SealedDays frame={frame} dates={dates} />;
  return (
    <>
      <p>{progress.sealed.text(handedOverOn ? day(handedOverOn, frame.language) : '')}</p>
      <SealedDays frame={frame} dates={dates} />
      <p>{progress.sealed.why}</p>
      <p>
        {progress.sealed.ask}
        {officeIn(frame, contact.name)} <Tel number={contact.phone} />
      </p>
    </>
  );
}

/** The way that lies before every claim, until its own line is drawn. */
const AHEAD: readonly Station[] = [
  { key: 'registered', state: 'now' },
  ...(['sent', 'accepted', 'handling', 'answered', 'performed'] as const).map((key) => ({ key, state: 'to' as const })),
];

/** Handed in a moment ago, and the office has not taken it up yet. */
export function WaitingPage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'waiting' }> }) {
  const { progress } = wordsOf(frame);
  return (
    <Layout frame={frame} title={progress.waiting.title}>
      <div className="head">
        <p className="who">{progress.intake(page.intakeNo)}</p>
        <h1>{progress.waiting.title}</h1>
      </div>
      <div className="say">
        <p>{progress.waiting.text(moment(page.receivedAt, frame.language), day(page.last, frame.language))}</p>
        <Strip frame={frame} stations={AHEAD} alone />
      </div>
      <div className="note q">
        <p>
          <b>{progress.waiting.who}</b>
          <br />
          {nameIn(frame, frame.site.host.name)} <Tel number={frame.site.host.phone} />
        </p>
        <p>
          {progress.waiting.silent}
          {frame.language === 'en' ? ' ' : ''}
          {nameIn(frame, frame.site.supervision.name)} <Tel number={frame.site.supervision.phone} />
        </p>
      </div>
      <p className="apart">
        <a href="/receipt">{progress.waiting.receipt}</a>
      </p>
      <p>
        {progress.canSupplement}
        <a href="/supplement">{progress.supplement}</a>
        {frame.language === 'en' ? '.' : '。'}
      </p>
      <Leave frame={frame} />
    </Layout>
  );
}
