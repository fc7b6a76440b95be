import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Field, Tel, Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { fullDay } from '../words/dates.ts';
import { officeIn, paperIn, wordsOf } from '../words/index.ts';

interface Props {
  readonly frame: Frame;
  readonly page: Extract<FollowPage, { name: 'verify' }>;
}

/** Anyone may check a paper by the code on it: enough to tell a real one, no name, no content. */
export function VerifyPage({ frame, page }: Props) {
  const { about, frame: all } = wordsOf(frame);
  const { verify } = about;
  const { paper, code, compared } = page;
  const isAsked = code !== ''; // somebody came with a code, not to type one
  const heading = !isAsked ? all.verify : !paper ? verify.notFound : compared === 'different' ? verify.notThis : verify.headings[paper.state]; // the answer first: nobody scrolls for it
  return (
    <Layout frame={frame} title={heading}>
      <a className="back" href="/">
        {all.backHome}
      </a>
      <div className="q">
        {isAsked && <p className="step">{verify.title}</p>}
        <h1>{heading}</h1>
        {compared && (
          <div className={compared === 'same' ? 'note' : 'note amber'} role="alert">
            <p>
              <b>{verify[compared]}</b>
            </p>
          </div>
        )}
        <p>
          {!isAsked ? all.verifyLead : paper ? verify.foundText : verify.notFoundText}
          {isAsked && !paper && (
            <>
              {' '}
              <Tel number={frame.site.host.phone} />
            </>
          )}
        </p>
        {!paper && (
          <form action="/v">
            <Field frame={frame} id="code" className="code mid" label={verify.typed} hint={verify.typedHint} value={code} mistakes={[]} autoComplete="off" />
            <button type="submit" className="btn">
              {isAsked ? verify.again : all.verifyButton}
            </button>
          </form>
        )}
        <table className="ways" hidden={!paper}>
          <tbody>
            <tr>
              <th scope="row">{verify.typed}</th>
              <td>{code}</td>
            </tr>
            {paper && (
              <>
                <tr>
                  <th scope="row">{verify.name}</th>
                  <td>{[paperIn(frame, paper.title), paper.title].filter(Boolean).join(', ')}</td>
                </tr>
                {paper.no && (
                  <tr>
                    <th scope="row">{verify.no}</th>
                    <td>{paper.no}</td>
                  </tr>
                )}
                <tr>
                  <th scope="row">{verify.organ}</th>
                  <td>{officeIn(frame, paper.organ)}</td>
                </tr>
                <tr>
                  <th scope="row">{verify.on}</th>
                  <td>{fullDay(paper.issuedOn, frame.language)}</td>
                </tr>
                <tr>
                  <th scope="row">{verify.state}</th>
                  <td>
                    <b>{verify.states[paper.state]}</b>
                    {paper.replacedBy && (
                      <>
                        {frame.language === 'en' ? ', ' : '，'}
                        {verify.replaced(paper.replacedBy)}
                      </>
                    )}
                  </td>
                </tr>
                <tr>
                  <th scope="row">{verify.check}</th>
                  <td className="hash">{paper.check}</td>
                </tr>
                {paper.sha256 && (
                  <tr>
                    <th scope="row">{verify.hash}</th>
                    <td className="hash small">{paper.sha256}</td>
                  </tr>
                )}
              </>
            )}
          </tbody>
        </table>
        {paper?.sha256 && <Compare frame={frame} page={page} />}
      </div>
    </Layout>
  );
}

function Compare({ frame, page: { code } }: Props) {
  const { verify } = wordsOf(frame).about;
  return (
    <section className="apart" aria-labelledby="compare">
      <h2 id="compare">{verify.compare}</h2>
      <form action={`/v/${code}`} method="post" encType="multipart/form-data">
        <Token frame={frame} />
        <div className="field">
          <label htmlFor="file">{verify.file}</label>
          <p className="hint" id="file-h">
            {verify.compareHint}
          </p>
          <div className="drop">
            <input type="file" id="file" name="file" accept="application/pdf,.pdf" aria-describedby="file-h" />
          </div>
        </div>
        <button type="submit" className="btn plain">
          {verify.button}
        </button>
      </form>
      <p className="small quiet apart">{verify.noNames}</p>
    </section>
  );
}
