import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { PublicCommitment, PublicPromise } from '#contexts/transparency/domain/commitment.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Mistakes, Tel, Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { day, yearDay } from '../words/dates.ts';
import { officeIn, wordsOf } from '../words/index.ts';

interface Props {
  readonly frame: Frame;
  readonly commitment: PublicCommitment;
  readonly at: number;
}

/** Under the line: what was promised, by whom, until when, and whether it was kept. */
export function Promises({ frame, commitment, at }: Props) {
  const words = wordsOf(frame).commitment;
  const { promises, offer, signed } = commitment;
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">{words.title}</h2>
      <PromiseList frame={frame} promises={promises} />
      <p className="small quiet">{words.asked}</p>
      {(offer || signed) && (
        <p>
          <a href={`/commitment/${at + 1}`}>{signed && !signed.cancelledOn ? words.signedLink : words.link}</a>
        </p>
      )}
    </section>
  );
}

function PromiseList({ frame, promises }: { readonly frame: Frame; readonly promises: readonly PublicPromise[] }) {
  const words = wordsOf(frame).commitment;
  return (
    <ul className="rows">
      {promises.map(({ part, what, owner, dueOn, state }) => (
        <li key={part}>
          <span className="lines" {...(frame.language === 'en' && { lang: 'zh-CN' })}>
            {what}
          </span>
          <br />
          <span className="small quiet">
            {words.promise(day(dueOn, frame.language), officeIn(frame, owner))}
            {frame.language === 'en' ? '; ' : '；'}
            {words.states[state]}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** To read, to sign or not, to leave again: voluntary, and the clause in full before the button (rights R7). */
export function CommitmentPage({ frame, page: { page, at, problem } }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'commitment' }> }) {
  const { commitment: words, frame: all } = wordsOf(frame);
  const commitment = page.matters[at]?.commitment;
  const { supervision } = frame.site;
  if (!commitment) return null;
  const { signed } = commitment;
  const standing = signed && !signed.cancelledOn;
  const mistakes = problem ? [{ field: 'agreed', text: words.tickMissing }] : [];
  return (
    <Layout frame={frame} title={mistakes.length > 0 ? `${all.mistakesTitle(1)} - ${words.signTitle}` : words.signTitle}>
      <a className="back" href={`/progress/${at + 1}`}>
        {all.backProgress}
      </a>
      <div className="q">
        <Mistakes frame={frame} mistakes={mistakes} title={all.mistakesTitle(mistakes.length)} />
        <h1>{words.signTitle}</h1>
        {signed && (
          <p>
            {words.signed(yearDay(signed.on, frame.language), signed.online)}
            {frame.language === 'en' ? ' ' : ''}
            {signed.cancelledOn ? words.cancelled(yearDay(signed.cancelledOn, frame.language)) : words.lasting(yearDay(signed.until, frame.language))}
          </p>
        )}
        {standing && signed.coolingUntil && <p>{words.cooling(day(signed.coolingUntil, frame.language))}</p>}
        {!standing && <p>{words.lead}</p>}
        {commitment.ofGroup && <p>{words.ofGroup}</p>}
        <h2>{words.theirs(officeIn(frame, commitment.unit))}</h2>
        <PromiseList frame={frame} promises={commitment.promises} />
        {(commitment.offer || standing) && (
          <>
            <h2>{words.yours}</h2>
            <p>{words.yourWords(yearDay(standing ? signed.until : (commitment.offer?.until ?? frame.today), frame.language))}</p>
          </>
        )}
        <h2>{words.clauseTitle}</h2>
        <p className="note">{words.clause}</p>
        {standing ? (
          <Leaving frame={frame} at={at} />
        ) : commitment.offer ? (
          <Signing frame={frame} at={at} offer={commitment.offer} wrong={mistakes.length > 0} />
        ) : (
          <p>{words.noOffer}</p>
        )}
        <p className="small quiet apart">
          {words.pressed} <Tel number={supervision.phone} />
        </p>
      </div>
    </Layout>
  );
}

interface SigningProps {
  readonly frame: Frame;
  readonly at: number;
  readonly offer: NonNullable<PublicCommitment['offer']>;
  readonly wrong: boolean;
}

/** What was read goes along with the signature: were the promises to change meanwhile, it would not count. */
function Signing({ frame, at, offer, wrong }: SigningProps) {
  const words = wordsOf(frame).commitment;
  return (
    <form action={`/commitment/${at + 1}`} method="post" data-once="">
      <Token frame={frame} />
      <input type="hidden" name="parts" value={offer.parts.join(' ')} />
      <input type="hidden" name="until" value={offer.until} />
      <p>{words.after}</p>
      <div className={wrong ? 'field bad' : 'field'}>
        <label className="choice" htmlFor="agreed">
          <input type="checkbox" id="agreed" name="agreed" value="yes" aria-invalid={wrong ? true : undefined} />
          <span>
            <b>{words.tick}</b>
          </span>
        </label>
      </div>
      <div className="actions">
        <button type="submit" className="btn" name="step" value="sign">
          {words.sign}
        </button>
      </div>
    </form>
  );
}

function Leaving({ frame, at }: { readonly frame: Frame; readonly at: number }) {
  const words = wordsOf(frame).commitment;
  return (
    <form action={`/commitment/${at + 1}`} method="post" data-once="">
      <Token frame={frame} />
      <p>{words.cancelNote}</p>
      <button type="submit" className="btn plain" name="step" value="cancel">
        {words.cancel}
      </button>
    </form>
  );
}
