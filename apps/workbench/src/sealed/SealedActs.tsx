/** What may be done with this sealed file now: one act at a time. */
import { Button } from 'antd';
import { useState } from 'react';
import type { SealedPage } from '#contexts/sealed/contract.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { ACTS, type Act } from './acts/index.tsx';

/** Nothing that is owed each time: it waits until somebody asks for it. */
const RARE: ReadonlySet<Act> = new Set<Act>(['flagCadre', 'giveCode', 'handBack']);

export function SealedActs({ page, refresh }: { page: SealedPage; refresh: () => void }) {
  const [act, setAct] = useState<Act>();
  const [round, setRound] = useState(0); // each act done begins an empty form; what others did meanwhile empties none
  if (page.may.length === 0) return null;
  const usual = page.may.filter((each) => !RARE.has(each));
  const only = usual.length === 1 ? usual[0] : undefined; // the only one stands open, after another was done too
  const chosen = act && page.may.includes(act) ? act : only;
  const { Form, label, ask } = ACTS[chosen ?? 'classify'];
  const done = () => {
    setRound(round + 1);
    refresh();
  };
  const open = only && chosen === only ? only : undefined; // it needs no button
  const buttons = (acts: readonly Act[]) =>
    acts.length > 0 && (
      <div className="acts">
        {acts.map((each) => (
          <Button key={each} aria-expanded={chosen === each} onClick={() => setAct(each)}>
            {ACTS[each].label}
          </Button>
        ))}
      </div>
    );
  return (
    <Sheet title="办理">
      <div className="stack">
        {buttons(usual.filter((each) => each !== open))}
        {chosen && <Form key={`${chosen} ${round}`} page={page} done={done} refresh={refresh} label={label} ask={ask} />}
        {buttons(page.may.filter((each) => RARE.has(each) && each !== chosen))}
      </div>
    </Sheet>
  );
}
