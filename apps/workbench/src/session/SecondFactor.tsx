/** 动态口令: switched on in two steps, with recovery codes that are shown once; switched off with the password. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { confirmSecondFactor, dropSecondFactor, enrolSecondFactor, type Me } from '#contexts/directory/contract.ts';
import { announce } from '../shared/announce.tsx';
import { call } from '../shared/call.ts';
import { Field } from '../shared/fields/Field.tsx';
import { Note } from '../shared/Note.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';

export function SecondFactor({ me }: { me: Me }) {
  return (
    <Sheet title="动态口令" aside={me.secondFactor ? <span className="ok b">已启用</span> : '没有启用'}>
      {me.secondFactor ? <Drop /> : <Enrol />}
    </Sheet>
  );
}

function Enrol() {
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const enrol = useMutation({ mutationFn: () => call(enrolSecondFactor, { body: { password } }) });
  const confirm = useMutation({
    mutationFn: () => call(confirmSecondFactor, { body: { code: code.trim() } }),
    onSuccess: () => announce('动态口令已启用，请抄下恢复码。'),
  });

  if (confirm.data) {
    return (
      <div className="stack tight">
        <Note kind="done" title="动态口令已启用。">
          下面的恢复码只显示这一次，每个能用一次。抄在纸上，别存在这台电脑里。
        </Note>
        <ul className="mono" style={{ columns: 2 }}>
          {confirm.data.recoveryCodes.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <Button onClick={() => queries.invalidateQueries({ queryKey: ['me'] })}>抄好了</Button>
      </div>
    );
  }
  if (enrol.data) {
    return (
      <form className="stack tight" onSubmit={submit(() => code.trim().length >= 6 && confirm.mutate())}>
        <p>用手机验证器扫这个码，再输入它显示的六位数字。</p>
        <img width={180} height={180} alt="启用动态口令的二维码" src={`data:image/svg+xml;utf8,${encodeURIComponent(enrol.data.qr)}`} />
        <p className="small mute">
          扫不了就手工输入：<span className="mono">{enrol.data.secret}</span>
        </p>
        <Field label="六位数字">
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
          )}
        </Field>
        {confirm.error && <Trouble error={confirm.error} />}
        <Button type="primary" htmlType="submit">
          启用
        </Button>
      </form>
    );
  }
  return (
    <form className="stack tight" onSubmit={submit(() => password && enrol.mutate())}>
      <p>启用以后，登录除了密码还要手机上的六位数字，别人拿到密码也进不来。</p>
      <Field label="先输一次密码">
        {(ids) => <Input.Password {...ids} autoComplete="current-password" value={password} onChange={({ target }) => setPassword(target.value)} />}
      </Field>
      {enrol.error && <Trouble error={enrol.error} />}
      <Button htmlType="submit">开始启用</Button>
    </form>
  );
}

function Drop() {
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const drop = useMutation({
    mutationFn: () => call(dropSecondFactor, { body: { password, code: code.trim() } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['me'] }),
  });
  return (
    <form className="stack tight" onSubmit={submit(() => password && code.trim().length >= 6 && drop.mutate())}>
      <p>停用以后，登录只要密码。</p>
      <Field label="密码">
        {(ids) => <Input.Password {...ids} autoComplete="current-password" value={password} onChange={({ target }) => setPassword(target.value)} />}
      </Field>
      <Field label="动态口令或恢复码">
        {(ids) => <Input {...ids} autoComplete="one-time-code" maxLength={20} value={code} onChange={({ target }) => setCode(target.value)} />}
      </Field>
      {drop.error && <Trouble error={drop.error} />}
      <Button htmlType="submit">停用动态口令</Button>
    </form>
  );
}

const submit = (run: () => unknown) => (event: FormEvent) => {
  event.preventDefault();
  run();
};
