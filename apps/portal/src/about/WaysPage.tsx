import { COMPARED_ON, TEXTS } from '#contexts/casework/domain/ways/procedures/guide-texts.ts';
import { NOT_STOPPED, ROUTE_GUIDE } from '#contexts/casework/domain/ways/procedures/guide.ts';
import { ROUTES } from '#contexts/casework/domain/kinds.ts';
import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { Layout } from '../parts/Layout.tsx';
import { yearDay } from '../words/dates.ts';
import { wordsOf } from '../words/index.ts';

/** Which procedure a claim belongs to, whom to ask and until when; and that a petition does not stop that term. */
export function WaysPage({ frame }: { readonly frame: Frame }) {
  const { about, frame: all } = wordsOf(frame);
  const { ways } = about;
  const kinds = [...new Set(ROUTE_GUIDE.map(({ route }) => route))];
  return (
    <Layout frame={frame} title={ways.title}>
      <a className="back" href="/law">
        {all.backHome}
      </a>
      <h1>{ways.title}</h1>
      <p>{ways.lead}</p>
      <p>
        <b>{frame.language === 'en' ? ways.notStopped : `${NOT_STOPPED}。${ways.notStopped}`}</b>
      </p>
      {kinds.map((kind) => (
        <section key={kind} aria-labelledby={kind}>
          <h2 id={kind} lang="zh-CN">
            {ROUTES[kind].name}（{ROUTES[kind].item}）
          </h2>
          <table className="ways terms">
            <thead>
              <tr>
                {ways.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody lang="zh-CN">
              {ROUTE_GUIDE.filter(({ route }) => route === kind).map(({ code, claim, procedure, organ, term, article, mark }) => (
                <tr key={code}>
                  <th scope="row">{claim}</th>
                  <td>{procedure}</td>
                  <td>{organ}</td>
                  <td>{term}</td>
                  <td>
                    {article}
                    {mark === 'M' && <span className="small quiet">{ways.unchecked}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <p className="apart">{ways.note}</p>
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
