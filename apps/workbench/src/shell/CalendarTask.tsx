/** 放假安排没有导入: a task of whoever keeps the calendar, where they land, from 1 October until the notice is in. */
import { Link } from 'react-router';
import type { Me } from '#contexts/directory/contract.ts';
import { hasRole } from '../session/session.tsx';
import { Note } from '../shared/Note.tsx';

/** The year that is missing, where it is this person's to import it. */
export const owedYear = (me: Pick<Me, 'roles'>, missing: number | null | undefined): number | null => (hasRole(me, 'sysAdmin') ? (missing ?? null) : null);

export function CalendarTask({ year }: { year: number }) {
  return (
    <div style={{ marginBottom: 12 }}>
      <Note kind="care" quiet title={`待办：${year}年的放假安排还没有导入。`}>
        <p>
          国务院办公厅一般在10月至12月公布。公布以前，落在{year}年的期限按法定节日暂算；公布后请<Link to="/calendar">到“期限”导入通知</Link>。
        </p>
      </Note>
    </div>
  );
}
