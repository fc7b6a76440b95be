import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { FilingPage } from '#contexts/intake/portal/domain/pages.ts';
import { Tel, Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { day, dayAfter, moment, shortDay } from '../words/dates.ts';
import { nameIn, wordsOf } from '../words/index.ts';

interface Props {
  readonly frame: Frame;
  readonly page: Extract<FilingPage, { name: 'receipt' }>;
}

/** The code is the largest thing; no name; the next date with its sum; what to do if nothing comes. */
export function ReceiptPage({ frame, page }: Props) {
  const { receipt: words } = wordsOf(frame).file;
  const { receipt } = page;
  return (
    <Layout frame={frame} title={words.titleShort}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <Ticket frame={frame} page={page} />
      <div className="actions mainaction">
        {page.pdf ? (
          <a className="btn" href="/receipt.pdf">
            {words.pdf}
          </a>
        ) : (
          <button type="button" className="btn toggle" data-print="">
            {words.print}
          </button>
        )}
        <a className="btn plain" href="/progress">
          {words.progress}
        </a>
        <form action="/leave" method="post">
          <Token frame={frame} />
          <button type="submit" className="btn plain">
            {words.leave}
          </button>
        </form>
      </div>
      <div className="cols apart">
        <Next frame={frame} page={page} />
        <section>
          <h2>{words.silent}</h2>
          <ul className="rows">
            <li>
              {words.call(nameIn(frame, frame.site.supervision.name))}
              <Tel number={frame.site.supervision.phone} />
            </li>
            <li>{words.complain}</li>
            <li>{words.visit(nameIn(frame, frame.site.host.address))}</li>
          </ul>
        </section>
      </div>
      <section>
        <details>
          <summary>{words.proof}</summary>
          <p className="small">
            {words.proofText} <a href="/proof">{words.proofMore}</a>
          </p>
          <p className="small">
            {words.hash}
            <br />
            <span className="hash">{receipt.proof.hash}</span>
          </p>
          <p className="small">
            {words.signature}（{receipt.proof.key}）<br />
            <span className="hash">{receipt.proof.signature}</span>
          </p>
        </details>
      </section>
    </Layout>
  );
}

function Ticket({ frame, page: { receipt, qr } }: Props) {
  const { receipt: words } = wordsOf(frame).file;
  const { site, language } = frame;
  const [region = '', first = '', second = ''] = receipt.code.split(' ');
  return (
    <div className="ticket">
      <div className="main">
        <p className="quiet small">{words.code}</p>
        <p className="bigcode">
          {region}
          <i />
          {first}
          <i />
          {second}
        </p>
        <dl>
          <dt>{words.at}</dt>
          <dd>{moment(receipt.receivedAt, language)}</dd>
          <dt>{words.no}</dt>
          <dd>{receipt.intakeNo}</dd>
          <dt>{words.kind}</dt>
          <dd>
            {words.kinds[receipt.purpose]}
            {receipt.claims > 0 && words.claims(receipt.claims)}
            {receipt.files > 0 && words.files(receipt.files)}
          </dd>
          <dt>{words.who}</dt>
          <dd>
            {nameIn(frame, site.host.name)} <Tel number={site.host.phone} />
          </dd>
        </dl>
      </div>
      <div className="side">
        <svg role="img" aria-label={words.qr} viewBox={`0 0 ${qr.size} ${qr.size}`} shapeRendering="crispEdges">
          <path fill="#fff" d={`M0 0h${qr.size}v${qr.size}H0z`} />
          <path fill="#1d2733" d={qr.path} />
        </svg>
        <p>{words.scan}</p>
      </div>
    </div>
  );
}

function Next({ frame, page: { receipt } }: Props) {
  const { receipt: words } = wordsOf(frame).file;
  const { language, site } = frame;
  const { from, counted, last } = receipt.next;
  const answered = receipt.purpose === 'inquiry' || receipt.purpose === 'thanks';
  return (
    <section>
      <h2>{words.next}</h2>
      {answered ? (
        <p>{words.inquiryNext}</p>
      ) : (
        <>
          <p>
            <b>{words.nextDay(day(last, language))}</b>
            {words.nextText(nameIn(frame, site.host.short))}
          </p>
          <p className="small quiet">
            {words.sum(shortDay(from, language), shortDay(dayAfter(from), language), shortDay(counted, language))}
            {counted === last ? words.noRoll(shortDay(counted, language)) : words.rolled(day(last, language))}
          </p>
        </>
      )}
      <p>
        {words.nothing}
        <a href="/supplement">{words.supplement}</a>
        {language === 'en' ? '.' : '。'}
      </p>
      <p className="small quiet">{words.not}</p>
    </section>
  );
}
