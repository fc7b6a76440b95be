import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Tel } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { hoursIn } from '../words/hours.ts';
import { nameIn, wordsOf } from '../words/index.ts';

/** Privacy and accessibility: headed lists, filled with the names of this office. */
export function ProsePage({ frame, name }: { readonly frame: Frame; readonly name: 'privacy' | 'accessibility' }) {
  const { about, frame: all } = wordsOf(frame);
  const { title, parts } = about[name];
  const { host } = frame.site;
  const filled = (text: string) =>
    text.replace('{host}', nameIn(frame, host.name)).replace('{address}', nameIn(frame, host.address)).replace('{phone}', host.phone);
  return (
    <Layout frame={frame} title={title}>
      <a className="back" href="/">
        {all.backHome}
      </a>
      <div className="q prose">
        <h1>{title}</h1>
        {parts.map(([heading, lines]) => (
          <div key={heading}>
            <h2>{heading}</h2>
            <ul className="list">
              {lines.map((line) => (
                <li key={line}>{filled(line)}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Layout>
  );
}

export function LawPage({ frame }: { readonly frame: Frame }) {
  const { about, frame: all } = wordsOf(frame);
  const { law } = about;
  return (
    <Layout frame={frame} title={law.title}>
      <a className="back" href="/">
        {all.backHome}
      </a>
      <h1>{law.title}</h1>
      <p>{law.lead}</p>
      <p>{law.how}</p>
      <table className="ways terms">
        <thead>
          <tr>
            {law.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {law.rows.map((row) => (
            <tr key={row.join()}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={cell} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={cell}>{at === 2 ? <b>{cell}</b> : cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="apart">{law.other}</p>
      <p>
        <a href="/ways">{about.ways.title}</a>
      </p>
      <p>{law.equal}</p>
    </Layout>
  );
}

export function AccusationPage({ frame }: { readonly frame: Frame }) {
  const { about, frame: all } = wordsOf(frame);
  const { accusation } = about;
  const { discipline } = frame.site;
  return (
    <Layout frame={frame} title={accusation.title}>
      <a className="back" href="/">
        {all.backHome}
      </a>
      <div className="q prose">
        <h1>{accusation.title}</h1>
        <p>{accusation.lead}</p>
        <h2>{accusation.direct}</h2>
        <p>
          {accusation.directText(nameIn(frame, discipline.name))}
          <Tel number={discipline.phone} />
        </p>
        <h2>{accusation.here}</h2>
        <ul className="list">
          {accusation.hereText.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <div className="note">
          <p>{accusation.law}</p>
        </div>
        <div className="actions">
          <a className="btn" href="/file">
            {accusation.button}
          </a>
        </div>
      </div>
    </Layout>
  );
}

export function FeedbackPage({ frame }: { readonly frame: Frame }) {
  const { about, frame: all } = wordsOf(frame);
  return (
    <Layout frame={frame} title={about.feedback.title}>
      <a className="back" href="/">
        {all.backHome}
      </a>
      <div className="q">
        <h1>{about.feedback.title}</h1>
        <p>{about.feedback.text}</p>
        <p>
          <a className="btn" href="/file">
            {about.feedback.button}
          </a>
        </p>
        <p>
          {about.feedback.call}
          <Tel number={frame.site.host.phone} />
        </p>
      </div>
    </Layout>
  );
}

export function OfficesPage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'offices' }> }) {
  const { about, home, frame: all } = wordsOf(frame);
  const { offices: words } = about;
  const { site } = frame;
  const search = page.search.trim();
  const found = site.offices.filter(
    ({ name, does }) => !search || [name.zh, name.en, does.zh, does.en].some((text) => text.toLowerCase().includes(search.toLowerCase())),
  );
  return (
    <Layout frame={frame} title={words.title}>
      <a className="back" href="/">
        {all.backHome}
      </a>
      <h1>{words.title}</h1>
      <search>
        <form className="find q" action="/offices">
          <label className="vh" htmlFor="off">
            {home.search}
          </label>
          <input className="input" id="off" name="q" defaultValue={search} placeholder={home.searchExample} />
          <button type="submit" className="btn plain">
            {home.searchButton}
          </button>
        </form>
      </search>
      {search && <p role="status">{words.searched(search, found.length)}</p>}
      <ul className="rows">
        {found.map(({ name, does, phone, address }) => (
          <li className="office" key={name.zh}>
            <b className="name">{nameIn(frame, name)}</b>
            <span>
              {nameIn(frame, does)}
              {address && (
                <>
                  <br />
                  {nameIn(frame, address)}
                </>
              )}
            </span>
            <Tel number={phone} />
          </li>
        ))}
      </ul>
      <div className="note apart">
        <p>
          {words.none} <a href="/file">{words.file}</a>
        </p>
      </div>
      <section aria-label={words.host}>
        <table className="ways">
          <tbody>
            <tr>
              <th scope="row">{words.host}</th>
              <td>
                {nameIn(frame, site.host.name)} <Tel number={site.host.phone} />
              </td>
            </tr>
            <tr>
              <th scope="row">{words.address}</th>
              <td>{nameIn(frame, site.host.address)}</td>
            </tr>
            <tr>
              <th scope="row">{words.hours}</th>
              <td>{hoursIn(frame.language, site.host.hours.zh)}</td>
            </tr>
            <tr>
              <th scope="row">{words.supervision}</th>
              <td>
                {nameIn(frame, site.supervision.name)} <Tel number={site.supervision.phone} />
              </td>
            </tr>
            {site.above && (
              <tr>
                <th scope="row">{words.above}</th>
                <td>
                  {nameIn(frame, site.above.name)} <Tel number={site.above.phone} />
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </section>
    </Layout>
  );
}
