import { COMPARED_ON, TEXTS } from '#contexts/casework/domain/ways/procedures/guide-texts.ts';
import { NOT_STOPPED, ROUTE_GUIDE, type Way } from '#contexts/casework/domain/ways/procedures/guide.ts';
import { type ClaimRoute, ROUTES } from '#contexts/casework/domain/kinds.ts';
import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Layout } from '../parts/Layout.tsx';
import { articleIn } from '../words/articles.ts';
import { yearDay } from '../words/dates.ts';
import { wordsOf } from '../words/index.ts';
import { ways as chinese } from '../words/zh/ways.ts';

/** The way by which most people come first. */
const ORDER: readonly ClaimRoute[] = ['dutyPerformance', 'administrativeProcedure', 'arbitration', 'litigation', 'partyAppeal'];

/** Which procedure a claim belongs to, whom to ask and until when; and that a petition does not stop that term. */
export function WaysPage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'ways' }> }) {
  const { about, frame: all } = wordsOf(frame);
  const { ways } = about;
  const search = page.search.trim();
  const found = ROUTE_GUIDE.filter((way) => isAbout(way, search, ways.claims[way.code]));
  return (
    <Layout frame={frame} title={ways.title}>
      <a className="back" href="/">
        {all.backHome}
      </a>
      <h1>{ways.title}</h1>
      <p>{ways.lead}</p>
      <search>
        <form className="find q" action="/ways">
          <label className="vh" htmlFor="way">
            {ways.search}
          </label>
          <input className="input" id="way" name="q" defaultValue={search} placeholder={ways.searchExample} />
          <button type="submit" className="btn plain">
            {ways.searchButton}
          </button>
        </form>
      </search>
      {search && (
        <p role="status">
          {ways.searched(search, found.length)} <a href={found.length > 0 ? '/ways' : '/file'}>{found.length > 0 ? ways.all : ways.file}</a>
        </p>
      )}
      <p className="note amber">
        <b>{frame.language === 'en' ? ways.notStopped : `${NOT_STOPPED}。${ways.notStopped}`}</b>
      </p>
      {ORDER.map((kind) => (
        <Kind key={kind} frame={frame} kind={kind} found={found.filter(({ route }) => route === kind)} open={found.length < 4} />
      ))}
      <div className="note apart">
        <p>
          {ways.unsure} <a href="/file">{ways.file}</a>
        </p>
        <p>{ways.note}</p>
      </div>
      <details>
        <summary>{ways.compared(yearDay(COMPARED_ON, frame.language))}</summary>
        <ul lang="zh-CN">
          {Object.entries(TEXTS).map(([text, edition]) => (
            <li key={text}>
              {text}：{edition}
            </li>
          ))}
        </ul>
      </details>
    </Layout>
  );
}

/** A claim in the words of those who look for it; it opens without a script. */
function Kind({ frame, kind, found, open }: { readonly frame: Frame; readonly kind: ClaimRoute; readonly found: readonly Way[]; readonly open: boolean }) {
  const { ways } = wordsOf(frame).about;
  if (found.length === 0) return null;
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{ways.kinds[kind]}</h2>
      <p className="small quiet">
        {frame.language === 'en' ? capital(articleIn('en', `《信访工作条例》${ROUTES[kind].item}`)) : ways.item(ROUTES[kind].name, ROUTES[kind].item)}
      </p>
      <div className="kinds">
        {found.map(({ code, claim, procedure, organ, term, article, mark }) => (
          <details key={code} open={open}>
            <summary>{ways.claims[code] ?? claim}</summary>
            <dl className="sum">
              <Told label={ways.columns.procedure} text={ways.claims[code] ? `${claim}：${procedure}` : procedure} lang="zh-CN" />
              <Told label={ways.columns.organ} text={organ} lang="zh-CN" />
              <Told label={ways.columns.term} text={term} lang="zh-CN" end />
              <Told label={ways.columns.article} text={`${capital(articleIn(frame.language, article))}${mark === 'M' ? ways.unchecked : ''}`} quiet />
            </dl>
          </details>
        ))}
      </div>
    </section>
  );
}

const capital = (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

interface ToldProps {
  readonly label: string;
  readonly text: string;
  readonly lang?: string;
  readonly end?: boolean;
  readonly quiet?: boolean;
}

function Told({ label, text, lang, end, quiet }: ToldProps) {
  return (
    <div className={end ? 'end' : undefined}>
      <dt>{label}</dt>
      <dd lang={lang}>{end ? <b>{text}</b> : quiet ? <span>{text}</span> : text}</dd>
    </div>
  );
}

/** Whether what was typed stands in it, in what people call it, or in its English name. */
function isAbout({ code, claim, procedure, organ }: Way, search: string, english = ''): boolean {
  const texts = [claim, procedure, organ, chinese.also[code] ?? '', english];
  return texts.some((text) => text.toLowerCase().includes(search.toLowerCase()));
}
