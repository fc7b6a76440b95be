import type { ReactNode } from 'react';
import type { Answers } from '#contexts/intake/portal/domain/answers.ts';
import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FilingPage } from '#contexts/intake/portal/domain/pages.ts';
import type { Step } from '#contexts/intake/portal/domain/steps.ts';
import { Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { day, fullDay, shortDay } from '../words/dates.ts';
import { nameIn, wordsOf } from '../words/index.ts';

interface Props {
  readonly frame: Frame;
  readonly page: Extract<FilingPage, { name: 'file-review' }>;
}

/** Reads it back, says what happens after, and only then has the button. */
export function ReviewPage({ frame, page }: Props) {
  const { file, frame: all } = wordsOf(frame);
  const { review } = file;
  return (
    <Layout frame={frame} title={`${review.title} - ${file.name}`}>
      <a className="back" href={`/file/${page.back}`}>
        {all.back}
      </a>
      <div className="review">
        <p className="step">{file.last}</p>
        <h1>{review.title}</h1>
        <p>{review.lead}</p>
        <dl className="rows">
          {rowsOf(frame, page).map(({ step, label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
              <dd className="chg">
                <a href={`/file/${step}?back=review`}>
                  {review.change}
                  <span className="vh">{label}</span>
                </a>
              </dd>
            </div>
          ))}
        </dl>
        <Then frame={frame} page={page} />
        {page.answers.purpose === 'accusation' && (
          <div className="note q">
            <p>{review.accusation}</p>
          </div>
        )}
        <div className="note q">
          <p>{review.promise}</p>
        </div>
        <div className="actions mainaction">
          <form action="/file/submit" method="post" data-once="">
            <Token frame={frame} />
            <button type="submit" className="btn">
              {review.button}
            </button>
          </form>
          <a href="/file/stop">{review.later}</a>
        </div>
      </div>
    </Layout>
  );
}

function Then({ frame, page: { next } }: Props) {
  const { review } = wordsOf(frame).file;
  const { language, site } = frame;
  const rolled = next.counted !== next.last;
  return (
    <section aria-labelledby="then">
      <h2 id="then">{review.then}</h2>
      <ol className="then">
        <li>
          <span>{review.steps.now}</span>
        </li>
        <li>
          <span>
            {review.steps.sentBy(nameIn(frame, site.host.short))}
            <b className="nb">{fullDay(next.last, language)}</b>
            {review.steps.sentEnd}
            <br />
            <span className="small quiet">
              {review.steps.sum(shortDay(next.from, language))}
              {rolled && review.steps.rolled(day(next.counted, language), day(next.last, language))}
            </span>
          </span>
        </li>
        <li>
          <span>{review.steps.told}</span>
        </li>
      </ol>
    </section>
  );
}

interface Row {
  readonly step: Step;
  readonly label: string;
  readonly value: ReactNode;
}

function rowsOf(frame: Frame, { answers, call, files }: Props['page']): Row[] {
  const { file, notices } = wordsOf(frame);
  const { review } = file;
  const row = (step: Step, value: ReactNode, label = review.rows[step as keyof typeof review.rows]): Row => ({ step, label, value });
  return [
    row('purpose', file.purpose.options[answers.purpose as keyof typeof file.purpose.options]?.[0]),
    ...(call ? [row('purpose', call.title, notices.answers)] : []),
    row('claims', <Claims frame={frame} claims={answers.claims ?? []} />),
    row(
      'story',
      <>
        {answers.title && (
          <>
            <b>{answers.title}</b>
            <br />
          </>
        )}
        <Lines text={answers.story ?? ''} />
      </>,
    ),
    row('place', [answers.town, answers.where].filter(Boolean).join(' ')),
    row(
      'earlier',
      <>
        {file.earlier.options[answers.earlier as 'no']}
        {answers.earlierWhere && (
          <>
            <br />
            <Lines text={answers.earlierWhere} />
          </>
        )}
      </>,
    ),
    row(
      'files',
      files.length === 0 ? (
        review.noFiles
      ) : (
        <>
          {review.files(files.length)}
          <br />
          <span className="small quiet">{files.map(({ name }) => name).join('、')}</span>
        </>
      ),
    ),
    row('whom', whom(frame, answers)),
    row('contact', answers.named === 'yes' ? answers.name : review.anonymous),
    answers.named === 'yes' ? row('way', way(frame, answers)) : row('contact', review.code, review.rows.way),
  ];
}

function Claims({ frame, claims }: { readonly frame: Frame; readonly claims: readonly string[] }) {
  const { review } = wordsOf(frame).file;
  if (claims.length === 0) return review.noClaims;
  return (
    <>
      <ol>
        {claims.map((claim) => (
          <li key={claim}>{claim}</li>
        ))}
      </ol>
      <span className="small quiet">{review.claimsNote(claims.length)}</span>
    </>
  );
}

function whom(frame: Frame, answers: Answers): ReactNode {
  const { file } = wordsOf(frame);
  if (answers.whom === 'group') return file.review.group(answers.count ?? '', (answers.people ?? []).map(({ name }) => name).join('、'));
  if (answers.whom === 'other') return file.review.agent(answers.principal ?? '', file.agent.options[answers.as as 'agent']?.[0] ?? '');
  return file.whom.options.self[0];
}

function way(frame: Frame, { way: chosen, phone, address = '' }: Answers): ReactNode {
  const { review } = wordsOf(frame).file;
  const how = { post: review.post(address), counter: review.counter, web: review.web }[chosen as 'post'];
  return (
    <>
      {phone && (
        <>
          {phone}
          <br />
        </>
      )}
      {how}
    </>
  );
}

/** Paragraphs as they were typed. */
export function Lines({ text }: { readonly text: string }) {
  return <span className="lines">{text}</span>;
}
