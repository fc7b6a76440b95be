/** Signing in: password, then the code of the phone, then a password of one's own where the first was given. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { getSignInPage, OIDC_REFUSALS, type SignInNext } from '#contexts/directory/contract.ts';
import { call } from '../shared/call.ts';
import { EchoMark } from '../shared/icons.tsx';
import { Note } from '../shared/Note.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { DemoBar } from '../shell/DemoBar.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { NewPasswordForm } from './NewPasswordForm.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondForm } from './SecondForm.tsx';
import { useForgetAll } from './session.tsx';
import './sign-in.css';

type Step = 'first' | SignInNext['next'];

export default function SignInPage() {
  const [asked] = useSearchParams();
  const [step, setStep] = useState<Step>(asked.get('step') === 'password' ? 'password' : 'first');
  const [failures, setFailures] = useState(0);
  const page = useQuery({ queryKey: ['sign-in'], queryFn: () => call(getSignInPage, {}), retry: false });
  const navigate = useNavigate();
  const forget = useForgetAll();
  document.title = '登录 · 回音工作台';

  const enter = async () => {
    await forget();
    navigate(safeBack(asked.get('back')), { replace: true });
  };
  const goOn = async ({ next, failuresBefore }: SignInNext) => {
    setFailures((before) => failuresBefore || before);
    if (next === 'done') await enter();
    else setStep(next);
  };
  const refused = (OIDC_REFUSALS as Readonly<Record<string, string>>)[asked.get('refused') ?? '']; // a code, never words from an address

  return (
    <main className="sign-in">
      <section className="sheet" aria-labelledby="sign-in">
        <div className="pad">
          <p className="mark">
            <EchoMark size={40} />
          </p>
          <h1 id="sign-in">回音工作台</h1>
          <p className="mute">件件有着落，事事有回音。</p>
          {refused && <Note kind="refused" title={refused} />}
          {page.error && <Trouble error={page.error} again={() => page.refetch()} />}
          {failures > 0 && (
            <Note kind="care" title={`上次登录以来，这个账号有 ${failures} 次输错。`}>
              不是您输的，请马上改密码，并告诉系统管理员。
            </Note>
          )}
          {step === 'first' && <PasswordForm onNext={goOn} />}
          {step === 'second' && <SecondForm onNext={goOn} onBack={() => setStep('first')} />}
          {step === 'password' && <NewPasswordForm onDone={enter} />}
          {step === 'first' && page.data?.oidc && (
            <Button block size="large" href={page.data.oidc.start}>
              {page.data.oidc.label}
            </Button>
          )}
        </div>
      </section>
      {step === 'first' && page.data?.demo && <DemoAccounts onNext={goOn} />}
      <DemoBar />
    </main>
  );
}

/** Only a path of this workbench, never an address that somebody put into the link. */
function safeBack(back: string | null): string {
  return back?.startsWith('/') && !back.startsWith('//') && !back.startsWith('/sign-in') ? back : '/desk';
}
