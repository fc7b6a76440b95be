/** Writing a paper: editor at the left, the page as it will go out in the middle, what is missing before it gets its number at the right. */
import { Button } from 'antd';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { discardDraft, type getDraft, signDraft } from '#contexts/documents/contract.ts';
import { CATALOGUE } from '#contexts/documents/domain/catalogue.ts';
import type { Values } from '#contexts/documents/domain/field.ts';
import type { PaperCode } from '#contexts/documents/domain/kind.ts';
import { useRefreshMatter } from '../matter/useMatter.ts';
import { announce } from '../shared/announce.tsx';
import { call } from '../shared/call.ts';
import { timeOfDay } from '../shared/dates.ts';
import { isRefused } from '../shared/failure.ts';
import { Page } from '../shared/Page.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { NARROW, useMedia } from '../theme/media.ts';
import { Checklist } from './Checklist.tsx';
import './draft.css';
import { Editor } from './Editor.tsx';
import { Preview } from './Preview.tsx';
import { dropUnsaved, findUnsaved } from './unsaved.ts';
import { UnsavedNote } from './UnsavedNote.tsx';
import { useAutosave } from './useAutosave.ts';

interface DraftDeskProps {
  loaded: Awaited<ReturnType<typeof call<typeof getDraft>>>;
  params: { readonly region: string; readonly matter: string; readonly draft: string };
  seen: number; // of what the paper belongs to
  back: string;
  crumbs: NonNullable<ComponentProps<typeof Page>['crumbs']>;
  reload: () => void;
  clock?: ReactNode;
  aside?: ReactNode; // what the writer has before them
}

export function DraftDesk({ loaded, params, seen, back, crumbs, reload, clock, aside }: DraftDeskProps) {
  const navigate = useNavigate();
  const refresh = useRefreshMatter(params);
  const [throwing, setThrowing] = useState(false);
  const kind = CATALOGUE[loaded.code as PaperCode];
  const saved = useAutosave(params, loaded);
  const [unsaved, setUnsaved] = useState(() => findUnsaved(params.draft, kind.fields, loaded.values as Values));
  const [refused, setRefused] = useState<unknown>();
  const narrow = useMedia(NARROW);

  const sign = async () => {
    const version = await saved.flush();
    const { number } = await call(signDraft, { params, body: { version, seen } });
    await refresh();
    announce(number ? `已取号：${number}。PDF 正在生成，发出后要登记凭证。` : '已用印。');
  };
  const discard = async () => {
    try {
      await call(discardDraft, { params });
    } catch (reason) {
      return setRefused(reason);
    }
    await refresh();
    return navigate(back, { replace: true });
  };

  return (
    <Page
      title={`起草${kind.name}`}
      crumbs={crumbs}
      here="文书"
      sentence={`${narrow ? '边写边存' : `左边写，中间就是${kind.typeWord ? '发出去' : '印出来'}的样子`}。缺一样，${kind.typeWord ? '取不了号' : '用不了印'}。`}
      acts={
        <>
          {clock}
          <span className="small mute" role="status">
            {saved.saving ? '正在存……' : saved.error === undefined ? `草稿 ${timeOfDay(saved.savedAt)} 已自动存` : '还没有存上'}
          </span>
          {throwing ? (
            <>
              <span className="small">丢掉这份草稿？</span>
              <Button onClick={() => void discard()}>丢掉</Button>
              <Button autoFocus onClick={() => setThrowing(false)}>
                留着
              </Button>
            </>
          ) : (
            <Button onClick={() => setThrowing(true)}>丢掉草稿</Button>
          )}
        </>
      }
    >
      {saved.error !== undefined && (
        <div style={{ marginBottom: 12 }}>
          <Trouble error={saved.error} again={isRefused(saved.error, 'Stale') ? reload : saved.again} />
        </div>
      )}
      {refused !== undefined && (
        <div style={{ marginBottom: 12 }}>
          <Trouble error={refused} />
        </div>
      )}
      {unsaved.length > 0 && (
        <div style={{ marginBottom: 12 }}>
          <UnsavedNote
            unsaved={unsaved}
            take={(field, value) => {
              saved.set(field, value);
              setUnsaved((before) => before.filter((each) => each.field.name !== field));
            }}
            close={() => {
              dropUnsaved(params.draft);
              setUnsaved([]);
            }}
          />
        </div>
      )}
      <div className="cols draft-cols">
        <div className="stack">
          {aside}
          <Editor kind={kind} values={saved.values} missing={saved.missing} onChange={saved.set} />
        </div>
        <Preview params={params} version={saved.version} saving={saved.saving} numbered={kind.typeWord !== undefined} />
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
