import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Choices, Field, Mistakes, Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { wordsOf } from '../words/index.ts';

type Asks = Extract<FollowPage, { name: 'ask' }>;

/** Most ask for something; some object to what was decided, or take back what they asked. */
const BUTTONS: Readonly<Partial<Record<Asks['about'], 'undo' | 'objection'>>> = {
  undoWithdraw: 'undo',
  disputeRoute: 'objection',
  appealRepeat: 'objection',
  objectPublication: 'objection',
};

/** To ask for something in the matter itself: what will follow stands above the box, and nothing is asked that is not needed. */
export function AskPage({ frame, page }: { readonly frame: Frame; readonly page: Asks }) {
  const { follow, file, frame: all } = wordsOf(frame);
  const [title = '', lead = '', label = ''] = follow.ask[page.about];
  const mistakes = page.problem
    ? [{ field: 'text', text: file.problems[page.problem](page.problem === 'tooLong' ? [...(page.typed ?? '')].length - 5000 : 0) }]
    : [];
  return (
    <Layout frame={frame} title={mistakes.length > 0 ? `${all.mistakesTitle(1)} - ${title}` : title}>
      <a className="back" href={`/progress/${page.at + 1}`}>
        {all.backProgress}
      </a>
      <div className="q">
        <Mistakes frame={frame} mistakes={mistakes} title={all.mistakesTitle(mistakes.length)} />
        <h1>{title}</h1>
        <p>{lead}</p>
        <form action={`/ask/${page.about}/${page.at + 1}`} method="post" data-once="">
          <Token frame={frame} />
          <Field frame={frame} id="text" kind="area" label={label} value={page.typed ?? ''} mistakes={mistakes} />
          {page.about === 'recusal' && page.page.matters[page.at]?.log.some(({ type }) => type === 'RecusalDecided') && (
            <Choices
              frame={frame}
              name="newGround"
              legend={follow.recusalAgain.legend}
              hint={follow.recusalAgain.hint}
              options={(['yes', 'no'] as const).map((value) => ({ value, label: follow.recusalAgain[value] }))}
              chosen={page.newGround ? ['yes'] : []}
              mistakes={[]}
            />
          )}
          {page.about === 'recusal' && (
            <Choices
              frame={frame}
              name="headConcerned"
              legend={follow.recusalHead.legend}
              hint={follow.recusalHead.hint}
              options={(['no', 'yes'] as const).map((value) => ({ value, label: follow.recusalHead[value] }))}
              chosen={page.headConcerned ? ['yes'] : []}
              mistakes={[]}
            />
          )}
          <div className="actions">
            <button type="submit" className="btn">
              {follow.ask.button[BUTTONS[page.about] ?? 'request']}
            </button>
          </div>
        </form>
      </div>
    </Layout>
  );
}
