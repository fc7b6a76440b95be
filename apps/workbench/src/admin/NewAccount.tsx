/** A new account: who, where, as what. Its first password is shown once and has to be changed at the first sign-in. */
import { Button } from 'antd';
import { useState } from 'react';
import { createAccount, type Waiting } from '#contexts/directory/contract.ts';
import { SEALED_ROLES, type Role } from '#kernel/roles.ts';
import { AskOnce } from '../act/AskOnce.tsx';
import { call } from '../shared/call.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { UnitPicker } from '../shared/fields/UnitPicker.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { useDraft } from '../shared/useDraft.ts';
import { OneTimePassword } from './OneTimePassword.tsx';
import { RolePicker } from './RolePicker.tsx';
import { WaitsForAnother } from './WaitsForAnother.tsx';

const EMPTY = { login: '', name: '', phone: '', unit: '', post: '', roles: [] as readonly Role[] };

export function NewAccount({ done, cancel }: { done: () => void; cancel: () => void }) {
  const draft = useDraft('new-account', EMPTY);
  const [made, setMade] = useState<{ login: string; oneTimePassword?: string; waiting?: Waiting }>();
  const [tried, setTried] = useState(false);
  const { login, name, phone, unit, post, roles } = draft.value;
  const need = (good: boolean, text: string) => (tried && !good ? text : undefined);
  const opens = roles.some((role) => (SEALED_ROLES as readonly Role[]).includes(role));
  const goodLogin = /^[a-z][a-z0-9.-]{1,39}$/.test(login);

  if (made) {
    return (
      <Sheet title="账号开好了" className="doing">
        {made.oneTimePassword && <OneTimePassword login={made.login} oneTimePassword={made.oneTimePassword} />}
        {made.waiting && <WaitsForAnother waiting={made.waiting} whose={made.login} />}
        <div className="acts" style={{ marginTop: 12 }}>
          <Button onClick={cancel}>抄好了</Button>
        </div>
      </Sheet>
    );
  }
  return (
    <div style={{ marginBottom: 16 }}>
      <Sheet title="开一个账号" className="doing">
        <AskOnce
          label="开账号"
          ask={opens ? `密件角色要另一位经办检举控告的人同意；同意以前${name}不能登录。开账号并提出吗？` : `给${name}开账号，马上能用。确定吗？`}
          said={opens ? '账号开好了，等另一人同意。' : '账号开好了，一次性密码只显示这一次。'}
          ready={() => {
            setTried(true);
            return goodLogin && name.trim() !== '' && unit !== '' && post.trim() !== '';
          }}
          send={async () => {
            const reply = await call(createAccount, { body: { login, name: name.trim(), phone: phone.trim(), unit, post: post.trim(), roles: [...roles] } });
            draft.forget();
            setMade(reply);
          }}
          done={done}
          cancel={cancel}
        >
          <div className="fields two">
            <TextInput label="姓名" required value={name} onChange={(next) => draft.set({ name: next })} max={60} wrong={need(name.trim() !== '', '写姓名')} />
            <TextInput
              label="账号"
              required
              value={login}
              onChange={(next) => draft.set({ login: next })}
              max={40}
              hint="小写字母开头，可以有数字、点、短横"
              wrong={need(goodLogin, '小写字母开头，至少两个字符')}
            />
            <TextInput label="办公电话" type="tel" value={phone} onChange={(next) => draft.set({ phone: next })} max={40} hint="会告诉信访人" />
            <TextInput label="职务" required value={post} onChange={(next) => draft.set({ post: next })} max={60} wrong={need(post.trim() !== '', '写职务')} />
            <UnitPicker label="单位" required value={unit} onChange={(next) => draft.set({ unit: next ?? '' })} wrong={need(unit !== '', '选单位')} />
            <RolePicker value={roles} onChange={(next) => draft.set({ roles: next })} />
          </div>
        </AskOnce>
      </Sheet>
    </div>
  );
}
