/** What can be done now, as buttons: the usual next step first (it is the teal one at the head of the page, and there is one teal a page), then the others by what they are for; what cannot, as a line with its reason, for whoever asks. Never a grey button. */
import { Button } from 'antd';
import { useState } from 'react';
import type { MatterPage, Obstacle } from '#contexts/casework/contract.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { grouped, inOrder } from './act-table.ts';
import { useMatterKey, useObstacles } from './useMatter.ts';

interface ActsProps {
  page: MatterPage;
  usual: MatterPage['can'][number] | undefined;
  onAct: (command: string) => void;
}

export function Acts({ page, usual, onAct }: ActsProps) {
  const groups = grouped(page.can.filter((each) => each !== usual));
  return (
    <Sheet title="能做什么" className="what-can">
      {page.can.length === 0 && <p className="mute">这件现在不由您的岗位办理。要找哪个岗位的人，展开下面看。</p>}
      <div className="can">
        {usual && (
          <Button block className="usual" onClick={() => onAct(usual.command)}>
            {usual.label}
          </Button>
        )}
        {groups.map(({ name, quiet, acts }) => (
          <section key={name} className={quiet ? 'quiet' : undefined} aria-label={name}>
            {(groups.length > 1 || quiet) && <h3>{name}</h3>}
            <ul>
              {acts.map(({ command, label }) => (
                <li key={command}>
                  <Button block onClick={() => onAct(command)}>
                    {label}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Cannot />
    </Sheet>
  );
}

function Cannot() {
  const key = useMatterKey();
  const [isOpen, setOpen] = useState(false);
  const obstacles = useObstacles(key, isOpen);
  return (
    <details className="cant-list" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h3>现在不能做的，为什么</h3>
      </summary>
      {obstacles.isLoading && <Waiting rows={3} again={() => obstacles.refetch()} />}
      {obstacles.error && <Trouble error={obstacles.error} again={() => obstacles.refetch()} />}
      {obstacles.data?.length === 0 && <p className="mute">没有：这件能做的都列在上面。</p>}
      {obstacles.data && <Because title="要由本单位别的岗位办的" obstacles={obstacles.data.filter(({ posts }) => posts)} />}
      {obstacles.data && <Because title="现在还不到、已经过了的" obstacles={obstacles.data.filter(({ posts }) => !posts)} />}
    </details>
  );
}

function Because({ title, obstacles }: { title: string; obstacles: readonly Obstacle[] }) {
  if (obstacles.length === 0) return null;
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      <dl className="cant">
        {inOrder(obstacles).map(({ command, label, why, article }) => (
          <div key={command}>
            <dt>{label}</dt>
            <dd>
              {why}
              {article && `（${article}）`}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
