import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FollowPage, Recorded as Said } from '#contexts/transparency/domain/pages.ts';
import { Tel } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { yearDay } from '../words/dates.ts';
import { nameIn, officeIn, wordsOf } from '../words/index.ts';

/** Which organs opened it; organs, not persons. */
export function OpenedPage({ frame, page: { page } }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'opened' }> }) {
  const { follow, frame: all } = wordsOf(frame);
  const { opened } = follow;
  return (
    <Layout frame={frame} title={opened.title}>
      <a className="back" href="/progress">
        {all.backProgress}
      </a>
      <div className="q">
        <h1>{opened.title}</h1>
        <p>{opened.lead}</p>
        {page.opened.length === 0 ? (
          <p>{opened.none}</p>
        ) : (
          <table className="ways">
            <thead>
              <tr>
                <th scope="col">{opened.unit}</th>
                <th scope="col">{opened.last}</th>
                <th scope="col">{opened.times}</th>
              </tr>
            </thead>
            <tbody>
              {page.opened.map(({ organ, lastOn, times }) => (
                <tr key={organ}>
                  <td>{officeIn(frame, organ)}</td>
                  <td>{yearDay(lastOn, frame.language)}</td>
                  <td>{times}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p className="apart">
          {opened.wrong} <Tel number={frame.site.supervision.phone} />
        </p>
      </div>
    </Layout>
  );
}

/** What has to be known before one withdraws; once it is done, the way back. */
export function WithdrawPage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'withdraw' }> }) {
  const { follow, roster, frame: all } = wordsOf(frame);
  const { withdraw } = follow;
  const { host, supervision } = frame.site;
  const about = page.page.matters[page.at]?.stage === 'withdrawn' ? 'undoWithdraw' : 'withdraw';
  const [undo = '', back = ''] = follow.ask.undoWithdraw;
  const title = about === 'withdraw' ? withdraw.title : undo;
  const isMember = page.page.matters[page.at]?.group?.role === 'member';
  return (
    <Layout frame={frame} title={title}>
      <a className="back" href={`/progress/${page.at + 1}`}>
        {all.backProgress}
      </a>
      <div className="q">
        <h1>{title}</h1>
        {about === 'undoWithdraw' ? (
          <p>{back}</p>
        ) : (
          <ul className="list">
            {withdraw.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
            {page.page.matters[page.at]?.group?.role === 'representative' && <li>{roster.withdrawNote}</li>}
          </ul>
        )}
        {isMember ? (
          <>
            <p>{roster.notWithdraw}</p>
            <p>
              <a href={`/roster/${page.at + 1}`}>{roster.title}</a>
            </p>
          </>
        ) : (
          <p>
            <a className="btn" href={`/ask/${about}/${page.at + 1}`}>
              {about === 'undoWithdraw' ? undo : follow.ask.here}
            </a>
          </p>
        )}
        <h2>{withdraw.where}</h2>
        <p>
          {nameIn(frame, host.name)}
          {frame.language === 'en' ? ', ' : '，'}
          {nameIn(frame, host.address)} <Tel number={host.phone} />
        </p>
        <div className="note">
          <p>
            {withdraw.pressed}
            {frame.language === 'en' ? ': ' : '：'}
            <Tel number={supervision.phone} />
          </p>
        </div>
      </div>
    </Layout>
  );
}

/** What was said, office by office, as it is kept. */
function Recorded({ frame, recorded, changed }: { readonly frame: Frame; readonly recorded: readonly Said[]; readonly changed: boolean }) {
  const { rate, thanks } = wordsOf(frame).follow;
  return (
    <dl className="rows">
      {recorded.map(({ office, grade }) => (
        <div key={office}>
          <dt>{officeIn(frame, office)}</dt>
          <dd>{grade ? <b>{rate.grades[grade]}</b> : changed ? thanks.notChanged : thanks.notRated}</dd>
        </div>
      ))}
    </dl>
  );
}

export function ThanksPage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'thanks' }> }) {
  const { thanks } = wordsOf(frame).follow;
  const changed = page.about === 'rating' && page.changed === true;
  const [title = '', text] = changed ? thanks.changedRating : thanks[page.about];
  return (
    <Layout frame={frame} title={title}>
      <div className="q">
        <h1>{title}</h1>
        {page.about === 'rating' && <Recorded frame={frame} recorded={page.recorded} changed={changed} />}
        <p>{text}</p>
        <p>
          <a className="btn" href="/progress">
            {thanks.back}
          </a>
        </p>
      </div>
    </Layout>
  );
}
