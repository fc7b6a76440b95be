import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { wordsOf } from '../words/index.ts';

/** What is taken and what for, before the first question (个人信息保护法第十七条). */
export function StartPage({ frame }: { readonly frame: Frame }) {
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
          <p>{start.danger}</p>
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
      </div>
    </Layout>
  );
}
