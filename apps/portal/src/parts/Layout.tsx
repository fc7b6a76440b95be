import type { ReactNode } from 'react';
import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { nameIn, wordsOf } from '../words/index.ts';
import { Echo, Sprite } from './Icons.tsx';

interface Props {
  readonly frame: Frame;
  readonly title: string; // answers first: the state, then the place, then the site
  readonly main?: string; // class of <main>
  readonly unlisted?: boolean; // kept out of search engines
  readonly children: ReactNode;
}

/** The page around every page: masthead, skip link, footer. The script is deferred, nothing blocks the first line. */
export function Layout({ frame, title, main, unlisted, children }: Props) {
  const { frame: words } = wordsOf(frame);
  const { language, large, contrast, site } = frame;
  const classes = [large && 'large-print', contrast && 'high-contrast'].filter(Boolean).join(' ');
  const host = nameIn(frame, site.host.name);
  const address = nameIn(frame, site.host.address);
  const place = nameIn(frame, site.place);
  const [before, after] = words.foot(host, address, '\n').split('\n'); // the telephone number stays in one line
  return (
    <html lang={words.htmlLanguage} className={classes || undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} - ${words.brand} - ${language === 'en' ? place : host}`}</title>
        {unlisted && <meta name="robots" content="noindex, noarchive, nosnippet" />}
        <meta name="format-detection" content="telephone=no" />
        <link rel="stylesheet" href={__STYLE__} />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <script type="module" src={__SCRIPT__} />
      </head>
      <body>
        <Sprite />
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <header className="mast">
          <div className="wrap">
            <a className="logo" href="/">
              <Echo />
              <span>
                <b>{words.brand}</b>
                <span>{words.hostedBy(language === 'en' ? place : host)}</span>
              </span>
            </a>
            <nav aria-label={words.look}>
              <a href={large ? '?size=normal' : '?size=large'}>{large ? words.normal : words.large}</a>
              <a className="wide" href={contrast ? '?contrast=normal' : '?contrast=high'}>
                {contrast ? words.plain : words.contrast}
              </a>
              <a href={language === 'en' ? '?lang=zh' : '?lang=en'} lang={language === 'en' ? 'zh-CN' : 'en'} hrefLang={language === 'en' ? 'zh-CN' : 'en'}>
                {words.other}
              </a>
            </nav>
          </div>
        </header>
        {frame.notice && (
          <p className="said" role="status">
            {frame.notice}
          </p>
        )}
        <main id="main" className={main}>
          <div className="wrap">{children}</div>
        </main>
        <footer className="foot">
          <div className="wrap">
            <p>
              {before}
              <span className="nb">{site.host.phone}</span>
              {after}
            </p>
            {words.inChinese && <p>{words.inChinese}</p>}
            <ul>
              <li>
                <a href="/privacy">{words.privacy}</a>
              </li>
              <li>
                <a href="/accessibility">{words.accessibility}</a>
              </li>
              <li>
                <a href="/v">{words.verify}</a>
              </li>
              <li>
                <a href="/feedback">{words.feedback}</a>
              </li>
              <li>
                <a href={contrast ? '?contrast=normal' : '?contrast=high'}>{contrast ? words.plain : words.contrast}</a>
              </li>
            </ul>
          </div>
        </footer>
      </body>
    </html>
  );
}
