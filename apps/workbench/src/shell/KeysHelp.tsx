/** The sheet of keys: whatever works on this page now, and the switch for the single letters. */
import { Button, Switch } from 'antd';
import { useRef, useState } from 'react';
import { keysNow, lettersOn, switchLetters, useKeys } from '../shared/keys.ts';

export function KeysHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [keys, setKeys] = useState<[string, string][]>([]);
  const open = () => {
    setKeys(keysNow());
    dialog.current?.showModal?.();
  };
  useKeys({ '?': { does: '打开这张快捷键表', run: open } });

  return (
    <dialog ref={dialog} className="keysheet" aria-labelledby="keysheet">
      <h2 id="keysheet">这一页的快捷键</h2>
      <dl className="facts">
        {keys.map(([name, does]) => (
          <KeyLine key={name} name={name} does={does} />
        ))}
      </dl>
      <LetterSwitch />
      <Button onClick={() => dialog.current?.close()}>关闭</Button>
    </dialog>
  );
}

function KeyLine({ name, does }: { name: string; does: string }) {
  const [first = '', second] = name.split(' ');
  return (
    <>
      <dt>
        {first.split('+').map((part) => (
          <kbd key={part}>{part}</kbd>
        ))}
        {second && (
          <>
            {' 再 '}
            <kbd>{second}</kbd>
          </>
        )}
      </dt>
      <dd>{does}</dd>
    </>
  );
}

export function LetterSwitch() {
  const [on, setOn] = useState(lettersOn);
  return (
    <p className="small" style={{ display: 'flex', gap: 10, alignItems: 'center' }}>
      <Switch
        aria-label="单字母快捷键"
        checked={on}
        onChange={(next) => {
          switchLetters(next);
          setOn(next);
        }}
      />
      单字母快捷键{on ? '开着' : '关着'}。在输入框里打字时，它们不起作用。
    </p>
  );
}
