import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { PublishedRecheck } from '#contexts/transparency/domain/heard.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Tel } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { yearDay } from '../words/dates.ts';
import { nameIn, officeIn, wordsOf } from '../words/index.ts';

/** 复核意见公示: what hangs now, for everybody. The matter, never the person. */
export function RechecksPage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'rechecks' }> }) {
  const { heard, frame: all } = wordsOf(frame);
  const { host } = frame.site;
  return (
    <Layout frame={frame} title={heard.page.title} unlisted>
      <a className="back" href="/">
        {all.backHome}
      </a>
      <div className="q">
        <h1>{heard.page.title}</h1>
        <p>{heard.page.lead}</p>
        {page.rechecks.length === 0 && <p className="quiet">{heard.page.none}</p>}
        {page.rechecks.map(({ slug, startsOn, endsOn, ...text }) => (
          <section key={slug} aria-labelledby={`recheck-${slug}`}>
            <h2 id={`recheck-${slug}`} lang="zh-CN">
              {text.subject}
            </h2>
            <RecheckText frame={frame} text={text} term={heard.page.term(yearDay(startsOn, frame.language), yearDay(endsOn, frame.language))} />
          </section>
        ))}
        <p className="small quiet apart">
          {heard.page.wrong(nameIn(frame, host.name))} <Tel number={host.phone} />
        </p>
      </div>
    </Layout>
  );
}

/** The text itself; also what the petitioner reads before anybody else. */
export function RecheckText({ frame, text, term }: { readonly frame: Frame; readonly text: PublishedRecheck; readonly term?: string }) {
  const { fields } = wordsOf(frame).heard;
  const inChinese: readonly (readonly [string, string])[] = [
    [fields.claims, text.claims],
    [fields.result, text.result],
    [fields.basis, text.basis],
    [fields.recheckNo, text.recheckNo],
  ];
  const rows: readonly (readonly [string, string])[] = [
    [fields.organ, officeIn(frame, text.organ)],
    [fields.heardOn, yearDay(text.heardOn, frame.language)],
    ...(term ? ([[fields.term, term]] as const) : []),
  ];
  return (
    <dl className="rows">
      {inChinese.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd lang="zh-CN">{value}</dd>
        </div>
      ))}
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
