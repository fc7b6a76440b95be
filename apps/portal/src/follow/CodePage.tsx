import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Field, Mistakes, Tel, Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { Written } from '../parts/Written.tsx';
import { wordsOf } from '../words/index.ts';

/** The field for the query code; what was typed comes back with the characters that are easily mixed up. */
export function CodePage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'follow' }> }) {
  const { follow, roster, frame: all } = wordsOf(frame);
  const { problem } = page;
  const missing = page.typed !== undefined && !problem;
  const mistakes = problem ? [{ field: 'code', text: problem.code === 'writeCode' ? follow.writeCode : follow[problem.code](problem.by) }] : [];
  const title = problem ? `${all.mistakesTitle(1)} - ${follow.title}` : missing ? follow.wrong : follow.title;
  const [before, after = ''] = follow.lost('\u0000').split('\u0000');
  return (
    <Layout frame={frame} title={title}>
      <a className="back" href="/">
        {all.backHome}
      </a>
      <div className="q">
        <Mistakes frame={frame} mistakes={mistakes} title={all.mistakesTitle(1)} />
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
          <Field
            frame={frame}
            id="code"
            className="code mid"
            label={follow.label}
            hint={follow.hint}
            value={problem ? (page.typed ?? '') : ''}
            mistakes={mistakes}
            autoComplete="off"
          />
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
          <a href="/join">{roster.joinLink}</a>
        </p>
      </div>
    </Layout>
  );
}
