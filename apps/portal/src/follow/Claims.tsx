import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { Answered, PublicClaim, PublicMatter } from '#contexts/transparency/domain/progress.ts';
import { shortDay } from '../words/dates.ts';
import { wordsOf } from '../words/index.ts';

/** What was asked for, and what stands on it now: the last word first, and what was said before it underneath. */
export function Claims({ frame, matter }: { readonly frame: Frame; readonly matter: PublicMatter }) {
  const { progress } = wordsOf(frame);
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{progress.claims}</h2>
      <ol className="list">
        {matter.claims.map((claim) => (
          <li key={claim.text}>
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
    </section>
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
