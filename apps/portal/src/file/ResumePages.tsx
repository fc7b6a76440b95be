import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FilingPage } from '#contexts/intake/portal/domain/pages.ts';
import { Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { fullDay } from '../words/dates.ts';
import { wordsOf } from '../words/index.ts';

/** Stopping on the way: what is kept, until when, and the code that brings it back. */
export function StopPage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FilingPage, { name: 'file-stop' }> }) {
  const { file } = wordsOf(frame);
  const { stopped } = file;
  return (
    <Layout frame={frame} title={`${stopped.title} - ${file.name}`}>
      <div className="q">
        <h1>{stopped.title}</h1>
        <p>{stopped.lead(fullDay(page.until, frame.language))}</p>
        <div className="sheet">
          <p className="quiet small">{stopped.code}</p>
          <p className="bigcode resume">{page.resumeCode.replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3')}</p>
          <p className="small">{stopped.keep}</p>
        </div>
        <div className="actions mainaction">
          <a className="btn" href="/file/review">
            {stopped.on}
          </a>
          <form action="/leave" method="post">
            <Token frame={frame} />
            <button type="submit" className="btn plain">
              {stopped.leave}
            </button>
          </form>
        </div>
        <p className="small quiet">{stopped.leaveHint}</p>
      </div>
    </Layout>
  );
}

export function ResumePage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FilingPage, { name: 'resume' }> }) {
  const { file, frame: all } = wordsOf(frame);
  const { resume } = file;
  const missing = page.typed !== undefined;
  return (
    <Layout frame={frame} title={missing ? `${resume.wrong} - ${file.name}` : `${resume.title} - ${file.name}`}>
      <a className="back" href="/">
        {all.backHome}
      </a>
      <div className="q">
        <h1>{missing ? resume.wrong : resume.title}</h1>
        {missing && (
          <div className="note amber" role="alert">
            <p>
              {resume.typed} <b className="nb">{page.typed || '—'}</b>
              {frame.language === 'en' ? '. ' : '。'}
              {resume.look}
            </p>
            {page.triesLeft !== undefined && <p>{resume.tries(page.triesLeft)}</p>}
          </div>
        )}
        <ResumeForm frame={frame} />
        <p>
          <a href="/file">{resume.fresh}</a>
        </p>
      </div>
    </Layout>
  );
}

/** Left too long: nothing of it is on the screen any more. */
export function ExpiredPage({ frame }: { readonly frame: Frame }) {
  const { file } = wordsOf(frame);
  return (
    <Layout frame={frame} title={`${file.expired.title} - ${file.name}`}>
      <div className="q">
        <h1>{file.expired.title}</h1>
        <p>{file.expired.text}</p>
        <ResumeForm frame={frame} />
        <p>
          <a href="/file">{file.resume.fresh}</a>
        </p>
      </div>
    </Layout>
  );
}

function ResumeForm({ frame }: { readonly frame: Frame }) {
  const { resume } = wordsOf(frame).file;
  return (
    <form action="/resume" method="post">
      <Token frame={frame} />
      <div className="field">
        <label htmlFor="code">{resume.label}</label>
        <p className="hint" id="code-h">
          {resume.hint}
        </p>
        <input className="input code mid" id="code" name="code" aria-describedby="code-h" autoComplete="off" spellCheck={false} maxLength={24} />
      </div>
      <button type="submit" className="btn">
        {resume.button}
      </button>
    </form>
  );
}
