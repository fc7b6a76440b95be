/** What the petitioner said, in full and unchanged; who it is, masked until there is a reason to see more. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { type MatterPage, revealParties } from '#contexts/casework/contract.ts';
import { mayKnowIdentity } from '#contexts/casework/domain/identity.ts';
import { CHANNELS } from '#kernel/channels.ts';
import { useMe } from '../session/session.tsx';
import { announce } from '../shared/announce.tsx';
import { call } from '../shared/call.ts';
import { moment } from '../shared/dates.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { AnsweredCall } from '../triage/AnsweredCall.tsx';
import { Attachments } from './Attachments.tsx';
import { EarlierMatters } from './EarlierMatters.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { answersSaid } from './answers.ts';

export function Voice({ page }: { page: MatterPage }) {
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState('');
  const { region, matter } = page;
  const { roles } = useMe();
  const reveal = useMutation({
    mutationFn: () => call(revealParties, { params: { region, matter }, body: { purpose: purpose.trim() } }),
    onSuccess: () => {
      setAsking(false);
      announce('已显示姓名和联系方式，这次查看已经留痕。');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (purpose.trim().length >= 4) reveal.mutate();
  };
  const parties = reveal.data ?? page.parties.list;

  return (
    <Sheet title="信访人的话" aside={`${CHANNELS[page.channel].name} · ${moment(page.receivedAt, page.today)}收到 · 收件号 ${page.intakeNo}`}>
      {page.performsOnly ? (
        <p className="mute">{page.words}</p>
      ) : (
        <>
          <blockquote className="voice">{page.words}</blockquote>
          <Attachments page={page} />
        </>
      )}
      <dl className="facts small" style={{ marginTop: 12 }}>
        {page.anonymous && (
          <>
            <dt>信访人</dt>
            <dd>匿名</dd>
          </>
        )}
        {parties.map((party, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of the list is what a party is
          <PartyLine key={at} {...party} />
        ))}
        {page.people > 1 && (
          <>
            <dt>人数</dt>
            <dd>
              {page.people} 人{page.members !== undefined && `；${page.members} 人自己加入了名册，名单不给单位看`}
              {(page.membersSigned ?? 0) > 0 && `；${page.membersSigned} 人各自签了双向承诺书，只算本人，不签没有任何影响`}
              {page.answers && <div>{answersSaid(page.answers)}</div>}
            </dd>
          </>
        )}
        <dt>送达</dt>
        <dd>
          {page.electronic ? '同意电子送达' : '没有同意电子送达，要用纸面'}
          {page.contactKnown ? '' : '；姓名或者住址不清，凭查询码公布'}
        </dd>
      </dl>
      {page.can.some(({ command }) => command === 'recordRepeat') && <EarlierMatters region={page.region} intake={page.intake} />}
      {page.kind === 'suggestion' && <AnsweredCall region={page.region} intake={page.intake} />}
      {page.parties.masked &&
        mayKnowIdentity(roles) &&
        !reveal.data &&
        !page.anonymous &&
        (asking ? (
          <form className="stack tight" style={{ marginTop: 12 }} onSubmit={submit}>
            <TextInput
              label="为什么要看"
              required
              value={purpose}
              onChange={setPurpose}
              max={200}
              autoFocus
              placeholder="例如：电话约见面时间"
              hint="会记入本件；信访人看得到是哪个单位、什么时候看的。"
            />
            {reveal.error && <Trouble error={reveal.error} />}
            <div className="acts">
              <Button htmlType="submit" aria-disabled={purpose.trim().length < 4}>
                查看
              </Button>
              <Button onClick={() => setAsking(false)}>不看了</Button>
            </div>
          </form>
        ) : (
          <p className="small" style={{ marginTop: 8 }}>
            姓名和联系方式已遮盖，
            <button type="button" className="textual" onClick={() => setAsking(true)}>
              写明事由后查看
            </button>
          </p>
        ))}
    </Sheet>
  );
}

function PartyLine({ role, name, phone, address, note }: MatterPage['parties']['list'][number]) {
  return (
    <>
      <dt>{role}</dt>
      <dd>{[name, phone, address, note].filter(Boolean).join('，')}</dd>
    </>
  );
}
