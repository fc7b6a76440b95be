import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { OwnAgreement } from '#contexts/transparency/domain/group.ts';
import { Token } from '../parts/Fields.tsx';
import { yearDay } from '../words/dates.ts';
import { wordsOf } from '../words/index.ts';

interface Props {
  readonly frame: Frame;
  readonly at: number;
  readonly agreement: OwnAgreement;
}

/** An agreement that the office proposes to a group: a member reads its terms and answers to these, for themselves alone (第三十三条). */
export function Terms({ frame, at, agreement: { offer, said, terms: text, until } }: Props) {
  const { terms } = wordsOf(frame);
  const agreed = said === 'agreed';
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement">{said === 'asked' ? terms.title : agreed ? terms.agreedTitle : terms.signedTitle}</h2>
      {said === 'asked' ? (
        <ul className="list">
          {terms.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      ) : (
        <p>{agreed ? terms.agreed : terms.signed}</p>
      )}
      <h3>{terms.what}</h3>
      <p className="lines" lang="zh-CN">
        {text}
      </p>
      <p>{terms.until(yearDay(until, frame.language))}</p>
      {offer !== undefined && (
        <form action={`/roster/${at + 1}`} method="post" data-once="">
          <Token frame={frame} />
          <input type="hidden" name="offer" value={offer} />
          <button type="submit" name="answer" value={agreed ? 'notToTerms' : 'agreeToTerms'} className="btn plain">
            {agreed ? terms.not : terms.agree}
          </button>
        </form>
      )}
    </section>
  );
}
