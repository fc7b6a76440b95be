import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import type { RefusalCode } from '#kernel/refusal.ts';
import { Tel } from '../parts/Fields.tsx';
import { Written } from '../parts/Written.tsx';
import { Layout } from '../parts/Layout.tsx';
import { wordsOf } from '../words/index.ts';

/** Said to clerks and programs: whoever reads it here hears it in other words. */
const OFFICE = /刷新|JSON|application|multipart|请求头|管理员|上传”/;

/** Whose fault it is, what is kept, one button, and a number to quote. A refusal has said its sentence already. */
export function ErrorPage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'error' }> }) {
  const { error } = wordsOf(frame).about;
  const { status, title, number, type, retry, written = [] } = page;
  const said = frame.language === 'en' || OFFICE.test(title) ? error.says[type as RefusalCode] : undefined;
  const ours = status >= 500 && type === 'Bug';
  const heading = status === 404 ? error.notFound : ours ? error.ours : error.refused;
  return (
    <Layout frame={frame} title={heading}>
      <div className="q">
        <h1>{heading}</h1>
        {status === 404 ? <p>{error.notFoundText}</p> : ours ? <p>{error.oursText}</p> : said ? <p>{said}</p> : <p lang="zh-CN">{title}</p>}
        {written.length > 0 && <Written frame={frame} written={written} />}
        {!ours && status !== 404 && (
          <p>
            {error.phone} <Tel number={frame.site.host.phone} />
          </p>
        )}
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
