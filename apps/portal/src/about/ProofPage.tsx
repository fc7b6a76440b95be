import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Field } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { yearDay } from '../words/dates.ts';
import { wordsOf } from '../words/index.ts';

interface Props {
  readonly frame: Frame;
  readonly page: Extract<FollowPage, { name: 'proof' }>;
}

/** What makes a receipt provable elsewhere: the office's public key, and the number of each day that nobody can change behind it. */
export function ProofPage({ frame, page: { key, roots, until, older } }: Props) {
  const { about, frame: all } = wordsOf(frame);
  const { proof } = about;
  return (
    <Layout frame={frame} title={proof.title}>
      <a className="back" href="/">
        {all.backHome}
      </a>
      <div className="q prose">
        <h1>{proof.title}</h1>
        <p>{proof.lead}</p>
        <h2>{proof.receipt}</h2>
        <ul className="list">
          {proof.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
        <ul className="list">
          {Object.entries(proof.programs).map(([name, text]) => (
            <li key={name}>
              <a href={`/proof/${name}`} download={name}>
                {text}
              </a>
            </li>
          ))}
        </ul>
        {key && (
          <p>
            {proof.key(key.key)}
            <br />
            <span className="hash">{key.publicKey}</span>
          </p>
        )}
        <h2>{proof.roots}</h2>
        <p>{proof.rootsText}</p>
        <form action="/proof">
          <Field frame={frame} id="until" label={proof.day} hint={proof.dayHint} value={until ?? ''} mistakes={[]} />
          <button type="submit" className="btn plain">
            {proof.dayButton}
          </button>
        </form>
        {roots.length === 0 ? (
          <p>{until ? proof.noneUntil : proof.noRoots}</p>
        ) : (
          <ul className="rows">
            {roots.map(({ day, leaves, root, chained, signature }) => (
              <li key={day}>
                <b>{yearDay(day, frame.language)}</b>
                {proof.count(leaves)}
                <br />
                <span className="small">{proof.root}</span> <span className="hash small">{root}</span>
                <br />
                <span className="small">{proof.chained}</span> <span className="hash small">{chained}</span>
                <br />
                <span className="small">{proof.signature}</span> <span className="hash small">{signature}</span>
              </li>
            ))}
          </ul>
        )}
        {older && (
          <p>
            <a href={`/proof?until=${older}`}>{proof.older}</a>
          </p>
        )}
      </div>
    </Layout>
  );
}
