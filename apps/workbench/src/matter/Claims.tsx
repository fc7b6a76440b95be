/** Each claim, and what was answered to it. The opinion has to answer every one. */
import { useState } from 'react';
import type { MatterPage } from '#contexts/casework/contract.ts';
import { Icon } from '../shared/icons.tsx';
import { Sheet } from '../shared/Sheet.tsx';

const FIRST = 8; // as many as are read at one look; the rest at a press, so that papers and course stay within reach

export function Claims({ page }: { page: MatterPage }) {
  const [all, setAll] = useState(false);
  if (page.claims.length === 0) return null;
  const shown = all || page.claims.length <= FIRST + 2 ? page.claims : page.claims.slice(0, FIRST);
  const open = page.claims.filter(({ result }) => !result).length;
  const isPart = open > 0 && open < page.claims.length;
  return (
    <Sheet
      title={`诉求 ${page.claims.length} 项${isPart ? `，${open} 项还没有答复` : ''}`}
      aside={page.kind === 'suggestion' ? '答复函要写明采纳与否' : '意见书要逐项回答'}
      pad={false}
    >
      <table className="grid">
        <caption className="vh">诉求及答复</caption>
        <thead>
          <tr>
            <th scope="col" style={{ width: 40 }}>
              <span className="vh">序号</span>
            </th>
            <th scope="col">请求</th>
            <th scope="col" style={{ width: 130 }}>
              答复
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ no, text, result }) => (
            <tr key={no}>
              <td className="b">{no}</td>
              <td className="pre">{text}</td>
              <td>
                {result ? (
                  <span className="tag g">
                    <Icon name="tick" size={14} />
                    {result}
                  </span>
                ) : (
                  <span className="tag q">还没有</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < page.claims.length && (
        <p className="under-table">
          <button type="button" className="textual" onClick={() => setAll(true)}>
            看全部 {page.claims.length} 项
          </button>
        </p>
      )}
    </Sheet>
  );
}
