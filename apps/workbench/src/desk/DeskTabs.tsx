/** The three sides of the desk: what the unit owes, whom it waits for, what it got done this week. */
import { useSearchParams } from 'react-router';

export type DeskTab = 'owed' | 'waiting' | 'done';

const TABS: Readonly<Record<DeskTab, string>> = { owed: '该我们办', waiting: '等别人', done: '本周办成' };

export function useDeskTab(): DeskTab {
  const asked = useSearchParams()[0].get('tab');
  return asked === 'waiting' || asked === 'done' ? asked : 'owed';
}

export function DeskTabs({ tab, counts }: { tab: DeskTab; counts: Readonly<Partial<Record<DeskTab, string>>> }) {
  const [, ask] = useSearchParams();
  return (
    <fieldset className="tabs" aria-label="案头的三面">
      {(Object.keys(TABS) as DeskTab[]).map((each) => (
        <button key={each} type="button" {...(tab === each && { 'aria-current': 'true' as const })} onClick={() => ask(each === 'owed' ? {} : { tab: each })}>
          {TABS[each]}
          {counts[each] !== undefined && ` ${counts[each]}`}
        </button>
      ))}
    </fieldset>
  );
}
