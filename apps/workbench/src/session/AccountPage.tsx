/** 我的账号: for which unit, with which password and second factor; the keys; the places that a phone's bar has no room for. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { signOut } from '#contexts/directory/contract.ts';
import { ROLES } from '#kernel/roles.ts';
import { PHONE, useMedia } from '../theme/media.ts';
import { announce } from '../shared/announce.tsx';
import { call } from '../shared/call.ts';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { LetterSwitch } from '../shell/KeysHelp.tsx';
import { placesBeyond } from '../shell/places.ts';
import { Proposals } from '../admin/Proposals.tsx';
import { NewPasswordForm } from './NewPasswordForm.tsx';
import { Posts } from './Posts.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { useForgetAll, useMe } from './session.tsx';

export default function AccountPage() {
  const me = useMe();
  const navigate = useNavigate();
  const forget = useForgetAll();
  const phone = useMedia(PHONE);
  const leave = useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: async () => {
      await forget();
      navigate('/sign-in');
    },
  });

  return (
    <Page title="我的账号" sentence={`${me.name}，${me.login}`} acts={<Button onClick={() => leave.mutate()}>退出登录</Button>}>
      {leave.error && <Trouble error={leave.error} />}
      <Proposals />
      <div className="cols" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))' }}>
        <div className="stack">
          {phone && (
            <Sheet title="其他去处">
              <ul className="stack tight">
                {placesBeyond(me.roles).map(({ to, long }) => (
                  <li key={to}>
                    <Link to={to}>{long}</Link>
                  </li>
                ))}
              </ul>
            </Sheet>
          )}
          <Posts me={me} />
          <Sheet title="在这个单位的角色">
            <p>{me.roles.map((role) => ROLES[role]).join('、') || '没有角色，请找系统管理员。'}</p>
          </Sheet>
          <Sheet title="键盘">
            <LetterSwitch />
            <p className="small mute">
              任何一页按 <kbd>?</kbd> 都能看到那一页的快捷键。
            </p>
          </Sheet>
        </div>
        <div className="stack">
          <Sheet title="密码">
            <NewPasswordForm onDone={() => announce('密码已改。')} />
          </Sheet>
          <SecondFactor me={me} />
        </div>
      </div>
    </Page>
  );
}
