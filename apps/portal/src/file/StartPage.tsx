import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FilingPage } from '#contexts/intake/portal/domain/pages.ts';
import { Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { yearDay } from '../words/dates.ts';
import { officeIn, wordsOf } from '../words/index.ts';

/** What is taken and what for, before the first question (个人信息保护法第十七条). */
export function StartPage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FilingPage, { name: 'file-start' }> }) {
  const { file, frame: all } = wordsOf(frame);
  const { start } = file;
  return (
    <Layout frame={frame} title={`${start.title} - ${file.name}`}>
      <a className="back" href="/">
        {all.backHome}
      </a>
      <div className="q">
        <h1>{start.title}</h1>
        <p>{start.lead}</p>
        <h2>{start.collects}</h2>
        <ul className="list">
          {start.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <p>
          <a href="/privacy">{start.more}</a>
        </p>
        <h2>{start.before}</h2>
        <ul className="list">
          {start.ready.map((thing) => (
            <li key={thing}>{thing}</li>
          ))}
        </ul>
        <div className="note amber">
          <p>
            {start.danger.split(/(1\d\d)/).map((part, at) =>
              at % 2 === 1 ? (
                <a key={part} href={`tel:${part}`}>
                  {part}
                </a>
              ) : (
                part
              ),
            )}
          </p>
        </div>
        <div className="actions mainaction">
          <form action="/file" method="post" data-once="">
            <Token frame={frame} />
            <button type="submit" className="btn">
              {start.button}
            </button>
          </form>
          <a href="/resume">{start.resume}</a>
        </div>
        {page.calls.length > 0 && <Calls frame={frame} calls={page.calls} />}
      </div>
    </Layout>
  );
}

/** What offices are asking suggestions for: one press, and the suggestion says which call it answers. */
function Calls({ frame, calls }: { readonly frame: Frame; readonly calls: Extract<FilingPage, { name: 'file-start' }>['calls'] }) {
  const { notices } = wordsOf(frame);
  return (
    <section aria-labelledby="calls">
      <h2 id="calls">{notices.open}</h2>
      {calls.map(({ id, title, organ, until }) => (
        <form key={id} action="/file" method="post" data-once="" className="note">
          <Token frame={frame} />
          <input type="hidden" name="call" value={id} />
          <p>
            <b>{title}</b>
            <br />
            {officeIn(frame, organ)}
            {frame.language === 'en' ? ', ' : '，'}
            <span className="nb">{notices.until(yearDay(until, frame.language))}</span>
          </p>
          <button type="submit" className="btn plain">
            {notices.answer}
            <span className="vh">{title}</span>
          </button>
        </form>
      ))}
    </section>
  );
}
