/** What the search field found: the matter of that number. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { findMatterByNo } from '#contexts/casework/contract.ts';
import { STAGES } from '#contexts/casework/domain/stages.ts';
import { call } from '../shared/call.ts';
import { isRefused } from '../shared/failure.ts';
import { Note } from '../shared/Note.tsx';
import { Trouble } from '../shared/Trouble.tsx';

const NUMBER = /^[0-9A-Za-z-]{6,60}$/;

export function Found({ words, clear }: { words: string; clear: () => void }) {
  const byNumber = NUMBER.test(words);
  const found = useQuery({
    queryKey: ['number', words],
    queryFn: () => call(findMatterByNo, { params: { no: words } }),
    enabled: byNumber,
    retry: false,
  });
  const again = <button type="button" className="textual" onClick={clear}>不找了</button>;

  return (
    <div style={{ marginBottom: 12 }}>
      {found.data && (
        <Note kind="done" title={<Link to={`/matters/${found.data.region}/${found.data.matter}`}>{found.data.title}</Link>}>
          <span className="mono">{found.data.no}</span> · {STAGES[found.data.stage].name} {again}
        </Note>
      )}
      {isRefused(found.error, 'NotFound') ? (
        <Note kind="info" title={`没有编号为“${words}”的事项，或者不由本单位经手。`}>{again}</Note>
      ) : found.error ? <Trouble error={found.error}>{again}</Trouble> : null}
      {!byNumber && <Note kind="info" title={`“${words}”不是编号。`}>现在按编号找一件；按字找，用下面的筛选缩小范围。{again}</Note>}
    </div>
  );
}
