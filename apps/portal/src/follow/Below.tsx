import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { hasEnded } from '#contexts/transparency/domain/stage-clock.ts';
import type { ProgressPage, PublicComplaint, PublicIntake, PublicMatter, PublicPaper } from '#contexts/transparency/domain/progress.ts';
import { Tel, Token } from '../parts/Fields.tsx';
import { day, shortDay } from '../words/dates.ts';
import { nameIn, officeIn, paperIn, wordsOf } from '../words/index.ts';
import { Promises } from './Commitment.tsx';
import { Anew, Fork, hasFork } from './After.tsx';
import { Claims } from './Claims.tsx';
import { nextPaper } from './sentence.ts';

interface Props {
  readonly frame: Frame;
  readonly page: ProgressPage;
  readonly at: number;
}

/** Under the line: the claims, the papers, how to say that one is not satisfied, and what comes after the decision. */
export function Below({ frame, page, at }: Props) {
  const matter = page.matters[at];
  if (!matter) return null;
  return (
    <>
      {matter.claims.length > 0 && <Claims frame={frame} matter={matter} />}
      {page.matters.length === 1 && <GivenFiles frame={frame} intake={page.intake} />}
      {matter.commitment && <Promises frame={frame} commitment={matter.commitment} at={at} />}
      <div className="cols apart">
        <Papers frame={frame} matter={matter} at={at} />
        <Unhappy frame={frame} page={page} at={at} />
      </div>
      {matter.stage === 'furtherRefused' && <Anew frame={frame} matter={matter} at={at} />}
      {hasFork(matter) && <Fork frame={frame} matter={matter} at={at} />}
      <Leave frame={frame} />
    </>
  );
}

/** What the petitioner handed in, by name, so that they know it arrived. */
export function GivenFiles({ frame, intake: { given = [] } }: { readonly frame: Frame; readonly intake: PublicIntake }) {
  if (given.length === 0) return null;
  return (
    <section aria-labelledby="given">
      <h2 id="given">{wordsOf(frame).progress.filesGiven}</h2>
      <ul className="rows">
        {given.map(({ name, on }) => (
          <li key={`${on}${name}`}>
            {name} <span className="small quiet">{shortDay(on, frame.language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Papers({ frame, matter, at }: { readonly frame: Frame; readonly matter: PublicMatter; readonly at: number }) {
  const { progress } = wordsOf(frame);
  if (matter.papers.length === 0) {
    const clock = nextPaper(matter, frame.today);
    const last = clock ? day(clock.legalOn, frame.language) : '';
    return (
      <section>
        <h2>{progress.noPapers}</h2>
        <p>{progress.noPapersText(officeIn(frame, clock?.holder ?? ''), last)}</p>
      </section>
    );
  }
  return (
    <section>
      <h2 id="papers">{progress.papers}</h2>
      <ul className="rows">
        {matter.papers.map((paper, index) => (
          <Paper key={paper.document} frame={frame} paper={paper} at={at} index={index} />
        ))}
      </ul>
    </section>
  );
}

/** A paper that counts as received when it is opened says so before, and is asked for with a button. */
function Paper({ frame, paper, at, index }: { readonly frame: Frame; readonly paper: PublicPaper; readonly at: number; readonly index: number }) {
  const { progress } = wordsOf(frame);
  const { title, no, on, pages, file, opens, enclosures } = paper;
  const english = paperIn(frame, title);
  const line = [no, shortDay(on, frame.language), pages && progress.pages(pages)].filter(Boolean).join(frame.language === 'en' ? ', ' : '，');
  const url = `/progress/${at + 1}/paper/${index + 1}`;
  return (
    <li className="doc">
      <div>
        <b>{english ?? title}</b>
        {english && <span lang="zh-CN">{title}</span>}
        <span>{line}</span>
        {opens && (
          <span>
            <br />
            {progress.openCountsHint}
          </span>
        )}
        {!file && (
          <span>
            <br />
            {progress.noFile}
          </span>
        )}
        {enclosures && (
          <span>
            <br />
            {progress.enclosuresLater(enclosures)}
          </span>
        )}
      </div>
      {!file ? null : opens ? (
        <form action={url} method="post">
          <Token frame={frame} />
          <button type="submit" className="link">
            {progress.openCounts}
            <span className="vh">{english ?? title}</span>
          </button>
        </form>
      ) : (
        <a href={url} download>
          {progress.download}
          <span className="vh">{english ?? title}</span>
        </a>
      )}
      <Enclosed frame={frame} paper={paper} url={url} />
    </li>
  );
}

/** What the office sent along, each to be kept by itself. */
function Enclosed({ frame, paper: { enclosed = [] }, url }: { readonly frame: Frame; readonly paper: PublicPaper; readonly url: string }) {
  const { progress } = wordsOf(frame);
  if (enclosed.length === 0) return null;
  return (
    <ul className="enclosed" aria-label={progress.enclosures}>
      {enclosed.map(({ name, file: { bytes } }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may bear one name; their order never changes
        <li key={index}>
          <a href={`${url}/file/${index + 1}`} download>
            {progress.enclosure} {index + 1}　{name}
          </a>{' '}
          <span className="small quiet">{sizeOf(bytes)}</span>
        </li>
      ))}
    </ul>
  );
}

const sizeOf = (bytes: number) => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

function Unhappy({ frame, page, at }: Props) {
  const { progress, mine, roster } = wordsOf(frame);
  const matter = page.matters[at];
  const { supervision } = frame.site;
  const { evaluation } = matter ?? {};
  const compared = matter?.log.findLast(({ type }) => type === 'RepeatRecorded' || type === 'RepeatAppealed')?.type;
  const lastOpened = page.opened
    .map(({ lastOn }) => lastOn)
    .sort()
    .at(-1);
  return (
    <section>
      <h2>{progress.unhappy}</h2>
      <ul className="rows">
        {evaluation?.state === 'changed' && <li>{progress.rateChanged}</li>}
        <li>
          <a href={`/complain/${at + 1}`}>{progress.complaint}</a>
          <br />
          <span className="small quiet">{progress.complaintTo(nameIn(frame, supervision.name), officeIn(frame, matter?.answerable?.short ?? ''))}</span>
        </li>
        {matter?.complaints.map((complaint) => (
          <Complaint key={`${complaint.on}${complaint.about}`} frame={frame} complaint={complaint} />
        ))}
        <li>
          {nameIn(frame, supervision.name)} <Tel number={supervision.phone} />
        </li>
        <li>
          <a href="/opened">{progress.opened}</a>
          <br />
          <span className="small quiet">
            {lastOpened ? progress.openedCount(page.opened.length, shortDay(lastOpened, frame.language)) : progress.openedNone}
          </span>
        </li>
        <li>
          <a href="/my-information">{mine.link}</a>
        </li>
        {matter?.group && (
          <li>
            <a href={`/roster/${at + 1}`}>{matter.group.role === 'member' ? roster.memberLink : roster.link}</a>
          </li>
        )}
        {matter?.group?.role !== 'member' && (
          <>
            <li>
              <a href="/contact">{progress.contactChange}</a>
            </li>
            {matter && !hasEnded(matter.stage) && matter.stage !== 'withdrawn' && (
              <li>
                <a href={`/withdraw/${at + 1}`}>{progress.withdraw}</a>
              </li>
            )}
          </>
        )}
        {matter?.stage === 'routed' && (
          <li>
            <a href={`/ask/disputeRoute/${at + 1}`}>{progress.disputeRoute}</a>
          </li>
        )}
        {compared === 'RepeatRecorded' && (
          <li>
            <a href={`/ask/appealRepeat/${at + 1}`}>{progress.appealRepeat}</a>
          </li>
        )}
        {matter?.answerable && (
          <li>
            <a href={`/ask/recusal/${at + 1}`}>{progress.recusal}</a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Where a complaint lies, until when, and what came of it. */
function Complaint({ frame, complaint: { on, about, organ, answerBy, answer } }: { readonly frame: Frame; readonly complaint: PublicComplaint }) {
  const { progress, follow } = wordsOf(frame);
  const what = follow.complain.abouts[about as 'delay'] ?? '';
  return (
    <li>
      {progress.complained(shortDay(on, frame.language), what)}
      <br />
      <span className="small quiet">
        {answer
          ? progress.complaintAnswered(shortDay(answer.on, frame.language), progress.complaintResults[answer.result])
          : progress.complaintLies(officeIn(frame, organ), answerBy ? day(answerBy, frame.language) : '')}
      </span>
      {answer && (
        <>
          <br />
          <span className="small">{answer.text}</span>
        </>
      )}
    </li>
  );
}

/** For shared computers: nothing of it stays. */
export function Leave({ frame }: { readonly frame: Frame }) {
  return (
    <section className="leaving">
      <form action="/leave" method="post">
        <Token frame={frame} />
        <button type="submit" className="btn plain">
          {wordsOf(frame).progress.leave}
        </button>
      </form>
    </section>
  );
}
