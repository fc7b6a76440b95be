import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Tel } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { wordsOf } from '../words/index.ts';

/** Whose fault it is, what is kept, one button, and a number to quote. A refusal has said its sentence already. */
export function ErrorPage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'error' }> }) {
  const { error } = wordsOf(frame).about;
  const { status, title, number, type, retry } = page;
  const ours = status >= 500 && type === 'Bug';
  const heading = status === 404 ? error.notFound : ours ? error.ours : error.refused;
  return (
    <Layout frame={frame} title={heading}>
      <div className="q">
        <h1>{heading}</h1>
        {status === 404 ? <p>{error.notFoundText}</p> : ours ? <p>{error.oursText}</p> : <p lang="zh-CN">{title}</p>}
        {ours && (
          <p>
            {error.number}
            {number && <b className="nb">{number}</b>} <Tel number={frame.site.host.phone} />
          </p>
        )}
        {retry ? (
          <p>
            <a className="btn" href={retry}>
              {error.submitAgain}
            </a>
          </p>
        ) : (
          <p>
            <a className="btn" href="/">
              {error.home}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}
