/** Agree, refuse with a reason, or withdraw: each asked once, in words that say what follows. */
import { Button } from 'antd';
import { useState } from 'react';
import { agreeToProposal, type Proposal, refuseProposal, withdrawProposal } from '#contexts/directory/contract.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { call } from '../shared/call.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';

interface ProposalActsProps {
  proposal: Proposal;
  agreed: (secondHalf: string | undefined) => void;
  done: () => void;
}

export function ProposalActs({ proposal, agreed, done }: ProposalActsProps) {
  const [way, setWay] = useState<'agree' | 'refuse' | 'withdraw'>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { region, id, label, whom, opens, mayDecide, mayWithdraw } = proposal;
  const params = { region, id };
  const close = () => setWay(undefined);
  const after = () => {
    close();
    done();
  };

  if (way === 'agree') {
    return (
      <AskOnce
        label="同意"
        ask={`同意以后马上生效：${whom}，${label}，能看到${opens.join('；')}。您向本人核实过了吗？`}
        said="已经同意。"
        ready={() => true}
        send={async () => agreed((await call(agreeToProposal, { params })).secondHalf)}
        done={after}
        cancel={close}
      >
        <p className="small">先当面或者打电话问本人：是不是本人、知不知道这件事。名字和账号对不上的，不要同意。</p>
      </AskOnce>
    );
  }
  if (way === 'refuse') {
    return (
      <AskOnce
        label="不同意"
        ask="什么也不会改变，理由会告诉提出的人，留在留痕里。确定吗？"
        said="没有同意，理由已经记下。"
        ready={() => {
          setTried(true);
          return reason.trim().length >= 2;
        }}
        send={() => call(refuseProposal, { params, body: { reason: reason.trim() } })}
        done={after}
        cancel={close}
      >
        <TextInput
          label="为什么不同意"
          required
          value={reason}
          onChange={setReason}
          max={200}
          wrong={tried && reason.trim().length < 2 ? '写为什么，提出的人好改' : undefined}
        />
      </AskOnce>
    );
  }
  if (way === 'withdraw') {
    return (
      <AskOnce
        label="撤回"
        ask="不再等谁同意，什么也不会改变。确定吗？"
        said="已经撤回。"
        ready={() => true}
        send={() => call(withdrawProposal, { params })}
        done={after}
        cancel={close}
      >
        <p className="small">撤回以后可以改好重新提出；一次性密码的前半跟着作废。</p>
      </AskOnce>
    );
  }
  return (
    <div className="acts">
      {mayDecide && (
        <>
          <Button type="primary" onClick={() => setWay('agree')} aria-label={`同意：${label}，${whom}`}>
            同意
          </Button>
          <Button onClick={() => setWay('refuse')} aria-label={`不同意：${label}，${whom}`}>
            不同意
          </Button>
        </>
      )}
      {mayWithdraw && (
        <Button onClick={() => setWay('withdraw')} aria-label={`撤回：${label}，${whom}`}>
          撤回
        </Button>
      )}
    </div>
  );
}
