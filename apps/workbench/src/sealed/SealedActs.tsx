/** What may be done with this sealed file now: one act at a time. */
import { Button } from 'antd';
import { useState } from 'react';
import type { SealedPage } from '#contexts/sealed/contract.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { ACTS, type Act } from './acts/index.tsx';

/** Nothing that is owed each time: it waits until somebody asks for it. */
const RARE: ReadonlySet<Act> = new Set<Act>(['flagCadre', 'giveCode']);

export function SealedActs({ page, refresh }: { page: SealedPage; refresh: () => void }) {
  const [act, setAct] = useState<Act>();
  const [round, setRound] = useState(0); // each act done begins an empty form; what others did meanwhile empties none
  if (page.may.length === 0) return null;
  const only = page.may.length === 1 && !RARE.has(page.may[0]!) ? page.may[0] : undefined; // the only one stands open, after another was done too
  const chosen = act && page.may.includes(act) ? act : only;
  const { Form, label, ask } = ACTS[chosen ?? 'classify'];
  const done = () => {
    setRound(round + 1);
    refresh();
  };
  return (
    <Sheet title="办理">
      {!only && (
        <div className="acts" style={{ marginBottom: chosen ? 12 : 0 }}>
          {page.may.map((each) => (
            <Button key={each} aria-expanded={chosen === each} onClick={() => setAct(each)}>
              {ACTS[each].label}
            </Button>
          ))}
        </div>
      )}
      {chosen && <Form key={`${chosen} ${round}`} page={page} done={done} refresh={refresh} label={label} ask={ask} />}
    </Sheet>
  );
}
