/** A password for one sign-in, shown this once. */
import { Note } from '../shared/Note.tsx';

export function OneTimePassword({ login, oneTimePassword }: { login: string; oneTimePassword: string }) {
  return (
    <Note kind="done" title="一次性密码只显示这一次，当面交给本人。">
      <p>
        账号 <b className="mono">{login}</b>　密码 <b className="mono">{oneTimePassword}</b>
      </p>
      <p>本人第一次登录时必须换掉它。</p>
    </Note>
  );
}
