/** What can be done with one account, and all that was done to it. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { type Account, getAccountHistory, lockAccount, removeSecondFactor, resetPassword, unlockAccount, type Waiting } from '#contexts/directory/contract.ts';
import { mayAsk } from '#contexts/directory/domain/permissions.ts';
import { ROLES } from '#kernel/roles.ts';
import { useMe } from '../session/session.tsx';
import { AskOnce } from '../act/AskOnce.tsx';
import { call } from '../shared/call.ts';
import { day, daysIn, moment } from '../shared/dates.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { OneTimePassword } from './OneTimePassword.tsx';
import { RolesForm } from './RolesForm.tsx';
import { SubstituteForm } from './SubstituteForm.tsx';
import { WaitsForAnother } from './WaitsForAnother.tsx';

type Way = 'roles' | 'password' | 'lock' | 'unlock' | 'factor' | 'substitute';

export function AccountSheet({ account, refresh, close }: { account: Account; refresh: () => unknown; close: () => void }) {
  const me = useMe();
  const [way, setWay] = useState<Way>();
  const [made, setMade] = useState<{ login: string; oneTimePassword?: string; waiting?: Waiting }>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const self = useRef<HTMLElement>(null);
  const { region, person, name, posts, locked, secondFactor, opensSealed: opens } = account;
  const params = { region, person };
  const history = useQuery({
    queryKey: ['account-history', person],
    queryFn: () => call(getAccountHistory, { params }),
    enabled: mayAsk('readAccountHistory', me.roles),
  });
  useEffect(() => {
    self.current?.focus({ preventScroll: true });
    self.current?.scrollIntoView({ block: 'nearest' }); // on a phone it opens above the list, far from the row
  }, []);
  const done = () => {
    setWay(undefined);
    void refresh();
    void history.refetch();
  };
  const waits = ({ waiting }: { waiting?: Waiting }, whose = account.login) => waiting && setMade({ login: whose, waiting });
  const ways: readonly (readonly [Way, string, boolean])[] = [
    ['roles', '职务和角色', mayAsk('setRoles', me.roles)],
    ['password', '重置密码', mayAsk('resetPassword', me.roles)],
    ['factor', '解除动态口令', mayAsk('removeSecondFactor', me.roles) && secondFactor],
    locked ? ['unlock', '解锁', mayAsk('unlockAccount', me.roles)] : ['lock', '锁定', mayAsk('lockAccount', me.roles)],
    ['substitute', '安排代班', mayAsk('nameSubstitute', me.roles)],
  ];
  const asked = (question: string) => (opens ? `${name}经办检举控告，这一项要另一位经办人同意才生效。现在提出吗？` : `${question}确定吗？`);
  const ask = (label: string, question: string, send: () => Promise<unknown>, ready = () => true, children = <></>) => (
    <AskOnce
      label={label}
      ask={question}
      said={`${name}：${label}，${opens && label !== '锁定' ? '已提出，等另一人同意' : '已办'}。`}
      ready={ready}
      send={send}
      done={done}
      cancel={() => setWay(undefined)}
    >
      {children}
    </AskOnce>
  );

  return (
    <section className="stack account-side" ref={self} tabIndex={-1} aria-label={`管理：${name}`}>
      <Sheet title={name} aside={<Button onClick={close}>收起</Button>}>
        <div className="acts" style={{ marginBottom: way || made ? 12 : 0 }}>
          {ways
            .filter(([, , may]) => may)
            .map(([each, label]) => (
              <Button
                key={each}
                aria-expanded={way === each}
                onClick={() => {
                  setMade(undefined);
                  setWay(each);
                }}
              >
                {label}
              </Button>
            ))}
        </div>
        {!way && (
          <ul className="small posts">
            {posts.map(({ unit, unitName, post, standsInFor, to, roles }) => (
              <li key={unit + post + (standsInFor ?? '')}>
                <b>{unitName}</b>，{post}
                {standsInFor && `（代 ${standsInFor}${to ? `，到${day(to)}` : ''}）`}
                <span className="sub">{roles.map((role) => ROLES[role]).join('、') || '没有角色'}</span>
              </li>
            ))}
            {posts.length === 0 && <li className="mute">现在没有职务，登录后什么也办不了。点“职务和角色”设一个。</li>}
          </ul>
        )}
        {made?.oneTimePassword && <OneTimePassword login={made.login} oneTimePassword={made.oneTimePassword} />}
        {made?.waiting && <WaitsForAnother waiting={made.waiting} whose={made.login} />}
        {way === 'roles' && <RolesForm account={account} waits={waits} done={done} cancel={() => setWay(undefined)} />}
        {way === 'substitute' && (
          <SubstituteForm away={account} posts={posts.filter(({ standsInFor }) => !standsInFor)} waits={waits} done={done} cancel={() => setWay(undefined)} />
        )}
        {way === 'password' &&
          ask('重置密码', asked(`${name}在别处的登录都会退出，要用一次性密码重新登录。`), async () => setMade(await call(resetPassword, { params })))}
        {way === 'factor' &&
          ask('解除动态口令', asked('用于手机遗失。解除后只凭密码登录，请本人尽快重新启用。'), async () => waits(await call(removeSecondFactor, { params })))}
        {way === 'unlock' && ask('解锁', asked(`${name}马上可以登录。`), async () => waits(await call(unlockAccount, { params })))}
        {way === 'lock' &&
          ask(
            '锁定',
            `${name}马上退出，不能再登录。手上的事项不会动，请另外安排人接。确定吗？`,
            () => call(lockAccount, { params, body: { reason: reason.trim() } }),
            () => {
              setTried(true);
              return reason.trim().length >= 2;
            },
            <TextInput
              label="为什么锁定"
              required
              value={reason}
              onChange={setReason}
              max={200}
              wrong={tried && reason.trim().length < 2 ? '写为什么，留在留痕里' : undefined}
            />,
          )}
      </Sheet>
      {mayAsk('readAccountHistory', me.roles) && (
        <Sheet title="留痕" aside="只增不改">
          {history.error && <Trouble error={history.error} again={() => history.refetch()} />}
          <ul className="small stack tight trail">
            {history.data?.map(({ type, label, at, by, detail }) => (
              <li key={type + at}>
                <b>{label}</b> {detail && daysIn(detail)}
                <span className="sub">
                  {moment(at)}，{by}
                </span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </section>
  );
}
