/** One paper's own words: written, saved as a version, looked at, put into use; with everything that was done before. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { getOfficeWords, previewOfficeWords, saveOfficeWords, useOfficeWords as putIntoUse, type OfficeWords } from '#contexts/documents/contract/office.ts';
import type { PaperCode } from '#contexts/documents/domain/kind.ts';
import { WORD_PARTS, type Texts, type WordPart } from '#contexts/documents/domain/words.ts';
import { hasRole, useMe } from '../session/session.tsx';
import { announce } from '../shared/announce.tsx';
import { call, urlOf } from '../shared/call.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Trouble } from '../shared/Trouble.tsx';

const EMPTY: Texts = { opening: '', closing: '', contact: '', appendix: '' };
const ACTS: Readonly<Record<OfficeWords['history'][number]['act'], string>> = { saved: '存', previewed: '预览', used: '启用', stopped: '停用' };

export function WordsEditor({ code, changed }: { code: PaperCode; changed: () => void }) {
  const me = useMe();
  const words = useQuery({ queryKey: ['office-words', me.unit, code], queryFn: () => call(getOfficeWords, { params: { code } }) });
  const newest = words.data?.versions[0];
  const [typed, setTyped] = useState<Texts>();
  const [note, setNote] = useState('');
  const [error, setError] = useState<unknown>();
  const texts: Texts = typed ?? newest ?? EMPTY;
  const decides = hasRole(me, 'unitHead') || hasRole(me, 'petitionDeptHead');

  const run = async (said: string, what: () => Promise<unknown>) => {
    setError(undefined);
    await what()
      .then(() => announce(said))
      .catch(setError);
    await words.refetch();
    changed();
  };
  const save = () =>
    run('存好了。', async () => {
      const { opening, closing, contact, appendix } = texts;
      await call(saveOfficeWords, { params: { code }, body: { opening, closing, contact, appendix, note: note.trim() || '未写' } });
      setTyped(undefined);
      setNote('');
    });
  const use = (version: number) => run(version ? `第${version}版启用了。` : '停用了。', () => call(putIntoUse, { params: { code }, body: { version } }));

  if (words.error) return <Trouble error={words.error} again={() => words.refetch()} />;
  return (
    <div className="stack">
      <div className="fields">
        {Object.entries(WORD_PARTS).map(([part, { label, hint, most }]) => (
          <TextInput
            key={part}
            label={label}
            hint={hint}
            max={most}
            rows={part === 'appendix' ? 5 : 2}
            value={texts[part as WordPart]}
            onChange={(text) => setTyped({ ...texts, [part]: text })}
          />
        ))}
        <TextInput label="这一版改了什么" value={note} onChange={setNote} max={200} />
      </div>
      {error !== undefined && <Trouble error={error} />}
      <div className="acts">
        <Button type="primary" onClick={() => typed && save()} aria-disabled={!typed} className={typed ? '' : 'off'}>
          存一版
        </Button>
        {words.data?.inUse && decides && <Button onClick={() => use(0)}>停用</Button>}
        <span className="small mute">
          {!typed && '改了字才能存；'}
          {words.data?.inUse ? `现在用第${words.data.inUse}版` : '现在没有用单位用语'}
        </span>
      </div>
      <ul className="plain small">
        {words.data?.versions.map(({ version, note: why, savedBy, savedAt, previewed }) => (
          <li key={version}>
            第{version}版　{why}　{savedBy}　{savedAt.slice(0, 10)}{' '}
            <a
              href={urlOf(previewOfficeWords.url, { code, version })}
              target="_blank"
              rel="noreferrer"
              onClick={() => setTimeout(() => void words.refetch(), 2_000)}
            >
              看样张
            </a>{' '}
            {decides &&
              version !== words.data.inUse &&
              (previewed ? (
                <Button size="small" onClick={() => use(version)}>
                  启用第{version}版
                </Button>
              ) : (
                <span className="mute">先看样张，再启用</span>
              ))}
          </li>
        ))}
      </ul>
      {words.data && words.data.history.length > 0 && (
        <details className="small">
          <summary>来历</summary>
          <ul>
            {words.data.history.map(({ act, version, by, at }) => (
              <li key={`${act}${at}`}>
                {at.slice(0, 16).replace('T', ' ')}　{by}
                {ACTS[act]}
                {version ? `第${version}版` : ''}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
