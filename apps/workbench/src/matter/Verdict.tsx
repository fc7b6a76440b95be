/** What the petitioner says of both offices. In the window the handling unit does not see it, nor the petition department its own part; nobody here can make one. */
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { getEvaluation } from '#contexts/evaluation/contract.ts';
import { GRADES } from '#contexts/evaluation/domain/evaluation.ts';
import { call } from '../shared/call.ts';
import { dayAndWeekday } from '../shared/dates.ts';
import { Sheet } from '../shared/Sheet.tsx';
import type { MatterKey } from './useMatter.ts';

export function Verdict({ region, matter }: MatterKey) {
  const loaded = useQuery({
    queryKey: ['evaluation', region, matter],
    queryFn: () => call(getEvaluation, { params: { region, matter } }),
    retry: false,
    staleTime: 60_000,
  });
  if (!loaded.data || loaded.data.state === 'notDue') return null;
  const { state, closesOn, hidden, ownHidden, petitionDept, handlingUnit, callBack, calls, members } = loaded.data;
  const say = (graded: typeof petitionDept, isKept: boolean) =>
    graded ? [GRADES[graded.grade], ...graded.faults, graded.text].filter(Boolean).join('；') : isKept ? '评价期内看不到' : '未评价';

  const batches = [
    ['成员对信访部门', members.petitionDept],
    ['成员对责任单位', members.handlingUnit],
  ] as const;

  return (
    <Sheet title="信访人的评价" aside={state === 'open' && closesOn ? `${dayAndWeekday(closesOn)}前可以评` : '评价期已过'}>
      <dl className="facts small">
        <dt>信访部门</dt>
        <dd>{say(petitionDept, ownHidden)}</dd>
        <dt>责任单位</dt>
        <dd>{say(handlingUnit, hidden)}</dd>
        {batches.map(([office, batch]) =>
          batch ? (
            <Fragment key={office}>
              <dt>{office}</dt>
              <dd>
                {batch.rated}人评价：满意{batch.satisfied}，基本满意{batch.basicallySatisfied}，不满意{batch.dissatisfied}
              </dd>
            </Fragment>
          ) : null,
        )}
        {callBack && (
          <>
            <dt>回访</dt>
            <dd>
              {calls.length === 0 && '信访人要求打电话听意见'}
              {calls.map(({ on, reached, text }) => (
                <span className="sub" key={`${on}${text}`}>
                  {dayAndWeekday(on)}
                  {reached ? '打通了' : '没有打通'}：{text}
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
      {batches.some(([, batch]) => batch) && <p className="small mute under-table">联名成员各自凭自己的查询码评价，满 5 人才合在一起显示，看不到是谁评的。</p>}
    </Sheet>
  );
}
