import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Choices, Field, Mistakes, Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { fullDay } from '../words/dates.ts';
import { officeIn, wordsOf } from '../words/index.ts';

/** To ask the organ above to look again. Late, it asks for the reason; where two are competent, the petitioner chooses. */
export function AskReviewPage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'askReview' }> }) {
  const { follow, file, frame: all } = wordsOf(frame);
  const { askReview } = follow;
  const can = page.page.matters[page.at]?.canAsk;
  const back = (
    <a className="back" href={`/progress/${page.at + 1}`}>
      {all.backProgress}
    </a>
  );
  if (!can) {
    return (
      <Layout frame={frame} title={askReview.closed}>
        {back}
        <h1>{askReview.closed}</h1>
        <p>{askReview.closedText}</p>
      </Layout>
    );
  }
  const { typed, problem } = page;
  const late = frame.today > can.until;
  const until = fullDay(can.until, frame.language);
  const title = askReview.titles[can.instance];
  const mistakes = mistakesOf();
  return (
    <Layout frame={frame} title={mistakes.length > 0 ? `${all.mistakesTitle(1)} - ${title}` : title}>
      {back}
      <div className="q">
        <Mistakes frame={frame} mistakes={mistakes} title={all.mistakesTitle(mistakes.length)} />
        <h1>{title}</h1>
        <p>{askReview.lead[can.instance]}</p>
        <p>{late ? askReview.late(until) : askReview.until(until)}</p>
        <form action={`/review/${page.at + 1}`} method="post" data-once="">
          <Token frame={frame} />
          {can.organs.length > 1 && (
            <Choices
              frame={frame}
              name="organ"
              legend={askReview.organ}
              options={can.organs.map(({ unit, name }) => ({ value: unit, label: officeIn(frame, name) }))}
              chosen={[typed?.organ ?? can.organs[0]?.unit ?? '']}
              mistakes={[]}
            />
          )}
          <Field
            frame={frame}
            id="grounds"
            kind="area"
            label={askReview.grounds}
            hint={askReview.groundsHint}
            value={typed?.grounds ?? ''}
            mistakes={mistakes}
          />
          <Field
            frame={frame}
            id="newFacts"
            kind="area"
            rows={4}
            label={askReview.newFacts}
            hint={askReview.newFactsHint}
            value={typed?.newFacts ?? ''}
            mistakes={[]}
          />
          {late && <Field frame={frame} id="excuse" kind="area" label={askReview.excuse} value={typed?.excuse ?? ''} mistakes={mistakes} />}
          <div className="actions">
            <button type="submit" className="btn">
              {askReview.button[can.instance]}
            </button>
          </div>
        </form>
      </div>
    </Layout>
  );

  function mistakesOf() {
    if (problem === 'writeExcuse') return [{ field: 'excuse', text: askReview.writeExcuse }];
    if (!problem) return [];
    const over = Math.max(...[typed?.grounds, typed?.newFacts, typed?.excuse].map((text) => [...(text ?? '')].length)) - 5000;
    return [{ field: 'grounds', text: file.problems[problem](problem === 'tooLong' ? over : 0) }];
  }
}
