/** What can be done now, as buttons; what cannot, as a line with its reason. Never a grey button. */
import { Button } from 'antd';
import type { MatterPage } from '#contexts/casework/contract.ts';
import { Sheet } from '../shared/Sheet.tsx';

export function Acts({ page, onAct }: { page: MatterPage; onAct: (command: string) => void }) {
  return (
    <Sheet title="能做什么">
      {page.can.length === 0 && <p className="mute">这件现在不由您的岗位办理。</p>}
      <ul className="can">
        {page.can.map(({ command, label }) => (
          <li key={command}>
            <Button block onClick={() => onAct(command)}>
              {label}
            </Button>
          </li>
        ))}
      </ul>
      {page.cannot.length > 0 && (
        <details className="cant-list" open={page.cannot.length <= 6}>
          <summary>
            <h3>现在不能做，因为</h3>
          </summary>
          <dl className="cant">
            {page.cannot.map(({ command, label, why, article }) => (
              <div key={command}>
                <dt>{label}</dt>
                <dd>
                  {why}
                  {article && `（${article}）`}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </Sheet>
  );
}
