/** 等另一人同意: told to whoever proposed. The half of the one-time password is shown this once. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Waiting } from '#contexts/directory/contract.ts';
import { dayAndWeekday } from '../shared/dates.ts';
import { Note } from '../shared/Note.tsx';

/** `whose`: the name or the login of whoever will need the password. */
export function WaitsForAnother({ waiting: { who, until, firstHalf }, whose }: { waiting: Waiting; whose: string }) {
  const queries = useQueryClient();
  useEffect(() => void queries.invalidateQueries({ queryKey: ['proposals'] }), [queries]); // it stands in the list from now on
  return (
    <div className="waits">
      <Note kind="info" title="等另一人同意。现在还没有生效。">
        {who.length > 0 ? (
          <p>
            请告诉他们中的一位，在“密件”或者“我的账号”里看：{who.join('、')}。等到{dayAndWeekday(until)}，过了作废。
          </p>
        ) : (
          <p>现在没有别人能同意。请运维人员在服务器上运行 npm run agree，写明理由；办了以后，密件经办人和信访部门负责人都会看到。</p>
        )}
        {firstHalf && (
          <>
            <p className="half">
              <b>{whose}</b> 的一次性密码，前半 <b className="mono">{firstHalf}</b>
            </p>
            <p>同意以后，只能用它登录。前半只显示这一次，请抄下，同意以后当面交给本人。后半由同意的人交；先写前半，再写一个短横和后半，才能登录。</p>
          </>
        )}
      </Note>
    </div>
  );
}
