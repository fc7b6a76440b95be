/** First step: account and password. */
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { type SignInNext, signIn } from '#contexts/directory/contract.ts';
import { call } from '../shared/call.ts';
import { Field } from '../shared/fields/Field.tsx';
import { Trouble } from '../shared/Trouble.tsx';

export function PasswordForm({ onNext }: { onNext: (next: SignInNext) => void }) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const ask = useMutation({ mutationFn: () => call(signIn, { body: { login: login.trim(), password } }), onSuccess: onNext });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (login.trim() && password) ask.mutate();
  };
  return (
    <form className="stack tight" onSubmit={submit}>
      <Field label="账号">
        {(ids) => (
          <Input {...ids} size="large" autoFocus autoComplete="username" spellCheck={false} value={login} onChange={({ target }) => setLogin(target.value)} />
        )}
      </Field>
      <Field label="密码">
        {(ids) => (
          <Input.Password {...ids} size="large" autoComplete="current-password" value={password} onChange={({ target }) => setPassword(target.value)} />
        )}
      </Field>
      {ask.error && <Trouble error={ask.error} />}
      <Button type="primary" size="large" block htmlType="submit" aria-disabled={ask.isPending}>
        登录
      </Button>
    </form>
  );
}
