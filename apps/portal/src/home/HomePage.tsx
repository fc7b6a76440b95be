import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { Tel, Token } from '../parts/Fields.tsx';
import { Echo } from '../parts/Icons.tsx';
import { Layout } from '../parts/Layout.tsx';
import { hoursIn } from '../words/hours.ts';
import { nameIn, wordsOf } from '../words/index.ts';

/** One dark block to file, one field to follow; the law and the offices one tap away. */
export function HomePage({ frame }: { readonly frame: Frame }) {
  const { home } = wordsOf(frame);
  return (
    <Layout frame={frame} title={wordsOf(frame).frame.home} main="home">
      <h1>{home.title}</h1>
      <p className="lead">
        {home.leadStart}
        <span className="nb">{home.leadEnd}</span>
      </p>
      <p className="jump">
        <a href="#office">{home.findOffice}</a>
        <a href="#law">{home.law}</a>
      </p>
      <div className="doors">
        <section className="door file" aria-labelledby="d1">
          <Echo className="echo" />
          <h2 id="d1">{home.file.title}</h2>
          <p>{home.file.what}</p>
          <ul>
            {home.file.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <a className="btn" href="/file">
            {home.file.button}
          </a>
        </section>
        <FollowDoor frame={frame} />
      </div>
      <Law frame={frame} />
      <div className="cols apart">
        <Offices frame={frame} />
        <Ways frame={frame} />
      </div>
      <section aria-label={home.urgent}>
        <div className="cols">
          <div className="note amber">
            <h3>{home.danger}</h3>
            <p>
              {home.dangerStart}
              <a href="tel:110">110</a>
              {frame.language === 'en' ? ', ' : '、'}
              <a href="tel:119">119</a> {home.or} <a href="tel:120">120</a>
              {home.dangerEnd}
            </p>
          </div>
          <div className="note">
            <h3>{home.accuse}</h3>
            <p>
              {home.accuseText}
              {frame.language === 'en' && ' '}
              <a href="/accusation">{home.accuseLink}</a>
            </p>
          </div>
        </div>
      </section>
    </Layout>
  );
}

function FollowDoor({ frame }: { readonly frame: Frame }) {
  const { follow, file } = wordsOf(frame).home;
  return (
    <section className="door follow" aria-labelledby="d2">
      <h2 id="d2">{follow.title}</h2>
      <form action="/follow" method="post">
        <Token frame={frame} />
        <div className="field">
          <label htmlFor="code">{follow.code}</label>
          <p className="hint" id="code-h">
            {follow.hint}
          </p>
          <input className="input code" id="code" name="code" aria-describedby="code-h" autoComplete="off" spellCheck={false} maxLength={24} />
        </div>
        <button type="submit" className="btn">
          {follow.button}
        </button>
      </form>
      <details>
        <summary>{follow.lost}</summary>
        <p className="small">{follow.lostHow(frame.site.host.phone)}</p>
      </details>
      <p className="small resume">
        <a href="/resume">{file.resume}</a>
      </p>
    </section>
  );
}

function Law({ frame }: { readonly frame: Frame }) {
  const { home } = wordsOf(frame);
  return (
    <section aria-labelledby="law">
      <h2 id="law">{home.law}</h2>
      <p>{home.lawText}</p>
      <ol className="law">
        {home.lawSteps.map(([term, what, how, article]) => (
          <li key={what}>
            <i />
            <b>{term}</b>
            <strong>{what}</strong>
            <span>{how}</span>
            <span>{article}</span>
          </li>
        ))}
      </ol>
      <p className="small quiet">
        {home.lawNote} <a href="/law">{home.lawAll}</a>
      </p>
    </section>
  );
}

function Offices({ frame }: { readonly frame: Frame }) {
  const { about, home, notices } = wordsOf(frame);
  return (
    <section aria-labelledby="office">
      <h2 id="office">{home.findOffice}</h2>
      <search>
        <form className="find" action="/offices">
          <label className="vh" htmlFor="off">
            {home.search}
          </label>
          <input className="input" id="off" name="q" placeholder={home.searchExample} />
          <button type="submit" className="btn plain">
            {home.searchButton}
          </button>
        </form>
      </search>
      <ul className="rows">
        {frame.site.offices.slice(0, 3).map(({ name, does, phone }) => (
          <li className="office" key={name.zh}>
            <b className="name">{nameIn(frame, name)}</b>
            <span>{firstFew(nameIn(frame, does))}</span>
            <Tel number={phone} />
          </li>
        ))}
        <li className="office">
          <a className="name" href="/offices">
            {home.allOffices}
          </a>
        </li>
        <li className="office">
          <a className="name" href="/ways">
            {about.ways.title}
          </a>
        </li>
        <li className="office">
          <a className="name" href="/notices">
            {notices.title}
          </a>
        </li>
      </ul>
    </section>
  );
}

function Ways({ frame }: { readonly frame: Frame }) {
  const { ways } = wordsOf(frame).home;
  const { host, kiosks } = frame.site;
  const address = nameIn(frame, host.address);
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{ways.title}</h2>
      <table className="ways">
        <tbody>
          <tr>
            <th scope="row">{ways.visit}</th>
            <td>
              {address}
              {frame.language === 'en' ? ', ' : '，'}
              {ways.visitNote}
              <br />
              <span className="quiet small">{hoursIn(frame.language, host.hours.zh)}</span>
            </td>
          </tr>
          <tr>
            <th scope="row">{ways.letter}</th>
            <td>
              {ways.letterTo(address)}
              <br />
              <span className="quiet small">{ways.letterNote}</span>
            </td>
          </tr>
          <tr>
            <th scope="row">{ways.phone}</th>
            <td>
              <Tel number={host.phone} />
              <br />
              <span className="quiet small">{ways.phoneNote}</span>
            </td>
          </tr>
          {kiosks && (
            <tr>
              <th scope="row">{ways.kiosk}</th>
              <td>{nameIn(frame, kiosks)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

/** Three of what an office looks after; all of it stands on its own page. */
const firstFew = (does: string) => does.split('、').slice(0, 3).join('、');
