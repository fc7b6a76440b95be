/** 常看的: one press back to a filter that was kept; the one in use can be kept or let go. */
import { useState } from 'react';
import { useMe } from '../session/session.tsx';
import { type Filter, sayFilter } from './Filters.tsx';
import { dropFilter, filtersOf, isKept, keepFilter } from './kept-filters.ts';

export function KeptFilters({ filter, onChoose }: { filter: Filter; onChoose: (filter: Filter) => void }) {
  const { person } = useMe();
  const [kept, setKept] = useState(() => filtersOf(person));
  const isSet = Object.keys(filter).length > 0;
  const isHere = isSet && isKept(kept, filter);
  if (kept.length === 0 && !isSet) return null;
  return (
    <p className="bar kept-filters">
      {kept.length > 0 && <span className="small mute">常看的：</span>}
      {kept.map((each) => (
        <button key={sayFilter(each)} type="button" className="btn-like" aria-pressed={isSet && isKept([each], filter)} onClick={() => onChoose(each)}>
          {sayFilter(each)}
        </button>
      ))}
      {isSet && (
        <button type="button" className="textual" onClick={() => setKept(isHere ? dropFilter(person, filter) : keepFilter(person, filter))}>
          {isHere ? '不再记着这个' : '记下这个筛选'}
        </button>
      )}
    </p>
  );
}
