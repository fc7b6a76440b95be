/** Second step: the six digits of the phone, or a recovery code. */
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { type SignInNext, signInSecond } from '#contexts/directory/contract.ts';
import { call } from '../shared/call.ts';
import { Field } from '../shared/fields/Field.tsx';
import { Trouble } from '../shared/Trouble.tsx';

export function SecondForm({ onNext, onBack }: { onNext: (next: SignInNext) => void; onBack: () => void }) {
  const [code, setCode] = useState('');
  const ask = useMutation({ mutationFn: () => call(signInSecond, { body: { code: code.trim() } }), onSuccess: onNext });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim().length >= 6) ask.mutate();
  };
  return (
    <form className="stack tight" onSubmit={submit}>
      <Field label="动态口令" hint="手机验证器上的六位数字；手机不在身边，可以用一个恢复码。">
        {(ids) => (
          <Input
            {...ids}
            size="large"
            autoFocus
            inputMode="text"
            autoComplete="one-time-code"
            maxLength={20}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </Field>
      {ask.error && <Trouble error={ask.error} />}
      <Button type="primary" size="large" block htmlType="submit" aria-disabled={ask.isPending}>
        登录
      </Button>
      <Button block onClick={onBack}>
        换一个账号
      </Button>
    </form>
  );
}
