/** Writing a paper: editor at the left, the page as it will go out in the middle, what is missing before it gets its number at the right. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { discardDraft, getDraft, signDraft } from '#contexts/documents/contract.ts';
import { CATALOGUE } from '#contexts/documents/domain/catalogue.ts';
import type { PaperCode } from '#contexts/documents/domain/kind.ts';
import { mostPressing } from '../matter/pressing.ts';
import { useMatter, useMatterKey, useRefreshMatter } from '../matter/useMatter.ts';
import { announce } from '../shared/announce.tsx';
import { call } from '../shared/call.ts';
import { isInternal } from '../shared/clock/ClockCalc.tsx';
import { ClockTag } from '../shared/clock/ClockTag.tsx';
import { readClock } from '../shared/clock/read.ts';
import { timeOfDay } from '../shared/dates.ts';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { Checklist } from './Checklist.tsx';
import './draft.css';
import { Editor } from './Editor.tsx';
import { Preview } from './Preview.tsx';
import { useAutosave } from './useAutosave.ts';

export default function DraftPage() {
  const key = useMatterKey();
  const { draft = '' } = useParams();
  const matter = useMatter(key);
  const loaded = useQuery({
    queryKey: ['draft', draft],
    queryFn: () => call(getDraft, { params: { ...key, draft } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

  if (loaded.error || matter.error)
    return (
      <Page title="起草文书">
        <Trouble error={loaded.error ?? matter.error} again={() => loaded.refetch()} />
      </Page>
    );
  if (!loaded.data || !matter.data)
    return (
      <div className="sheet">
        <Waiting rows={8} />
      </div>
    );
  return <Draft key={loaded.dataUpdatedAt} loaded={loaded.data} matter={matter.data} draft={draft} reload={() => void loaded.refetch()} />;
}

interface DraftProps {
  loaded: Awaited<ReturnType<typeof call<typeof getDraft>>>;
  matter: NonNullable<ReturnType<typeof useMatter>['data']>;
  draft: string;
  reload: () => void;
}

function Draft({ loaded, matter, draft, reload }: DraftProps) {
  const key = useMatterKey();
  const navigate = useNavigate();
  const refresh = useRefreshMatter(key);
  const [throwing, setThrowing] = useState(false);
  const params = { ...key, draft };
  const kind = CATALOGUE[loaded.code as PaperCode];
  const saved = useAutosave(params, loaded);
  const pressing = mostPressing(matter);
  const back = `/matters/${key.region}/${key.matter}`;

  const sign = async () => {
    const version = await saved.flush();
    const { number } = await call(signDraft, { params, body: { version, seen: matter.n } });
    await refresh();
    announce(number ? `已取号：${number}。PDF 正在生成，发出后要登记凭证。` : '已用印。');
  };
  const discard = async () => {
    await call(discardDraft, { params });
    await refresh();
    navigate(back, { replace: true });
  };

  return (
    <Page
      title={`起草${kind.name}`}
      crumbs={[
        { to: '/desk', text: '我的案头' },
        { to: back, text: matter.title },
      ]}
      here="文书"
      sentence={kind.typeWord ? '左边写，中间就是发出去的样子。缺一样，取不了号。' : '左边写，中间就是印出来的样子。缺一样，用不了印。'}
      acts={
        <>
          {pressing && <ClockTag clock={readClock({ ...pressing, internal: isInternal(pressing) }, matter)} today={matter.today} />}
          <span className="small mute" role="status">
            {saved.saving ? '正在存……' : `草稿 ${timeOfDay(saved.savedAt)} 已自动存`}
          </span>
          {throwing ? (
            <>
              <span className="small">丢掉这份草稿？</span>
              <Button onClick={() => void discard()}>丢掉</Button>
              <Button onClick={() => setThrowing(false)}>留着</Button>
            </>
          ) : (
            <Button onClick={() => setThrowing(true)}>丢掉草稿</Button>
          )}
        </>
      }
    >
      {saved.error !== undefined && (
        <div style={{ marginBottom: 12 }}>
          <Trouble error={saved.error} again={reload} />
        </div>
      )}
      <div className="cols draft-cols">
        <div className="stack">
          <Sheet title="信访人的话" aside="从事项带入">
            <details>
              <summary className="small">展开来看</summary>
              <p className="voice s" style={{ marginTop: 8 }}>
                {matter.words}
              </p>
            </details>
          </Sheet>
          <Editor kind={kind} values={saved.values} missing={saved.missing} onChange={saved.set} />
        </div>
        <Preview params={params} version={saved.version} saving={saved.saving} />
        <Checklist
          kind={kind}
          missing={saved.missing}
          unprintable={saved.unprintable}
          sign={sign}
          done={() => navigate(`${back}?at=papers`)}
          refresh={() => void refresh()}
        />
      </div>
    </Page>
  );
}
