/** Each claim, and what was answered to it. The opinion has to answer every one. */
import type { MatterPage } from '#contexts/casework/contract.ts';
import { Icon } from '../shared/icons.tsx';
import { Sheet } from '../shared/Sheet.tsx';

export function Claims({ page }: { page: MatterPage }) {
  if (page.claims.length === 0) return null;
  return (
    <Sheet title={`诉求 ${page.claims.length} 项`} aside={page.kind === 'suggestion' ? '答复函要写明采纳与否' : '意见书要逐项回答'} pad={false}>
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
          {page.claims.map(({ no, text, result }) => (
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
    </Sheet>
  );
}
