/** What somebody wrote here and could not save, beside the draft as it is now: each blank can be taken over, or copied by hand. */
import { Button } from 'antd';
import type { Value } from '#contexts/documents/domain/field.ts';
import { Note } from '../shared/Note.tsx';
import type { Unsaved } from './unsaved.ts';

interface UnsavedNoteProps {
  unsaved: readonly Unsaved[];
  take: (field: string, value: Value) => void;
  close: () => void;
}

export function UnsavedNote({ unsaved, take, close }: UnsavedNoteProps) {
  return (
    <Note kind="care" title={`您上次写的有 ${unsaved.length} 处没有存上，和现在的草稿不一样`}>
      <ul className="stack tight">
        {unsaved.map(({ field, value, words }) => (
          <li key={field.name}>
            <b>{field.label}</b>
            <p className="unsaved-words">{words}</p>
            <Button onClick={() => take(field.name, value)} aria-label={`${field.label}：换成我写的`}>
              换成我写的
            </Button>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="textual" onClick={close}>
          不用了，就按现在的草稿
        </button>
      </p>
    </Note>
  );
}
