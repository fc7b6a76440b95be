import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { PublicNotice } from '#contexts/transparency/domain/notice.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Layout } from '../parts/Layout.tsx';
import { yearDay } from '../words/dates.ts';
import { officeIn, wordsOf } from '../words/index.ts';

/** What offices publish for everybody: calls, receptions, boards. */
export function NoticesPage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'notices' }> }) {
  const { notices, heard, frame: all } = wordsOf(frame);
  const of = (kind: PublicNotice['kind']) => page.notices.filter((notice) => notice.kind === kind);
  return (
    <Layout frame={frame} title={notices.title}>
      <a className="back" href="/">
        {all.backHome}
      </a>
      <div className="q prose">
        <h1>{notices.title}</h1>
        <p>{notices.lead}</p>
        <p>
          <a href="/rechecks">{heard.page.title}</a>
        </p>
        {(
          [
            ['suggestionCall', notices.calls],
            ['reception', notices.receptions],
            ['board', notices.boards],
          ] as const
        ).map(([kind, title]) => (
          <section key={kind}>
            <h2>{title}</h2>
            {of(kind).length === 0 && (
              <p className="quiet">
                {notices.none[kind]} {kind === 'suggestionCall' && <a href="/file">{notices.suggest}</a>}
              </p>
            )}
            {of(kind).map((notice) => (
              <Notice key={`${notice.organ}${notice.title}${notice.on}`} frame={frame} notice={notice} />
            ))}
          </section>
        ))}
      </div>
    </Layout>
  );
}

function Notice({ frame, notice }: { readonly frame: Frame; readonly notice: PublicNotice }) {
  const { notices } = wordsOf(frame);
  const { kind, organ, title, text, on, hours, place, summary, counts, late } = notice;
  const day = on && yearDay(on, frame.language);
  return (
    <div className="note">
      <p>
        <b>{title}</b> {officeIn(frame, organ)}
      </p>
      {text && <p>{text}</p>}
      <p>{[kind === 'suggestionCall' ? day && notices.until(day) : day, hours, place].filter(Boolean).join(frame.language === 'en' ? ', ' : '，')}</p>
      {late && <p>{notices.late}</p>}
      {summary && (
        <p>
          {notices.used}
          {frame.language === 'en' ? ': ' : '：'}
          {summary}
        </p>
      )}
      {counts && <p>{notices.counts(counts.received, counts.adopted, counts.rewarded)}</p>}
      {kind === 'suggestionCall' && !summary && on && on >= frame.today && (
        <p>
          <a href="/file">{notices.suggest}</a>
        </p>
      )}
    </div>
  );
}
