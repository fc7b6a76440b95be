/** 等另一人同意的: what would let somebody into the sealed line. Who proposed sees it wait; another one agrees, or refuses with a reason. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { listProposals, type Proposal } from '#contexts/directory/contract.ts';
import { mayAsk } from '#contexts/directory/domain/permissions.ts';
import { useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { dayAndWeekday, daysIn, moment } from '../shared/dates.ts';
import { Note } from '../shared/Note.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import './admin.css';
import { ProposalActs } from './ProposalActs.tsx';

/** `told`: of what was agreed to at the server's command line alone, on the desk of a head who has nothing to decide here. */
export function Proposals({ changed, told = false }: { changed?: () => void; told?: boolean }) {
  const me = useMe();
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ['proposals', me.unit], queryFn: () => call(listProposals, {}), enabled: mayAsk('listProposals', me.roles) });
  const [half, setHalf] = useState<{ whom: string; secondHalf: string }>();
  const all = list.data ?? [];
  const atServer = all.filter(({ state, reason }) => state === 'agreed' && reason !== undefined); // only there an agreement has a reason
  const shown = told ? atServer : [...all.filter(({ state }) => state === 'open'), ...atServer];
  const over = told ? [] : all.filter((each) => !shown.includes(each));
  const done = () => {
    void list.refetch();
    void queries.invalidateQueries({ queryKey: ['account-history'] });
    changed?.();
  };

  if (list.error) return told ? null : <Trouble error={list.error} again={() => list.refetch()} />;
  if (shown.length + over.length === 0 && !half) return null;
  return (
    <div className="stack proposals">
      {half && (
        <Note kind="done" title={`${half.whom}：已经同意。一次性密码的后半只显示这一次。`}>
          <p className="half">
            后半 <b className="mono">{half.secondHalf}</b>
          </p>
          <p>请当面交给本人。前半在提出的人手里；本人先写前半，再写一个短横和后半，登录一次，换成自己的密码。</p>
        </Note>
      )}
      <Sheet
        title={told ? '在服务器上同意的：有人因此能看到检举控告' : '会让人看到检举控告的账号办理'}
        aside={told ? '告诉您一声；不对的，马上问系统管理员' : '一个人办不成，要另一人同意'}
      >
        <ul className="stack">
          {shown.map((proposal) => (
            <li key={proposal.id} className="proposal">
              <ProposalLines {...proposal} />
              {(proposal.mayDecide || proposal.mayWithdraw) && (
                <ProposalActs proposal={proposal} agreed={(secondHalf) => secondHalf && setHalf({ whom: proposal.whom, secondHalf })} done={done} />
              )}
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p className="small mute">现在没有等同意的。</p>}
        {over.length > 0 && (
          <details className="small">
            <summary>三十天内办过的 {over.length} 项</summary>
            <ul className="stack">
              {over.map((proposal) => (
                <li key={proposal.id} className="proposal">
                  <ProposalLines {...proposal} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </Sheet>
    </div>
  );
}

const STATES = { open: '等另一人同意', agreed: '已经同意', refused: '没有同意', withdrawn: '已经撤回', expired: '没有人同意，已经作废' } as const;

function ProposalLines({ label, whom, detail, opens, by, at, until, renews, state, who, lately, mayDecide, decidedBy, decidedAt, reason }: Proposal) {
  const isOpen = state === 'open';
  return (
    <>
      <p>
        <b>
          {label}：{whom}
        </b>{' '}
        <span className={isOpen ? 'tag a' : 'tag'}>{state === 'agreed' && reason !== undefined ? '在服务器上同意' : STATES[state]}</span>
      </p>
      <dl className="proposal-facts small">
        {detail && <Fact name="内容">{daysIn(detail)}</Fact>}
        <Fact name="能看到">{opens.join('；')}</Fact>
        <Fact name="提出">
          {by}，{moment(at)}
        </Fact>
        {isOpen && <Fact name="等到">{dayAndWeekday(until)}，过了作废</Fact>}
        {isOpen && !mayDecide && <Fact name="谁能同意">{who.join('、') || '现在没有人。请运维人员在服务器上运行 npm run agree，写明理由'}</Fact>}
        {isOpen && mayDecide && lately.length > 0 && <Fact name="近三十天">{lately.join('；')}</Fact>}
        {isOpen && mayDecide && renews && <Fact name="密码">同意时换成一次性密码：前半在提出的人手里，后半交给您，谁也不能单独登录</Fact>}
        {decidedBy && decidedAt && (
          <Fact name="谁办的">
            {decidedBy}，{moment(decidedAt)}
          </Fact>
        )}
        {reason && <Fact name="理由">{reason}</Fact>}
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
