import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { Answered, PublicClaim, PublicMatter } from '#contexts/transparency/domain/progress.ts';
import { shortDay } from '../words/dates.ts';
import { wordsOf } from '../words/index.ts';

/** What was asked for, and what stands on it now: the last word first, and what was said before it underneath. */
export function Claims({ frame, matter }: { readonly frame: Frame; readonly matter: PublicMatter }) {
  const { progress, now } = wordsOf(frame);
  const { claims } = matter;
  const shown = claims.length < SHOWN + HIDDEN_AT_LEAST ? claims.length : SHOWN;
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{progress.claims}</h2>
      <List frame={frame} claims={claims.slice(0, shown)} from={1} />
      {shown < claims.length && (
        <details>
          <summary>{now.moreClaims(claims.length - shown)}</summary>
          <List frame={frame} claims={claims.slice(shown)} from={shown + 1} />
        </details>
      )}
    </section>
  );
}

/** Of very many the papers would be far below: the others are one press away, and how all were answered stands at the top of the page. */
const SHOWN = 10;
const HIDDEN_AT_LEAST = 4;

function List({ frame, claims, from }: { readonly frame: Frame; readonly claims: readonly PublicClaim[]; readonly from: number }) {
  return (
    <ol className="list" start={from}>
      {claims.map((claim, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same may be asked for twice; their order never changes
        <li key={index}>
          {claim.text} <Standing frame={frame} claim={claim} />
          {claim.before && claim.before.length > 0 && (
            <>
              <br />
              <span className="small quiet">{claim.before.map((one) => told(frame, one)).join(frame.language === 'en' ? '; ' : '；')}</span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function Standing({ frame, claim: { result, standing } }: { readonly frame: Frame; readonly claim: PublicClaim }) {
  const { progress } = wordsOf(frame);
  if (!standing) return result ? <span className="tag go">{progress.results[result]}</span> : null;
  if (!standing.said) return <span className="small">{progress.answers.unread[standing.by]}</span>; // it counts as received when it is opened
  return <span className="tag go">{said(frame, standing)}</span>;
}

/** 复核变更：支持. What was revoked leaves nothing standing. */
function said(frame: Frame, { by, said: what, result }: Answered<'opinion' | 'review' | 'recheck'>): string {
  const { progress } = wordsOf(frame);
  const { answers } = progress;
  const of = by === 'opinion' ? answers.opinion : what ? answers.said[by][what] : answers.unread[by];
  return result ? answers.with(of, progress.results[result]) : of;
}

function told(frame: Frame, answer: Answered<'opinion' | 'review'>): string {
  const on = answer.on ? shortDay(answer.on, frame.language) : '';
  return wordsOf(frame).progress.answers.before(said(frame, answer), on, answer.by === 'opinion');
}
