/** What became of an arrival. Of a sealed part only that it was handed over, and nothing of what it says. */
import { Link } from 'react-router';
import type { IntakePage } from '#contexts/intake/contract.ts';
import { Sheet } from '../shared/Sheet.tsx';

export function Outcome({ page }: { page: IntakePage }) {
  return (
    <Sheet title={page.stageName}>
      {page.matters.length > 0 && (
        <ul className="stack tight">
          {page.matters.map(({ region, matter, no, title }, at) => (
            <li key={matter}>
              <Link to={`/matters/${region}/${matter}`}>
                事 {at + 1}　{title}
              </Link>
              <span className="sub mono">{no}</span>
            </li>
          ))}
        </ul>
      )}
      {page.sealed && <p className="small mute">另有一部分已按规定移送，内容不在这里。</p>}
      {page.answer && (
        <>
          <h3>答复</h3>
          <p className="pre">{page.answer}</p>
        </>
      )}
      {page.matters.length === 0 && !page.sealed && !page.answer && <p className="mute">还没有答复。</p>}
    </Sheet>
  );
}
