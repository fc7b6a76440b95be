/**
 * The form of the act in hand, at the top of the matter: source and clocks stay
 * in sight. Once it stands there it stays until whoever writes in it closes it
 * or has acted, whatever the page learns meanwhile.
 */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { actOnMatter, type MatterPage } from '#contexts/casework/contract.ts';
import type { CommandType } from '#contexts/casework/domain/commands.ts';
import { FORMS } from '#contexts/casework/domain/forms.ts';
import { CommandForm } from '../act/CommandForm.tsx';
import { useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { Note } from '../shared/Note.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { answersSaid } from './answers.ts';
import { useMatterKey, useObstacles, useRefreshMatter } from './useMatter.ts';

interface ActSheetProps {
  page: MatterPage;
  command: string;
  done: () => void;
  cancel: () => void;
}

export function ActSheet({ page, command, done, cancel }: ActSheetProps) {
  const me = useMe();
  const key = useMatterKey();
  const refresh = useRefreshMatter(key);
  const self = useRef<HTMLDivElement>(null);
  const form = FORMS[command as CommandType];
  const offered = page.can.some((each) => each.command === command);
  const [sent, setSent] = useState(false); // done, or being done: then of course it is not offered any more
  const opened = useRef(offered);
  if (offered) opened.current = true;

  useEffect(() => {
    self.current?.querySelector<HTMLElement>('input,textarea,select,button')?.focus();
  }, []);

  if (!form || !opened.current) return <NotNow command={command} cancel={cancel} />;
  return (
    <div ref={self} data-keep-focus className="stack tight">
      {!offered && !sent && (
        <NotNow command={command} cancel={cancel}>
          <p>您写的还在下面，可以抄走；关上以后再打开也还在。</p>
        </NotNow>
      )}
      <Sheet title={form.label} aside={form.article && `依据：${form.article}`} className="doing">
        {command === 'signAgreement' && page.answers && <p>{answersSaid(page.answers)}</p>}
        <CommandForm
          draftKey={`act/${page.region}/${page.matter}/${command}`}
          form={form}
          about={{ region: page.region, matter: page.matter, unit: me.unit ?? '', claims: page.claims, words: `${page.title}\n${page.words}` }}
          initial={known(command, page, me.unit)}
          send={async (fields) => {
            setSent(true);
            await call(actOnMatter, { params: key, body: { seen: page.n, command: command as CommandType, fields } }).catch((reason) => {
              setSent(false);
              throw reason;
            });
            await refresh();
          }}
          done={done}
          cancel={cancel}
          refresh={() => void refresh()}
        />
      </Sheet>
    </div>
  );
}

function NotNow({ command, cancel, children }: Pick<ActSheetProps, 'command' | 'cancel'> & { children?: ReactNode }) {
  const obstacles = useObstacles(useMatterKey(), true);
  const blocked = obstacles.data?.find((each) => each.command === command);
  return (
    <Note kind="refused" title={blocked ? `不能${blocked.label}：${blocked.why}` : '这一步现在不能办。'}>
      {blocked?.article && <p>依据：《信访工作条例》{blocked.article}。</p>}
      {children}
      <p>
        <button type="button" className="textual" onClick={cancel}>
          看现在能做什么
        </button>
      </p>
    </Note>
  );
}

/** What the page knows before anybody types: the claims as they stand; a promise is mostly one's own. */
function known(command: string, { claims }: MatterPage, unit: string | undefined) {
  if (command === 'accept') return { claims: claims.map(({ text }) => text) };
  return command === 'makeCommitment' && unit ? { owner: unit } : {};
}
