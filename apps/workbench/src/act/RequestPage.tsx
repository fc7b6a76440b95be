/** 登记复查（复核）申请: handed in here, at the organ above, by somebody whose matter this office has never seen. The number stands on their opinion. */
import { useState } from 'react';
import { Link } from 'react-router';
import { takeDownRequest } from '#contexts/casework/contract.ts';
import { FORMS } from '#contexts/casework/domain/forms.ts';
import { useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { Note } from '../shared/Note.tsx';
import { Page } from '../shared/Page.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { CommandForm } from './CommandForm.tsx';
import type { Form } from './form.ts';

const { article: _, ...request } = FORMS.requestReview!;

/** The form of the matter page, with what only this office has to be asked: which matter, and which of the two it is. */
const FORM: Form = {
  ...request,
  label: '登记复查（复核）申请',
  ask: '登记后由本机关复查（复核），三十日内要出具意见；从此可以打开这一件。确定吗？',
  fields: [
    { name: 'no', label: '信访事项编号', kind: 'text', required: true, minLength: 6, hint: '在信访人带来的处理意见书、复查意见书上' },
    {
      name: 'command',
      label: '申请什么',
      kind: 'choice',
      required: true,
      options: [
        { value: 'requestReview', label: '复查', hint: '不同意处理意见' },
        { value: 'requestRecheck', label: '复核', hint: '不同意复查意见' },
      ],
    },
    ...request.fields.filter(({ name }) => name !== 'organ'),
  ],
};

export default function RequestPage() {
  const me = useMe();
  const [done, setDone] = useState<{ readonly region: string; readonly matter: string; readonly stage: string }>();
  return (
    <Page
      title="登记复查（复核）申请"
      sentence="信访人当面交来、寄来的申请，由收到的上一级自己登记；日期以收到、邮戳为准，不用让信访人再跑一趟。"
      crumbs={[{ to: '/matters', text: '信访事项' }]}
      here="登记复查（复核）申请"
    >
      {done ? (
        <Note kind="done" title={`已登记，本件现在是“${done.stage}”。`}>
          <p>
            <Link to={`/matters/${done.region}/${done.matter}`}>打开这一件，指定承办人</Link>
          </p>
          <p>
            <button type="button" className="textual" onClick={() => setDone(undefined)}>
              再登记一件
            </button>
          </p>
        </Note>
      ) : (
        <Sheet title="申请书上写的" aside="依据：第三十五条、第三十六条" className="doing">
          <CommandForm
            draftKey="act/request"
            form={FORM}
            about={{ region: me.unit?.split('/')[0] ?? '', unit: me.unit ?? '', claims: [] }}
            send={async ({ no, command, ...fields }) => {
              setDone(await call(takeDownRequest, { body: { no: String(no), command: command as 'requestReview', fields } }));
            }}
            done={() => {}}
          />
        </Sheet>
      )}
    </Page>
  );
}
