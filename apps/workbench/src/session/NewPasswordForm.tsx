/** A password of one's own: the old one, the new one twice. Every other sign-in of the account ends. */
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { changePassword, type Me } from '#contexts/directory/contract.ts';
import { call, keepCsrf } from '../shared/call.ts';
import { Field } from '../shared/fields/Field.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { loadMe } from './session.tsx';

export function NewPasswordForm({ onDone }: { onDone: (me: Me) => void }) {
  const [old, setOld] = useState('');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const ask = useMutation({
    mutationFn: async () => {
      await loadMe(); // brings the token that every POST carries
      return call(changePassword, { body: { old, new: first } });
    },
    onSuccess: (me) => {
      keepCsrf(me.csrf);
      onDone(me);
    },
  });

  const short = first !== '' && first.length < 10;
  const differs = second !== '' && second !== first;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (old && first.length >= 10 && second === first) ask.mutate();
  };
  return (
    <form className="stack tight" onSubmit={submit}>
      <p>设一个只有您知道的密码。设好以后，这个账号在别处的登录都会退出。</p>
      <Field label="现在的密码">
        {(ids) => <Input.Password {...ids} autoComplete="current-password" value={old} onChange={({ target }) => setOld(target.value)} />}
      </Field>
      <Field label="新密码" hint="至少 10 个字符，长一点比复杂更管用" wrong={short ? `还差 ${10 - first.length} 个字符` : undefined}>
        {(ids) => <Input.Password {...ids} autoComplete="new-password" value={first} onChange={({ target }) => setFirst(target.value)} />}
      </Field>
      <Field label="再输一遍" wrong={differs ? '两遍不一样' : undefined}>
        {(ids) => <Input.Password {...ids} autoComplete="new-password" value={second} onChange={({ target }) => setSecond(target.value)} />}
      </Field>
      {ask.error && <Trouble error={ask.error} />}
      <Button type="primary" htmlType="submit" aria-disabled={ask.isPending}>
        改密码
      </Button>
    </form>
  );
}
