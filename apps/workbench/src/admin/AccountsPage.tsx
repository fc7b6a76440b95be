/** 账号: of officials only. Made, given roles, locked; each act of it is history. Who keeps accounts opens no content. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type Account, listAccounts } from '#contexts/directory/contract.ts';
import { mayAsk } from '#contexts/directory/domain/permissions.ts';
import { ROLES } from '#kernel/roles.ts';
import { useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { moment } from '../shared/dates.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Page } from '../shared/Page.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { Waiting } from '../shared/Waiting.tsx';
import { AccountSheet } from './AccountSheet.tsx';
import './admin.css';
import { NewAccount } from './NewAccount.tsx';
import { Proposals } from './Proposals.tsx';

export default function AccountsPage() {
  const me = useMe();
  const list = useQuery({ queryKey: ['accounts'], queryFn: () => call(listAccounts, {}) });
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [adding, setAdding] = useState(false);
  const shown = (list.data ?? []).filter(
    ({ name, login, posts }) => !words.trim() || [name, login, ...posts.map(({ unitName }) => unitName)].some((each) => each.includes(words.trim())),
  );
  const account = list.data?.find(({ person }) => person === chosen);

  return (
    <Page
      title="账号"
      crumbs={[{ to: '/organs', text: '机关与账号' }]}
      here="账号"
      sentence={list.data && `${list.data.length} 个账号。管账号的人看不到信访内容。`}
      acts={
        mayAsk('createAccount', me.roles) && (
          <Button type="primary" onClick={() => setAdding(true)}>
            开一个账号
          </Button>
        )
      }
    >
      {list.error && <Trouble error={list.error} again={() => list.refetch()} />}
      {adding && <NewAccount done={() => void list.refetch()} cancel={() => setAdding(false)} />}
      <Proposals changed={() => void list.refetch()} />
      {!list.error && (
        <div className={account ? 'cols account-cols' : ''}>
          <section className="sheet" aria-label="账号清单">
            <div className="pad">
              <TextInput label="按姓名、账号、单位找" value={words} onChange={setWords} />
            </div>
            {list.isPending && <Waiting rows={8} again={() => void list.refetch()} />}
            {list.data && shown.length === 0 && (
              <p className="mute" style={{ padding: '12px 16px' }}>
                姓名、账号、单位里都没有“{words}”。
              </p>
            )}
            {shown.length > 0 && <AccountTable accounts={shown} chosen={chosen} onChoose={setChosen} />}
          </section>
          {account && <AccountSheet key={account.person} account={account} refresh={() => list.refetch()} close={() => setChosen(undefined)} />}
        </div>
      )}
    </Page>
  );
}

function AccountTable({ accounts, chosen, onChoose }: { accounts: readonly Account[]; chosen: string | undefined; onChoose: (person: string) => void }) {
  return (
    <table className="grid cards">
      <caption className="vh">账号清单</caption>
      <thead>
        <tr>
          <th scope="col" className="nw">
            姓名和账号
          </th>
          <th scope="col">单位、职务、角色</th>
          <th scope="col">状态</th>
          <th scope="col">
            <span className="vh">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {accounts.map(({ person, name, login, posts, locked, secondFactor, lastSignInAt }) => (
          <tr key={person} className={person === chosen ? 'sel' : ''}>
            <td className="nw">
              <span className="ttl">{name}</span>
              <span className="sub mono">{login}</span>
            </td>
            <td>
              {posts.slice(0, 2).map(({ unit, unitName, post, roles }) => (
                <span key={unit + post} className="small" style={{ display: 'block' }}>
                  {unitName}，{post}
                  <span className="mute">（{roles.map((role) => ROLES[role]).join('、')}）</span>
                </span>
              ))}
              {posts.length > 2 && <span className="sub">共 {posts.length} 个职务，点“管理”看全部</span>}
              {posts.length === 0 && <span className="small mute">现在没有职务</span>}
            </td>
            <td className="small nw">
              {locked && <span className="tag s">已锁</span>} {secondFactor ? '有动态口令' : <span className="mute">没有动态口令</span>}
              <span className="sub">{lastSignInAt ? `上次登录 ${moment(lastSignInAt)}` : '还没有登录过'}</span>
            </td>
            <td className="act">
              <Button aria-label={`管理：${name}`} onClick={() => onChoose(person)}>
                管理
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
