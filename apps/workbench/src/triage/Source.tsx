/** What came: the words as they were written, who brought it, what was handed in. */
import { getIntakeFile, type IntakePage } from '#contexts/intake/contract.ts';
import { urlOf } from '../shared/call.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { AnsweredCall } from './AnsweredCall.tsx';
import { MarkedText } from './MarkedText.tsx';

interface SourceProps {
  page: IntakePage;
  quotes: readonly string[];
  onQuote?: ((words: string, part: number) => void) | undefined;
}

export function Source({ page, quotes, onQuote }: SourceProps) {
  const { region, intake } = page;
  if (!page.original)
    return (
      <Sheet title="原话" className="source">
        <p>已经立件。原话、谁提的、交了什么，请打开立成的事项看。</p>
        <p className="small mute">立件以后，来件的原话只给登记、甄别它的人看；每一件来件都是这样。</p>
      </Sheet>
    );
  return (
    <Sheet title="原话" aside="原样保存，不能替换" className="source">
      {page.text ? <MarkedText text={page.text} quotes={quotes} onQuote={onQuote} /> : <p className="mute">内容已移走，这里不再保存。</p>}
      {page.claims.length > 0 && (
        <>
          <h3 style={{ marginTop: 12 }}>自己列的要求</h3>
          <ol className="small" style={{ listStyle: 'decimal', paddingLeft: 20 }}>
            {page.claims.map((claim) => (
              <li key={claim}>{claim}</li>
            ))}
          </ol>
        </>
      )}
      <dl className="facts small" style={{ marginTop: 12 }}>
        <dt>谁</dt>
        <dd>
          {page.anonymous
            ? '匿名'
            : page.parties.map(({ role, name, phone, address, note }) => (
                <span key={role + name} className="sub" style={{ color: 'var(--ink)' }}>
                  {[role, name, phone, address, note].filter(Boolean).join('，')}
                </span>
              ))}
          {page.people > 1 && <span className="sub">{page.people} 人</span>}
        </dd>
        {page.place && (
          <>
            <dt>地点</dt>
            <dd>{page.place}</dd>
          </>
        )}
        <dt>送达</dt>
        <dd>
          {page.electronic ? '同意电子送达' : '要用纸面'}
          {page.contactKnown ? '' : '；姓名或者住址不清'}
        </dd>
        {page.files.length > 0 && (
          <>
            <dt>附件</dt>
            <dd>
              {page.files.map(({ index, name, bytes }) => (
                <a key={index} className="sub" target="_blank" rel="noreferrer" href={urlOf(getIntakeFile.url, { region, intake, index })}>
                  {name}（{Math.ceil(bytes / 1024)} KB）
                </a>
              ))}
            </dd>
          </>
        )}
      </dl>
      {page.stage !== 'sealed' && <AnsweredCall region={region} intake={intake} />}
    </Sheet>
  );
}
