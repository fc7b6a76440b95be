import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { FAULTS, GRADES } from '#contexts/transparency/domain/messages.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Choices, Field, Mistakes, Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { day, shortDay } from '../words/dates.ts';
import { officeIn, wordsOf } from '../words/index.ts';

interface Props {
  readonly frame: Frame;
  readonly page: Extract<FollowPage, { name: 'rate' }>;
}

/** Both offices apart, equal neutral choices, nothing chosen in advance; not rating is a link of the same weight. */
export function RatePage({ frame, page }: Props) {
  const { follow, frame: all } = wordsOf(frame);
  const { rate } = follow;
  const matter = page.page.matters[page.at];
  if (!matter) return null;
  const { evaluation } = matter;
  if (evaluation.state !== 'open') {
    return (
      <Layout frame={frame} title={rate.closed}>
        <a className="back" href={`/progress/${page.at + 1}`}>
          {all.backProgress}
        </a>
        <h1>{rate.closed}</h1>
        <p>{evaluation.state === 'changed' ? rate.changedText : rate.closedText}</p>
      </Layout>
    );
  }
  const mistakes = page.problem ? [{ field: 'petitionDept-1', text: rate.chooseGrade }] : [];
  return (
    <Layout frame={frame} title={mistakes.length > 0 ? `${all.mistakesTitle(1)} - ${rate.title}` : rate.title}>
      <a className="back" href={`/progress/${page.at + 1}`}>
        {all.backProgress}
      </a>
      <div className="cols wide-left">
        <div className="q">
          <Mistakes frame={frame} mistakes={mistakes} title={all.mistakesTitle(1)} />
          <p className="step">{matter.title}</p>
          <h1>{rate.title}</h1>
          <p>
            {rate.lead}
            {frame.language === 'en' && ' '}
            {evaluation.until && (
              <>
                <b className="nb">{rate.until(day(evaluation.until, frame.language))}</b>
                {rate.untilAfter}
              </>
            )}
          </p>
          {evaluation.rated > 0 && <p>{rate.again}</p>}
          {matter.group && <p>{rate.ofGroup}</p>}
          <RateForm frame={frame} page={page} />
        </div>
        <Beside frame={frame} page={page} />
      </div>
    </Layout>
  );
}

function RateForm({ frame, page }: Props) {
  const { rate } = wordsOf(frame).follow;
  const matter = page.page.matters[page.at];
  const { petitionDept, handlingUnit, caller } = matter?.evaluation ?? {}; // where nobody else knows of the matter, nobody can call
  const offices = { petitionDept, handlingUnit };
  const { typed } = page;
  const call = typed ? [typed.callBack ? 'yes' : 'no'] : [];
  return (
    <form action={`/rate/${page.at + 1}`} method="post" data-once="">
      <Token frame={frame} />
      {(['petitionDept', 'handlingUnit'] as const).map((target) =>
        offices[target] ? (
          <fieldset className="field rate" key={target} aria-describedby={`${target}-h`}>
            <legend>
              <h2>{officeIn(frame, offices[target])}</h2>
            </legend>
            <p className="hint" id={`${target}-h`}>
              {rate[target]}
            </p>
            <div className="grades">
              {GRADES.map((grade, at) => (
                <label className="choice" key={grade}>
                  <input type="radio" name={target} value={grade} id={`${target}-${at + 1}`} defaultChecked={typed?.[target] === grade} />
                  <span>
                    <b>{rate.grades[grade]}</b>
                  </span>
                </label>
              ))}
            </div>
            {target === 'handlingUnit' && (
              <>
                <Choices
                  frame={frame}
                  name="fault"
                  several
                  legend={rate.faultsTitle}
                  options={FAULTS.map((fault) => ({ value: fault, label: rate.faults[fault] }))}
                  chosen={typed?.faults ?? []}
                  mistakes={[]}
                />
                <Field frame={frame} id="text" kind="area" rows={4} label={rate.more} hint={rate.moreHint} value={typed?.text ?? ''} mistakes={[]} />
              </>
            )}
          </fieldset>
        ) : null,
      )}
      {caller && matter?.phone && (
        <Choices
          frame={frame}
          name="call"
          legend={rate.call}
          hint={rate.callHint(officeIn(frame, caller))}
          options={[
            { value: 'yes', label: rate.callYes(matter.phone) },
            { value: 'no', label: rate.callNo },
          ]}
          chosen={call}
          mistakes={[]}
        />
      )}
      <div className="actions">
        <button type="submit" className="btn">
          {rate.button}
        </button>
        <a href={`/progress/${page.at + 1}`}>{rate.skip}</a>
      </div>
    </form>
  );
}

function Beside({ frame, page }: Props) {
  const { follow, frame: all } = wordsOf(frame);
  const { rate } = follow;
  const matter = page.page.matters[page.at];
  const review = matter?.clocks.find(({ id, outcome }) => id === 'A17' && !outcome);
  return (
    <aside aria-label={all.explain}>
      <div className="note">
        <h2 className="small">{rate.calm}</h2>
        <ul className="small list">
          {rate.calmPoints(officeIn(frame, matter?.evaluation.handlingUnit ?? '')).map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </div>
      <div className="note amber beside">
        <h2 className="small">{rate.notReview}</h2>
        <p className="small">
          {review ? rate.notReviewText(shortDay(review.startedOn, frame.language), day(review.legalOn, frame.language)) : rate.notReviewPlain}
        </p>
      </div>
    </aside>
  );
}
