import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Tel, Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { Written } from '../parts/Written.tsx';
import { wordsOf } from '../words/index.ts';

/** The field for the query code; what was typed comes back with the characters that are easily mixed up. */
export function CodePage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'follow' }> }) {
  const { follow, roster, frame: all } = wordsOf(frame);
  const missing = page.typed !== undefined;
  const [before, after = ''] = follow.lost('\u0000').split('\u0000');
  return (
    <Layout frame={frame} title={missing ? follow.wrong : follow.title}>
      <a className="back" href="/">
        {all.backHome}
      </a>
      <div className="q">
        <h1>{missing ? follow.wrong : follow.title}</h1>
        {page.written && (
          <>
            <div className="note amber" role="alert">
              <p>{follow.late(30)}</p>
            </div>
            {page.written.length > 0 && <Written frame={frame} written={page.written} />}
          </>
        )}
        {missing && (
          <div className="note amber" role="alert">
            <p>
              {follow.typed} <b className="nb">{page.typed || '—'}</b>
              {frame.language === 'en' ? '. ' : '。'}
              {follow.look}
            </p>
            <p>
              {page.triesLeft !== undefined && follow.tries(page.triesLeft)}
              {before}
              <Tel number={frame.site.host.phone} />
              {after}
            </p>
          </div>
        )}
        <form action="/follow" method="post" data-follow="">
          <Token frame={frame} />
          <div className="field">
            <label htmlFor="code">{follow.label}</label>
            <p className="hint" id="code-h">
              {follow.hint}
            </p>
            <input className="input code mid" id="code" name="code" aria-describedby="code-h" autoComplete="off" spellCheck={false} maxLength={24} />
          </div>
          <button type="submit" className="btn">
            {missing ? follow.again : follow.button}
          </button>
        </form>
        {!missing && (
          <p className="apart small quiet">
            {before}
            <Tel number={frame.site.host.phone} />
            {after}
          </p>
        )}
        <p className="small">
          <a href="/join">{roster.joinTitle}</a>
        </p>
      </div>
    </Layout>
  );
}
