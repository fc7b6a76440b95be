import type { ReactNode } from 'react';
import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { QuestionPage as Page } from '#contexts/intake/portal/domain/pages.ts';
import { Mistakes, Token, type Mistake } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { day } from '../words/dates.ts';
import { wordsOf } from '../words/index.ts';
import { FilesQuestion } from './FilesQuestion.tsx';
import { QUESTIONS } from './questions.tsx';

interface Props {
  readonly frame: Frame;
  readonly page: Page;
}

/** One question a page. The heading is the question; the button says what it does; nothing typed is ever lost. */
export function QuestionPage({ frame, page }: Props) {
  const { file, frame: all } = wordsOf(frame);
  const { step, at, of, back, toReview } = page;
  const mistakes: Mistake[] = page.problems.map(({ field, code, count }) => ({ field, text: file.problems[code](count) }));
  const wrong = mistakes.length + (page.refused?.length ?? 0);
  const title = file[step].title;
  return (
    <Layout frame={frame} title={[wrong > 0 && all.mistakesTitle(wrong), title, file.name].filter(Boolean).join(' - ')}>
      <a className="back" href={toReview ? '/file/review' : back ? `/file/${back}` : '/file'}>
        {all.back}
      </a>
      <div className="cols wide-left">
        <div className="q">
          <Mistakes frame={frame} mistakes={mistakes} />
          {page.trouble && (
            <div className="errors" role="alert" tabIndex={-1}>
              <p>{file.trouble[page.trouble]}</p>
            </div>
          )}
          {step === 'files' ? (
            <FilesQuestion frame={frame} page={page} heading={<Heading step={file.step(at, of)} title={title} />} />
          ) : (
            <Question frame={frame} page={page} mistakes={mistakes} heading={<Heading step={file.step(at, of)} title={title} />} />
          )}
        </div>
        <Aside frame={frame} page={page} />
      </div>
    </Layout>
  );
}

function Heading({ step, title }: { readonly step: string; readonly title: string }) {
  return (
    <>
      <p className="step">{step}</p>
      <h1>{title}</h1>
    </>
  );
}

function Question({ frame, page, mistakes, heading }: Props & { readonly mistakes: readonly Mistake[]; readonly heading: ReactNode }) {
  const { file } = wordsOf(frame);
  const { step, toReview } = page;
  const Fields = QUESTIONS[step as Exclude<typeof step, 'files'>];
  return (
    <>
      {heading}
      <form action={`/file/${step}`} method="post" noValidate data-autosave="">
        <Token frame={frame} />
        {toReview && <input type="hidden" name="back" value="review" />}
        <button type="submit" name="then" value="next" className="vh" tabIndex={-1} aria-hidden="true">
          {file.save}
        </button>
        <Fields frame={frame} answers={page.answers} mistakes={mistakes} />
        <p className="small quiet" aria-live="polite" data-saved={file.saved} data-failed={file.notSaved} />
        <div className="actions">
          <button type="submit" name="then" value="next" className="btn">
            {toReview ? file.saveBack : file.save}
          </button>
          <button type="submit" name="then" value="stop" className="link">
            {file.stop}
          </button>
        </div>
      </form>
    </>
  );
}

function Aside({ frame, page: { step, resumeCode, until } }: Props) {
  const { file, frame: all } = wordsOf(frame);
  const words = file[step];
  const showCode = resumeCode.replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3');
  return (
    <aside aria-label={all.explain}>
      <div className="note">
        {'why' in words && (
          <>
            <h2 className="small">{file.why}</h2>
            <p className="small">{words.why}</p>
          </>
        )}
        {until && <p className="small">{file.resumeLine(showCode, day(until, frame.language))}</p>}
      </div>
    </aside>
  );
}
