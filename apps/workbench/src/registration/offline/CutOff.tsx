/** The network is gone while somebody sits there: what was written can stay on this device, signed, and is registered later. */
import { Button } from 'antd';
import { useState } from 'react';
import { Note } from '../../shared/Note.tsx';
import { Trouble } from '../../shared/Trouble.tsx';
import type { RegistrationDraft } from '../draft.ts';
import { useOfflineHours } from './useOfflineHours.ts';
import { takeDown, whyNotOffline } from './take-down.ts';

interface Props {
  readonly person: string;
  readonly draft: RegistrationDraft;
  readonly prepared: boolean;
  readonly done: (sequence: number) => void;
}

export function CutOff({ person, draft, prepared, done }: Props) {
  const [error, setError] = useState<unknown>();
  const hours = useOfflineHours();
  const no = prepared ? whyNotOffline(draft) : '这台设备没有准备好离线登记：要先在有网络时用 https 打开过这一页。写的内容还在这一页上，连上以后再按一次登记。';
  return (
    <Note kind="care" title={no ? '现在没有网络。' : '现在没有网络。可以先存在这台设备上，联网以后自动登记。'}>
      {no ??
        `收到的时间按设备现在的时间，${hours ? `${hours} 小时内` : '尽快联网'}登记都算数。内容加密存放，登记后删去。查询码登记以后才有，请记下怎么告诉本人。`}
      {!no &&
        (draft.call
          ? ' 选的征集一起存下，联网登记时核对，那天不在征集的，照样登记，只是不算应征的。'
          : ' 应征集提的建议，要在有网络时选好哪次征集，存下以后不能补选；建议照样办理。')}
      {!no && (
        <div className="acts">
          <Button
            type="primary"
            onClick={() =>
              void takeDown(person, draft, new Date()).then(
                ({ sequence }) => done(sequence),
                (reason) => setError(reason),
              )
            }
          >
            存在这台设备上
          </Button>
        </div>
      )}
      {error !== undefined && <Trouble error={error} />}
    </Note>
  );
}
