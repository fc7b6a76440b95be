/** The form of the act in hand, at the top of the matter: source and clocks stay in sight. */
import { useEffect, useRef } from 'react';
import { actOnMatter, type MatterPage } from '#contexts/casework/contract.ts';
import type { CommandType } from '#contexts/casework/domain/commands.ts';
import { FORMS } from '#contexts/casework/domain/forms.ts';
import { CommandForm } from '../act/CommandForm.tsx';
import { useMe } from '../session/session.tsx';
import { call } from '../shared/call.ts';
import { Note } from '../shared/Note.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import { useMatterKey, useRefreshMatter } from './useMatter.ts';

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
  const blocked = page.cannot.find((each) => each.command === command);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another command is another form, and its first field takes the focus
  useEffect(() => {
    self.current?.querySelector<HTMLElement>('input,textarea,select,button')?.focus();
  }, [command]);

  if (!form || !offered) {
    return (
      <Note kind="refused" title={blocked ? `不能${blocked.label}：${blocked.why}` : '这一步现在不能办。'}>
        {blocked?.article && <p>依据：《信访工作条例》{blocked.article}。</p>}
        <p>
          <button type="button" className="textual" onClick={cancel}>
            看现在能做什么
          </button>
        </p>
      </Note>
    );
  }
  return (
    <div ref={self} data-keep-focus>
      <Sheet title={form.label} aside={form.article && `依据：${form.article}`} className="doing">
        <CommandForm
          key={command}
          draftKey={`act/${page.region}/${page.matter}/${command}`}
          form={form}
          about={{ region: page.region, unit: me.unit ?? '', claims: page.claims, words: `${page.title}\n${page.words}` }}
          initial={known(command, page, me.unit)}
          send={async (fields) => {
            await call(actOnMatter, { params: key, body: { seen: page.n, command: command as CommandType, fields } });
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

/** What the page knows before anybody types: the claims as they stand; a promise is mostly one's own. */
function known(command: string, { claims }: MatterPage, unit: string | undefined) {
  if (command === 'accept') return { claims: claims.map(({ text }) => text) };
  return command === 'makeCommitment' && unit ? { owner: unit } : {};
}
