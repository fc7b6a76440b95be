/** What the search field found: the one matter of that number, or those whose words match. Each with the place where it was hit. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { findMatterByNo } from '#contexts/casework/contract.ts';
import { type Stage, STAGES } from '#contexts/casework/domain/stages.ts';
import { searchMatters } from '#contexts/insight/contract.ts';
import { CHANNELS } from '#kernel/channels.ts';
import { call } from '../shared/call.ts';
import { day } from '../shared/dates.ts';
import { isRefused } from '../shared/failure.ts';
import { Note } from '../shared/Note.tsx';
import { RowsTable } from '../shared/RowsTable.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { saveCsv } from './csv.ts';
import type { Filter } from './Filters.tsx';

/** 990421-X-2026-0000001-X: a whole number of a matter. */
const NUMBER = /^\d{6}-[A-Za-z]-\d{4}-\d{7,}-[0-9A-Za-z]$/;

interface FoundProps {
  words: string;
  filter: Filter;
  clear: () => void;
}

export function Found(props: FoundProps) {
  return <div style={{ marginBottom: 16 }}>{NUMBER.test(props.words.trim()) ? <ByNumber {...props} /> : <ByWords {...props} />}</div>;
}

const Again = ({ clear }: { clear: () => void }) => (
  <button type="button" className="textual" onClick={clear}>
    不找了，看全部
  </button>
);

function ByNumber({ words, clear }: FoundProps) {
  const found = useQuery({ queryKey: ['number', words], queryFn: () => call(findMatterByNo, { params: { no: words.trim() } }), retry: false });
  if (found.data) {
    return (
      <Note kind="done" title={<Link to={`/matters/${found.data.region}/${found.data.matter}`}>{found.data.title}</Link>}>
        <span className="mono">{found.data.no}</span> · {STAGES[found.data.stage].name} <Again clear={clear} />
      </Note>
    );
  }
  if (isRefused(found.error, 'NotFound'))
    return (
      <Note kind="info" title={found.error.message}>
        <Again clear={clear} />
      </Note>
    );
  return found.error ? (
    <Trouble error={found.error}>
      <Again clear={clear} />
    </Trouble>
  ) : (
    <Waiting rows={1} />
  );
}

function ByWords({ words, filter, clear }: FoundProps) {
  const navigate = useNavigate();
  const found = useQuery({
    queryKey: ['search', words, filter],
    queryFn: () => call(searchMatters, { query: { q: words.trim(), ...filter } as never }),
    retry: false,
  });
  if (found.error)
    return (
      <Trouble error={found.error} again={() => found.refetch()}>
        <Again clear={clear} />
      </Trouble>
    );
  if (!found.data)
    return (
      <div className="sheet">
        <Waiting rows={3} />
      </div>
    );
  const { hits, about, atLeast } = found.data;

  return (
    <Sheet
      title={`找“${words}”`}
      aside={
        <>
          {atLeast ? `不止 ${about} 件，先列 ${hits.length} 件` : `${about} 件`}{' '}
          {hits.length > 0 && (
            <button type="button" className="textual" onClick={() => saveCsv(hits)}>
              导出（CSV）
            </button>
          )}
          <Again clear={clear} />
        </>
      }
      pad={false}
    >
      {hits.length === 0 && (
        <p className="mute" style={{ padding: '16px' }} role="status">
          本单位经手的事项里没有。换几个字，或者少写几个字试试。
        </p>
      )}
      {hits.length > 0 && (
        <RowsTable
          caption="找到的事项"
          rows={hits}
          keyOf={({ matter }) => matter}
          nameOf={({ title }) => title}
          open={({ region, matter }) => navigate(`/matters/${region}/${matter}`)}
          columns={[
            {
              head: '什么事',
              cell: ({ region, matter, title, snippet, no }, tabIndex) => (
                <>
                  <Link className="ttl" tabIndex={tabIndex} to={`/matters/${region}/${matter}`}>
                    {title}
                  </Link>
                  <span className="sub">{hit(snippet, words)}</span>
                  <span className="sub mono">{no}</span>
                </>
              ),
            },
            { head: '办到哪一步', width: 170, cell: ({ stage }) => STAGES[stage as Stage]?.name ?? stage },
            {
              head: '收到',
              width: 120,
              cell: ({ receivedOn, channel }) => (
                <>
                  {day(receivedOn)}
                  <span className="sub">{CHANNELS[channel].name}</span>
                </>
              ),
            },
          ]}
        />
      )}
    </Sheet>
  );
}

/** The words in their place, underlined. */
function hit(snippet: string, words: string) {
  const at = snippet.indexOf(words.trim());
  if (at < 0) return snippet;
  const end = at + words.trim().length;
  return (
    <>
      {snippet.slice(0, at)}
      <mark>{snippet.slice(at, end)}</mark>
      {snippet.slice(end)}
    </>
  );
}
