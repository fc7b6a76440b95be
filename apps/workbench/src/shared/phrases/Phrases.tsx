/** 常用语 of a field of several lines, offered while one writes in it (F2, so that it is no stop on the way of the Tab key): one press puts the phrase in where one was writing; what was marked can be kept as a new one. It only writes into the field: a person reads it and decides. */
import { type RefObject, useRef, useState } from 'react';
import { useMe } from '../../session/session.tsx';
import { announce } from '../announce.tsx';
import { useKeys } from '../keys.ts';
import { dropPhrase, keepPhrase, phrasesOf } from './kept.ts';
import './phrases.css';

interface PhrasesProps {
  field: RefObject<HTMLTextAreaElement | null>;
}

export function Phrases({ field }: PhrasesProps) {
  const { person } = useMe();
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState<readonly string[]>([]);
  const [not, setNot] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  useKeys({ F2: { does: '插入常用语（在多行的栏里）', run: openWhereOneWrites } });

  const toggle = () => {
    setKept(phrasesOf(person));
    setNot(undefined);
    setOpen(!open);
    if (!open) setTimeout(() => list.current?.querySelector('button')?.focus());
  };
  const close = () => {
    setOpen(false);
    field.current?.focus();
  };
  const insert = (phrase: string) => {
    const area = field.current;
    if (!area) return;
    const { value, selectionStart, selectionEnd, maxLength } = area;
    const long = value.length - (selectionEnd - selectionStart) + phrase.length;
    if (maxLength > 0 && long > maxLength) return setNot(`放不下了：这一栏最多 ${maxLength} 字。`);
    area.setRangeText(phrase, selectionStart, selectionEnd, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true })); // as if it had been typed: the form hears of it too
    close();
  };
  const keep = () => {
    const { value = '', selectionStart: from = 0, selectionEnd: to = 0 } = field.current ?? {};
    const refused = keepPhrase(person, from < to ? value.slice(from, to) : value);
    setNot(refused);
    setKept(phrasesOf(person));
    if (!refused) announce('存为常用语了。');
  };
  const drop = (phrase: string) => {
    dropPhrase(person, phrase);
    setKept(phrasesOf(person));
  };

  return (
    <div className="phrases">
      <button type="button" className="textual" data-phrases tabIndex={-1} aria-keyshortcuts="F2" aria-expanded={open} onClick={toggle}>
        常用语 <kbd>F2</kbd>
      </button>
      {open && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from wherever one stands inside
        <div
          className="phrase-list"
          ref={list}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        >
          {kept.length > 0 && (
            <ul>
              {kept.map((phrase) => (
                <li key={phrase}>
                  <button type="button" className="phrase" onClick={() => insert(phrase)}>
                    {phrase}
                  </button>
                  <button type="button" className="textual small" aria-label={`去掉常用语：${phrase}`} onClick={() => drop(phrase)}>
                    去掉
                  </button>
                </li>
              ))}
            </ul>
          )}
          <p className="small mute">
            {kept.length === 0 && '还没有。'}
            <button type="button" className="textual" onClick={keep}>
              把选中的字（没有选就是整栏）存为常用语
            </button>
            。只存在这台设备上，只有您看得到；不要存姓名。
          </p>
          {not && (
            <p className="small wrong" role="alert">
              {not}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

/** F2 belongs to the field in which one stands. */
function openWhereOneWrites(): void {
  document.activeElement?.closest('.fld')?.querySelector<HTMLElement>('[data-phrases]')?.click();
}
