import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { OwnCopy, PrivacyRequest } from '#contexts/transparency/domain/mine.ts';
import { WISHES } from '#contexts/transparency/domain/mine.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Choices, Field, Mistakes, Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { yearDay } from '../words/dates.ts';
import { nameIn, wordsOf } from '../words/index.ts';
import { RefusedList } from './Refused.tsx';

/** 我的信息: what is kept of whoever has the code, a copy, and a form to ask. */
export function MyInformationPage({
  frame,
  page: { page, pdf, refused, typed, problem },
}: {
  readonly frame: Frame;
  readonly page: Extract<FollowPage, { name: 'mine' }>;
}) {
  const { mine, frame: all } = wordsOf(frame);
  const held = page.mine?.held ?? [];
  const mistakes = problem ? [{ field: problem === 'chooseWish' ? 'wish-1' : 'text', text: mine.problems[problem] }] : [];
  return (
    <Layout frame={frame} title={mistakes.length > 0 ? `${all.mistakesTitle(1)} - ${mine.title}` : mine.title}>
      <a className="back" href="/progress">
        {all.backProgress}
      </a>
      <div className="q">
        <Mistakes frame={frame} mistakes={mistakes} title={all.mistakesTitle(mistakes.length)} />
        <h1>{mine.title}</h1>
        <p>{mine.lead}</p>
        <h2>{mine.heldTitle}</h2>
        {held.length > 0 && (
          <table className="ways held">
            <thead>
              <tr>
                <th scope="col">{mine.kind}</th>
                <th scope="col">{mine.count}</th>
                <th scope="col">{mine.why}</th>
              </tr>
            </thead>
            <tbody>
              {held.map(({ kind, count, since }) => (
                <tr key={kind}>
                  <td>{mine.held[kind]}</td>
                  <td>{mine.items(count, yearDay(since, frame.language))}</td>
                  <td>{mine.reasons[kind]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p className="small quiet">{mine.terms}</p>
        <h2>{mine.ownTitle}</h2>
        {page.mine?.own ? <Own frame={frame} own={page.mine.own} /> : <p>{mine.ownNone}</p>}
        <h2>{mine.openedTitle}</h2>
        <p>
          <a href="/opened">{mine.openedLink}</a>
        </p>
        <h2>{mine.copyTitle}</h2>
        <ul className="list">
          {pdf && (
            <li>
              <a href="/my-information/copy.pdf">{mine.pdf}</a>
            </li>
          )}
          <li>
            <a href="/my-information/copy.json">{mine.json}</a>
          </li>
        </ul>
        <p className="small quiet">{mine.copyNote}</p>
        {(page.mine?.requests.length ?? 0) > 0 && <h2>{mine.requestsTitle}</h2>}
        {page.mine?.requests.map((request, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand in the order in which they were asked
          <Asked key={nth} frame={frame} request={request} />
        ))}
        {refused.length > 0 && <h2>{wordsOf(frame).refused.mineTitle}</h2>}
        <RefusedList frame={frame} refused={refused} />
        <h2>{mine.askTitle}</h2>
        <p>{mine.askLead(nameIn(frame, frame.site.host.name))}</p>
        <form action="/my-information" method="post" data-once="">
          <Token frame={frame} />
          <Choices
            frame={frame}
            name="wish"
            legend={mine.wish}
            options={WISHES.map((value) => ({ value, label: mine.wishes[value] }))}
            chosen={typed?.wish ? [typed.wish] : []}
            mistakes={mistakes}
          />
          <Field frame={frame} id="text" kind="area" label={mine.say} hint={mine.sayHint} value={typed?.text ?? ''} mistakes={mistakes} />
          <div className="actions">
            <button type="submit" className="btn">
              {mine.send}
            </button>
          </div>
        </form>
      </div>
    </Layout>
  );
}

function Own({ frame, own: { name, phone, address, title, text, claims, files } }: { readonly frame: Frame; readonly own: OwnCopy }) {
  const { mine } = wordsOf(frame);
  const stop = frame.language === 'en' ? ', ' : '，';
  const rows: readonly (readonly [string, string])[] = [
    [mine.who, [name, phone, address].filter(Boolean).join(stop)],
    [mine.heading, title],
    [mine.text, text],
    ...claims.map((claim, nth): [string, string] => [`${mine.claim} ${nth + 1}`, claim]),
    [mine.files, files.join('\n') || mine.noFiles],
  ];
  return (
    <dl className="rows">
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="lines">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Asked({ frame, request: { on, wish, answerBy, answer } }: { readonly frame: Frame; readonly request: PrivacyRequest }) {
  const { mine } = wordsOf(frame);
  return (
    <div className="note">
      <p>
        <b>{mine.wishes[wish]}</b> {mine.asked(yearDay(on, frame.language))}
      </p>
      {answer ? (
        <>
          <p>
            <b>{mine.results[answer.result]}</b> {yearDay(answer.on, frame.language)}
          </p>
          <p>{answer.text}</p>
          {answer.ground && (
            <p>
              {mine.reason}
              {frame.language === 'en' ? ': ' : '：'}
              {answer.ground}
            </p>
          )}
          {answer.wayOut && <p>{answer.wayOut}</p>}
        </>
      ) : (
        answerBy && <p>{mine.due(yearDay(answerBy, frame.language))}</p>
      )}
    </div>
  );
}
