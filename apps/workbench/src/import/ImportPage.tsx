/** 导入: a file of another system, column by column, tried before it is done. It goes on by itself when this page is left. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { getImport, type ImportState, runImport } from '#contexts/intake/contract.ts';
import { call } from '../shared/call.ts';
import { Page } from '../shared/Page.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { useDraft } from '../shared/useDraft.ts';
import { Waiting } from '../shared/Waiting.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { Columns, type Matching, NO_MATCHING } from './Columns.tsx';
import './import.css';
import { Outcome } from './Outcome.tsx';

const AGAIN = 1_000;

export default function ImportPage() {
  const [asked, ask] = useSearchParams();
  const id = asked.get('file') ?? '';
  const queries = useQueryClient();
  const key = ['import', id];
  const kept = useQuery({
    queryKey: key,
    queryFn: () => call(getImport, { params: { import: id } }),
    enabled: id !== '',
    retry: false,
    refetchInterval: ({ state }) => (state.data?.now.state === 'running' ? AGAIN : false),
  });
  const draft = useDraft<Matching>(`import/${id}`, NO_MATCHING);
  const { opened, now } = kept.data ?? {};
  const matching: Matching = {
    ...draft.value,
    columns: { ...opened?.guess, ...draft.value.columns },
    source: draft.value.source ?? opened?.file.slice(0, 60) ?? '',
  };
  const run = useMutation({
    mutationFn: (dryRun: boolean) => call(runImport, { params: { import: id }, body: bodyOf(matching, dryRun) }),
    onSuccess: (state: ImportState) => {
      queries.setQueryData(key, opened && { opened, now: state });
      return kept.refetch();
    },
  });
  const another = () => {
    draft.forget();
    ask({});
  };

  return (
    <Page
      title="导入一批来件"
      crumbs={[{ to: '/intakes', text: '来件' }]}
      here="导入"
      sentence="别的系统导出的信件、留言、工单。每一行登记一次，先前登记过的不会重复；种类不清的留在来件处等人甄别。"
    >
      <div className="stack">
        {!id && <ChooseFile onOpened={(next) => ask({ file: next.import })} />}
        {kept.error && (
          <Trouble error={kept.error}>
            <button type="button" className="textual" onClick={another}>
              重新选择文件
            </button>
          </Trouble>
        )}
        {id && kept.isPending && <Waiting rows={4} />}
        {opened && now && (
          <>
            {now.state !== 'done' && <Columns opened={opened} matching={matching} onChange={draft.set} busy={now.state === 'running'} />}
            {run.error && <Trouble error={run.error} />}
            <Outcome now={now} ready={isReady(opened.fields, matching)} run={(dryRun) => run.mutateAsync(dryRun)} another={another} />
          </>
        )}
      </div>
    </Page>
  );
}

const isReady = (fields: readonly { name: string; required: boolean }[], { columns, channel }: Matching) =>
  fields.every(({ name, required }) => !required || columns[name] || (name === 'channel' && channel));

/** What is not in the file is not sent; the same for every row only where no column says it. */
function bodyOf({ columns, channel, source }: Matching, dryRun: boolean) {
  const chosen = Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== ''));
  return { columns: chosen, source: (source ?? '').trim() || '导入', dryRun, ...(channel && !chosen['channel'] && { channel }) };
}
