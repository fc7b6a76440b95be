import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { RefusedFile } from '#contexts/intake/portal/domain/pages.ts';
import { COMPLAINTS } from '#contexts/transparency/domain/messages.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Choices, Field, Mistakes, Tel, Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { Elsewhere, NO_ROOM, whyRefused } from '../parts/Refused.tsx';
import { nameIn, wordsOf } from '../words/index.ts';

/** To complain about the handling: it goes past the office that handles, and may go past the whole level. */
export function ComplainPage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'complain' }> }) {
  const { follow, file, frame: all } = wordsOf(frame);
  const { complain } = follow;
  const { supervision, above } = frame.site;
  const mistakes = page.problem
    ? [{ field: 'text', text: file.problems[page.problem](page.problem === 'tooLong' ? [...(page.typed?.text ?? '')].length - 5000 : 0) }]
    : [];
  const places = [
    { value: 'supervision', label: complain.toHere(nameIn(frame, supervision.name)) },
    ...(above ? [{ value: 'above', label: complain.toAbove(nameIn(frame, above.name)) }] : []),
  ];
  return (
    <Layout frame={frame} title={mistakes.length > 0 ? `${all.mistakesTitle(1)} - ${complain.title}` : complain.title}>
      <a className="back" href={page.page ? `/progress/${page.at + 1}` : '/progress'}>
        {all.backProgress}
      </a>
      <div className="q">
        <Mistakes frame={frame} mistakes={mistakes} title={all.mistakesTitle(mistakes.length)} />
        <h1>{complain.title}</h1>
        <p>
          {complain.lead(nameIn(frame, supervision.name))} <Tel number={supervision.phone} />
        </p>
        {page.page?.matters[page.at]?.group?.role === 'member' && <p>{complain.ownOnly}</p>}
        <form action={`/complain/${page.at + 1}`} method="post" data-once="">
          <Token frame={frame} />
          <Choices
            frame={frame}
            name="about"
            legend={complain.about}
            options={COMPLAINTS.map((about) => ({ value: about, label: complain.abouts[about] }))}
            chosen={[page.typed?.about ?? '']}
            mistakes={[]}
          />
          <Field frame={frame} id="text" kind="area" label={complain.text} hint={complain.textHint} value={page.typed?.text ?? ''} mistakes={mistakes} />
          <Choices frame={frame} name="to" legend={complain.to} options={places} chosen={[page.typed?.to ?? 'supervision']} mistakes={[]} />
          <p className="small quiet">{complain.by}</p>
          <div className="actions">
            <button type="submit" className="btn">
              {complain.button}
            </button>
          </div>
        </form>
      </div>
    </Layout>
  );
}

export function SupplementPage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'supplement' }> }) {
  const { follow, file, frame: all } = wordsOf(frame);
  const { supplement } = follow;
  const refused = (page.refused ?? []) as readonly RefusedFile[];
  const mistakes = page.problem
    ? [{ field: 'text', text: file.problems[page.problem](page.problem === 'tooLong' ? [...(page.typed ?? '')].length - 5000 : 0) }]
    : [];
  return (
    <Layout
      frame={frame}
      title={mistakes.length + refused.length > 0 ? `${all.mistakesTitle(mistakes.length + refused.length)} - ${supplement.title}` : supplement.title}
    >
      <a className="back" href="/progress">
        {all.backProgress}
      </a>
      <div className="q">
        <Mistakes frame={frame} mistakes={mistakes} title={all.mistakesTitle(mistakes.length)} />
        {refused.length > 0 && (
          <div className="errors" role="alert" tabIndex={-1}>
            <h2>{supplement.refused(refused.length)}</h2>
            <ul>
              {refused.map((one) => (
                <li key={one.name + one.why}>
                  <a href="#file">{whyRefused(frame, one)}</a>
                </li>
              ))}
            </ul>
            {refused.some(({ why }) => NO_ROOM.has(why)) && <Elsewhere frame={frame} />}
          </div>
        )}
        <h1>{supplement.title}</h1>
        <p>{supplement.lead}</p>
        <form action="/supplement" method="post" encType="multipart/form-data" data-once="">
          <Token frame={frame} />
          <Field frame={frame} id="text" kind="area" label={supplement.text} hint={supplement.textHint} value={page.typed ?? ''} mistakes={mistakes} />
          <div className="field">
            <label htmlFor="file">{supplement.file}</label>
            <p className="hint" id="file-h">
              {file.files.hint}
              {frame.language === 'en' && ' '}
              {file.files.sizes(undefined)}
            </p>
            <div className="drop">
              <input type="file" id="file" name="file" multiple aria-describedby="file-h" />
            </div>
          </div>
          <div className="actions">
            <button type="submit" className="btn">
              {supplement.button}
            </button>
          </div>
        </form>
      </div>
    </Layout>
  );
}

export function ContactPage({ frame, page }: { readonly frame: Frame; readonly page: Extract<FollowPage, { name: 'contact' }> }) {
  const { follow, file, frame: all } = wordsOf(frame);
  const { contact } = follow;
  const electronic = page.page?.matters[0]?.electronic ?? false;
  const anonymous = page.page !== undefined && page.page.intake.petitioner === undefined;
  const mistakes = page.problem ? [{ field: 'phone', text: (file.problems[page.problem as 'phoneShort'] ?? file.problems.phoneOdd)(page.count) }] : [];
  return (
    <Layout frame={frame} title={mistakes.length > 0 ? `${all.mistakesTitle(1)} - ${contact.title}` : contact.title}>
      <a className="back" href="/progress">
        {all.backProgress}
      </a>
      <div className="q">
        <Mistakes frame={frame} mistakes={mistakes} title={all.mistakesTitle(mistakes.length)} />
        <h1>{contact.title}</h1>
        <p>{anonymous ? contact.none : contact.lead}</p>
        <form action="/contact" method="post" data-once="">
          <Token frame={frame} />
          <Field frame={frame} id="phone" kind="tel" label={contact.phone} value={page.typed?.phone ?? ''} autoComplete="tel" mistakes={mistakes} />
          <Field frame={frame} id="address" label={contact.address} value={page.typed?.address ?? ''} autoComplete="street-address" mistakes={mistakes} />
          <div className="actions">
            <button type="submit" className="btn">
              {contact.button}
            </button>
          </div>
        </form>
        {page.page && !anonymous && (
          <section>
            <h2>{contact.electronic}</h2>
            <p>{electronic ? contact.is : contact.isNot}</p>
            {!electronic && <p className="small quiet">{contact.consentHint}</p>}
            <form action="/electronic-delivery" method="post" data-once="">
              <Token frame={frame} />
              <button type="submit" className="btn plain" name="consented" value={electronic ? 'no' : 'yes'}>
                {electronic ? contact.revoke : contact.consent}
              </button>
            </form>
          </section>
        )}
      </div>
    </Layout>
  );
}
