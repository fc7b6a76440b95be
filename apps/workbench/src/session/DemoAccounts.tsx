/** In demonstration mode only, and only then told by the server: who one may be, and what to try. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type DemoAccount, listDemoAccounts, type SignInNext, signIn } from '#contexts/directory/contract.ts';
import { getDemoProgress } from '#apps/server/demo/contract.ts';
import { call } from '../shared/call.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';

export function DemoAccounts({ onNext }: { onNext: (next: SignInNext) => void }) {
  const list = useQuery({ queryKey: ['demo-accounts'], queryFn: () => call(listDemoAccounts, {}), retry: false });
  const enter = useMutation({
    mutationFn: ({ login, password }: DemoAccount) => call(signIn, { body: { login, password } }),
    onSuccess: onNext,
  });
  const { codes = [] } = useQuery({ queryKey: ['demo-progress'], queryFn: () => call(getDemoProgress, {}), retry: false }).data ?? {};
  const units = Map.groupBy(list.data ?? [], ({ unitName }) => unitName);

  return (
    <Sheet title="演示账号" aside="虚构的清和县，人名都是编的；正式使用时没有这张表" pad={false} className="demo">
      {list.isPending && <Waiting rows={6} />}
      {(list.error || enter.error) && (
        <div className="pad">
          <Trouble error={list.error ?? enter.error} />
        </div>
      )}
      {codes.length > 0 && (
        <section className="demo-codes" aria-label="查询码">
          <h3>群众门户的查询码</h3>
          <ul>
            {codes.map(({ code, what }) => (
              <li key={code}>
                <span className="mono">{code}</span> <span className="mute">{what}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="demo-list">
        {[...units].map(([unit, accounts]) => (
          <section key={unit} aria-label={unit}>
            <h3>{unit}</h3>
            <ul>
              {accounts.map((account) => (
                <li key={account.login}>
                  <div>
                    <b>{account.name}</b> <span className="mute">{account.post}</span>
                    {account.tryThis && <span className="sub">{account.tryThis}</span>}
                    <span className="sub mono">
                      {account.login} · {account.password}
                    </span>
                  </div>
                  <Button onClick={() => enter.mutate(account)} aria-label={`进入：${account.name}，${unit}${account.post}`}>
                    进入
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Sheet>
  );
}
