import { addDays, dateInChina } from '#kernel/dates.ts';
import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { Grade } from '#contexts/transparency/domain/messages.ts';
import type { RefusedSaying, Typed } from '#contexts/transparency/domain/refused.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Tel } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { shortDay, yearDay } from '../words/dates.ts';
import { nameIn, wordsOf } from '../words/index.ts';

interface Props {
  readonly frame: Frame;
  readonly refused: readonly RefusedSaying[];
  readonly at?: number; // of the matter that it is about
}

const FRESH_DAYS = 30;

/** On the page of a matter: what was said in the last weeks and could not be done. Older ones stand under 我的信息. */
export function RefusedLately({ frame, refused, at }: Props) {
  const words = wordsOf(frame).refused;
  const last = refused.filter((saying, nth) => refused.findIndex(({ kind, about }) => kind === saying.kind && about === saying.about) === nth); // tried again: the last answer counts
  const fresh = last.filter((saying) => dateInChina(new Date(saying.at)) >= addDays(frame.today, -FRESH_DAYS));
  if (refused.length === 0) return null;
  return (
    <section className="refusals" aria-label={words.title}>
      {fresh.length > 0 && <h2>{words.title}</h2>}
      <RefusedList frame={frame} refused={fresh} {...(at !== undefined && { at })} />
      {refused.length > fresh.length && (
        <p className="small quiet">
          <a href="/my-information">{words.more(refused.length - fresh.length)}</a>
        </p>
      )}
    </section>
  );
}

/** Each with its reason, its way out, and every word that was typed. */
export function RefusedList({ frame, refused, at }: Props) {
  return refused.map((saying) => <Saying key={saying.id} frame={frame} saying={saying} at={at ?? 0} />);
}

function Saying({ frame, saying, at }: { readonly frame: Frame; readonly saying: RefusedSaying; readonly at: number }) {
  const words = wordsOf(frame).refused;
  const { kind, about, sentence, article, typed, files, until } = saying;
  const { host } = frame.site;
  const again = whereAgain(saying, at);
  const english = frame.language === 'en' ? ' ' : '';
  return (
    <div className="note amber refused">
      <h3>{words.said(shortDay(dateInChina(new Date(saying.at)), frame.language), about ? words.asks[about] : words.what[kind])}</h3>
      {frame.language === 'en' && <p className="small">{words.why}</p>}
      <p {...(english && { lang: 'zh-CN' })}>{sentence}</p>
      {article && <p className="small quiet">{words.article(article)}</p>}
      {typed.length + files.length > 0 && (
        <details>
          <summary>{words.words}</summary>
          <dl className="rows">
            {typed.map((one) => (
              <div key={`${one.name}${one.value}`}>
                <dt>{words.labels[one.name]}</dt>
                <dd>{shown(frame, one)}</dd>
              </div>
            ))}
            {files.length > 0 && (
              <div>
                <dt>{words.files}</dt>
                <dd>{files.join(english ? ', ' : '、')}</dd>
              </div>
            )}
          </dl>
        </details>
      )}
      <p className="small">{words.kept(yearDay(dateInChina(new Date(until)), frame.language))}</p>
      <p>
        {again && (
          <>
            <a href={again}>{typed.length > 0 ? words.again : words.againPlain}</a>
            <br />
          </>
        )}
        {words.ask(nameIn(frame, host.name))}
        {english} <Tel number={host.phone} />
      </p>
    </div>
  );
}

const shown = (frame: Frame, { name, value }: Typed) =>
  name === 'headConcerned'
    ? wordsOf(frame).refused.yes
    : name === 'petitionDept' || name === 'handlingUnit'
      ? wordsOf(frame).follow.rate.grades[value as Grade]
      : value;

/** The form that it came from, with the words of before in it where it has a place for them. */
function whereAgain({ id, kind, about }: RefusedSaying, at: number): string | undefined {
  const here = at + 1;
  switch (kind) {
    case 'ask':
      return `/ask/${about}/${here}?again=${id}`;
    case 'supplement':
      return `/supplement?again=${id}`;
    case 'complaint':
      return `/complain/${here}?again=${id}`;
    case 'review':
      return `/review/${here}?again=${id}`;
    case 'privacy':
      return `/my-information?again=${id}`;
    case 'contact':
    case 'electronicDelivery':
      return '/contact';
    case 'joinRoster':
      return '/join';
    case 'commitment':
      return `/commitment/${here}`;
    case 'openRoster':
      return `/roster/${here}`;
    default:
      return undefined; // what is over is over: the sentence says what else can be done
  }
}

/** A code that opens nothing else: somebody wanted to join a matter, and could not. */
export function RefusedPage({ frame, page: { refused } }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'refused' }> }) {
  const words = wordsOf(frame).refused;
  return (
    <Layout frame={frame} title={words.title}>
      <div className="q">
        <h1>{words.title}</h1>
        <p>{words.pageLead}</p>
        <RefusedList frame={frame} refused={refused} />
      </div>
    </Layout>
  );
}
