/** What a notice would change: which running terms, of whom, from which day to which. By unit, never by matter. */
import type { previewNotice } from '#contexts/casework/contract.ts';
import type { Reply } from '#kernel/endpoint.ts';
import { day, weekday } from '../shared/dates.ts';

export function Moves({ preview: { moved, running, more, told } }: { preview: Reply<typeof previewNotice> }) {
  return (
    <section aria-label="会改变的期限">
      <h3>{moved.length === 0 ? '在走的期限，日子都不变' : '会改变的期限'}</h3>
      <p className="small mute">
        看过在走的 {running} 个期限{more && '（每一类先看了一千件；其余的导入后同样重算）'}。
        {told > 0 && `有 ${told} 个按新的安排会提前，因为已经告诉过人，日子不动。`}
        密件的期限由密件一侧自己重算，这里不列，也不计数。
      </p>
      {moved.length > 0 && (
        <table className="grid cards">
          <caption className="vh">会改变的期限</caption>
          <thead>
            <tr>
              <th scope="col">期限</th>
              <th scope="col">谁的</th>
              <th scope="col">现在的最后一日</th>
              <th scope="col">改为</th>
              <th scope="col">几个</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ clock, holder, from, to, count }) => (
              <tr key={`${clock}${holder}${from}${to}`}>
                <td className="b">{clock}</td>
                <td data-name="谁的">{holder}</td>
                <td className="nw" data-name="现在的最后一日">
                  {day(from)}（{weekday(from)}）
                </td>
                <td className="nw" data-name="改为">
                  <b>
                    {day(to)}（{weekday(to)}）
                  </b>
                </td>
                <td className="nw" data-name="几个">
                  {count} 个
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
