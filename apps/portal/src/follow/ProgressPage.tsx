import { dateInChina, daysBetween } from '#kernel/dates.ts';
import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { alsoMissed, daysLeft, drivingClock, isLate, stateOf } from '#contexts/transparency/domain/light.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import type { MainMatter, ProgressPage as Page, PublicMatter } from '#contexts/transparency/domain/progress.ts';
import { isOwn } from '#contexts/transparency/domain/stage-clock.ts';
import { Layout } from '../parts/Layout.tsx';
import { fullDay, lastOf, yearDay } from '../words/dates.ts';
import { officeIn, wordsOf } from '../words/index.ts';
import { Below } from './Below.tsx';
import { Heard } from './Heard.tsx';
import { Line } from './Line.tsx';
import { mayNow, Now } from './Now.tsx';
import { RefusedLately } from './Refused.tsx';
import { leftOf, owedBy, sentenceOf } from './sentence.ts';
import { Strip } from './Strip.tsx';
import { Answers, Latest } from './Told.tsx';

interface Props {
  readonly frame: Frame;
  readonly page: Extract<FollowPage, { name: 'progress' }>;
}

/** Answer first: one sentence says state, who, by when; beside it one number; then what one may do oneself. Everything below is proof. */
export function ProgressPage({ frame, page: { page, at, refused } }: Props) {
  const matter = page.matters[at];
  if (!matter) return null;
  const late = isLate(matter, frame.today);
  const { text } = sentenceOf(frame, matter);
  const mays = mayNow(frame, matter, at);
  return (
    <Layout frame={frame} title={text.slice(0, 40)} {...(late && { main: 'late' })}>
      {page.matters.length > 1 && (
        <a className="back" href="/progress">
          {wordsOf(frame).frame.backProgress}
        </a>
      )}
      <Head frame={frame} page={page} matter={matter} />
      <Say frame={frame} matter={matter} choosing={mays.length > 0} />
      <RefusedLately frame={frame} refused={refused.filter(({ subject }) => subject === undefined || subject === matter.subject)} at={at} />
      <Now frame={frame} mays={mays} />
      {matter.main && <Main frame={frame} main={matter.main} />}
      <h2 className="vh">{wordsOf(frame).progress.map}</h2>
      <Line frame={frame} matter={matter} at={at} />
      <Heard frame={frame} matter={matter} at={at} />
      <Below frame={frame} page={page} at={at} />
    </Layout>
  );
}

const NAMELESS = '信访人'; // what masking leaves of a name that is no person's: said of oneself it says nothing

/** Merged: the answer is in the other one, so that one's answer stands here. */
function Main({ frame, main }: { readonly frame: Frame; readonly main: MainMatter }) {
  const { progress } = wordsOf(frame);
  const asMatter: PublicMatter = {
    ...main,
    title: '',
    claims: [],
    log: [],
    papers: [],
    evaluation: { state: 'notDue', rated: 0 },
    electronic: false,
    complaints: [],
  };
  const { answerable } = main;
  return (
    <section aria-labelledby="main-matter">
      <h2 id="main-matter">{progress.mainTitle}</h2>
      <p>{progress.mainIs(main.no)}</p>
      <Say frame={frame} matter={asMatter} />
      {answerable && (
        <p>
          {progress.mainBy(officeIn(frame, answerable.unit), answerable.person ?? '')}
          {answerable.phone && (
            <>
              {' '}
              <a className="nb" href={`tel:${answerable.phone.replaceAll(/[^\d+]/g, '')}`}>
                {answerable.phone}
              </a>
            </>
          )}
        </p>
      )}
    </section>
  );
}

function Head({ frame, page: { intake }, matter }: { readonly frame: Frame; readonly page: Page; readonly matter: PublicMatter }) {
  const { progress } = wordsOf(frame);
  const received = dateInChina(new Date(intake.receivedAt));
  return (
    <div className="head">
      <p className="who">{progress.matter(matter.no, matter.claims.length)}</p>
      <h1>{matter.title}</h1>
      <p className="who">
        {progress.by(
          intake.petitioner && intake.petitioner !== NAMELESS ? progress.people(intake.petitioner, intake.people ?? 1) : '',
          yearDay(received, frame.language),
          progress.channels[intake.channel] ?? '',
          daysBetween(received, frame.today),
        )}
      </p>
    </div>
  );
}

/** `choosing`: there is something that the petitioner may do now, so it is not said that there is nothing. */
function Say({ frame, matter, choosing = false }: { readonly frame: Frame; readonly matter: PublicMatter; readonly choosing?: boolean }) {
  const { progress, now } = wordsOf(frame);
  const { before, date, after, more } = sentenceOf(frame, matter);
  const clock = drivingClock(matter, frame.today);
  const state = clock && stateOf(clock, frame.today);
  const late = state === 'late';
  const left = clock && daysLeft(clock, frame.today);
  return (
    <div className="say">
      <p className="what">
        {before}
        {date && <span className="nb">{date}</span>}
        {after}
        <br />
        <Answers frame={frame} matter={matter} />
        <Missed frame={frame} matter={matter} />
        <span className={late ? 'small calm' : 'small quiet calm'}>
          {choosing && more === progress.nothing ? now.choose : more}{' '}
          {!late && <span className="nb">{progress.todayIs(fullDay(frame.today, frame.language))}</span>}
        </span>
        <Latest frame={frame} matter={matter} />
      </p>
      {clock && left !== undefined && (
        <p className={left === 0 ? 'left today' : 'left'}>
          {left < 0 ? (
            <>
              <small>{late ? progress.leftOver : progress.leftMissed}</small>
              {-left}
              <span>{progress.days(-left)}</span>
            </>
          ) : left === 0 ? (
            <>
              <small>{[clock.mine && progress.rights[clock.id], progress.lastDay].filter(Boolean).join(frame.language === 'en' ? ': ' : '，')}</small>
              {lastOf(clock, frame.language)}
            </>
          ) : (
            <>
              <small>{leftOf(frame, matter, clock)}</small>
              {left}
              <span>{progress.days(left)}</span>
            </>
          )}
        </p>
      )}
      <Strip frame={frame} stations={matter.stations} stage={matter.stage} late={late && clock !== undefined && isOwn(clock, matter)} />
    </div>
  );
}

/** A local promise that was not kept is said openly, beside what the law sets, and is called what it is. */
function Missed({ frame, matter }: { readonly frame: Frame; readonly matter: PublicMatter }) {
  const { progress } = wordsOf(frame);
  const missed = alsoMissed(matter, frame.today);
  const driving = drivingClock(matter, frame.today);
  const said = driving && stateOf(driving, frame.today) === 'missed'; // under the sentence, of the one that it is about
  if (missed.length === 0) return null;
  return (
    <span className="small calm">
      {missed.map((clock) => {
        const [before, after] = progress.missed(officeIn(frame, clock.holder), owedBy(frame, clock));
        return `${before}${lastOf(clock, frame.language)}${after}${frame.language === 'en' ? ' ' : ''}${progress.missedToo(-daysLeft(clock, frame.today))}`;
      })}
      {!said && (frame.language === 'en' ? ` ${progress.notLaw}` : progress.notLaw)}
      <br />
    </span>
  );
}
