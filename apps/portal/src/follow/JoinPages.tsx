import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Field, Mistakes, Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { Written } from '../parts/Written.tsx';
import { officeIn, wordsOf } from '../words/index.ts';

type Of<Name extends FollowPage['name']> = { readonly frame: Frame; readonly page: Extract<FollowPage, { name: Name }> };

/** 加入这件事: the code that the representatives handed out. */
export function JoinPage({ frame, page: { typed, triesLeft, written = [] } }: Of<'join'>) {
  const { roster, frame: all } = wordsOf(frame);
  const missing = typed !== undefined;
  return (
    <Layout frame={frame} title={missing ? roster.joinWrong : roster.joinTitle}>
      <a className="back" href="/">
        {all.backHome}
      </a>
      <div className="q">
        <h1>{missing ? roster.joinWrong : roster.joinTitle}</h1>
        {missing ? (
          <div className="note amber" role="alert">
            <p>
              {roster.typed} <b className="nb">{typed || '—'}</b>
              {frame.language === 'en' ? '. ' : '。'}
              {roster.joinLook}
            </p>
            {triesLeft !== undefined && <p>{roster.tries(triesLeft)}</p>}
          </div>
        ) : (
          <p>{roster.joinLead}</p>
        )}
        {written.length > 0 && <Written frame={frame} written={written} />}
        <form action="/join" method="post">
          <Token frame={frame} />
          <Field frame={frame} id="code" className="code mid" label={roster.joinLabel} hint={roster.joinHint} value="" mistakes={[]} autoComplete="off" />
          <button type="submit" className="btn">
            {roster.next}
          </button>
        </form>
      </div>
    </Layout>
  );
}

/** Which matter it is, and what the person says of themselves: a name, a telephone if they like. */
export function JoinNamePage({ frame, page: { matter, join, once, typed, problem } }: Of<'joinName'>) {
  const { roster, frame: all } = wordsOf(frame);
  const mistakes = problem ? [{ field: problem === 'phone' ? 'phone' : 'name', text: roster.problems[problem] }] : [];
  return (
    <Layout frame={frame} title={mistakes.length > 0 ? `${all.mistakesTitle(1)} - ${roster.joinTitle}` : roster.joinTitle}>
      <a className="back" href="/join">
        {roster.notMine}
      </a>
      <div className="q">
        <Mistakes frame={frame} mistakes={mistakes} title={all.mistakesTitle(mistakes.length)} />
        <h1>{roster.which}</h1>
        <p>
          <b>{matter.title}</b>
          <br />
          <span className="small quiet">
            {matter.no}
            {frame.language === 'en' ? ', ' : '，'}
            {roster.held(officeIn(frame, matter.unit))}
          </span>
        </p>
        {matter.open ? (
          <>
            <h2>{roster.nameTitle}</h2>
            <p>{roster.nameLead}</p>
            <form action="/join/name" method="post" data-once="">
              <Token frame={frame} />
              <input type="hidden" name="join" value={join} />
              <input type="hidden" name="once" value={once} />
              <Field frame={frame} id="name" label={roster.name} value={typed?.name ?? ''} mistakes={mistakes} autoComplete="name" />
              <Field frame={frame} id="phone" kind="tel" label={roster.phone} hint={roster.phoneHint} value={typed?.phone ?? ''} mistakes={mistakes} />
              <div className="actions">
                <button type="submit" className="btn">
                  {roster.join}
                </button>
              </div>
            </form>
          </>
        ) : (
          <p>{roster.ended}</p>
        )}
      </div>
    </Layout>
  );
}

/** The person's own code, once. */
export function JoinedPage({ frame, page: { code } }: Of<'joined'>) {
  const { roster } = wordsOf(frame);
  return (
    <Layout frame={frame} title={roster.joinedTitle}>
      <div className="q">
        <h1>{roster.joinedTitle}</h1>
        <p className="bigcode">{code}</p>
        <p>{roster.joinedLead}</p>
        <p className="apart">
          <a className="btn" href="/follow">
            {roster.toFollow}
          </a>
        </p>
      </div>
    </Layout>
  );
}
