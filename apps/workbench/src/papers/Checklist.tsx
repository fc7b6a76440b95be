/** What must be there before the number: what is missing first, each with the way to it; then the last act, dashed until it can be done. */
import { Button } from 'antd';
import { useState } from 'react';
import type { PaperKind } from '#contexts/documents/domain/kind.ts';
import { signersOf } from '#contexts/documents/domain/permissions.ts';
import { hasRole, useMe } from '../session/session.tsx';
import { AskOnce } from '../act/AskOnce.tsx';
import type { Missing } from './useAutosave.ts';

interface ChecklistProps {
  kind: PaperKind;
  missing: readonly Missing[];
  unprintable: readonly { readonly character: string; readonly code: string }[];
  sign: () => Promise<void>;
  done: () => void;
  refresh: () => void;
}

export function Checklist({ kind, missing, unprintable, sign, done, refresh }: ChecklistProps) {
  const me = useMe();
  const [told, setTold] = useState(false);
  const mine = hasRole(me, ...signersOf(kind.code));
  const whole = kind.fields.filter(({ optional }) => !optional).length;
  const lacking = new Set(missing.map(({ field }) => field.split('.')[0])).size;
  const ready = missing.length === 0 && unprintable.length === 0;
  const label = kind.typeWord ? '取号并用印' : '用印';

  return (
    <aside className="sheet checklist" aria-labelledby="checklist">
      <header>
        <h2 id="checklist">
          {label}前要齐的 {whole} 样
        </h2>
      </header>
      <div className="pad lacking">
        <p className={`b ${ready ? 'ok' : 'soon'}`} style={{ fontSize: 16 }} role="status">
          {ready ? '都齐了' : `还差 ${missing.length + unprintable.length} 处`}
        </p>
        {!ready && (
          <p className="small mute">
            {whole} 样里齐了 {whole - lacking} 样
          </p>
        )}
        <div className="meter" role="img" aria-label={`${whole} 样里已齐 ${whole - lacking} 样`}>
          {kind.fields
            .filter(({ optional }) => !optional)
            .map(({ name }, at) => (
              <i key={name} className={at < whole - lacking ? 'f' : ''} />
            ))}
        </div>
        <ul>
          {missing.map(({ field, label: name, why }) => (
            <li key={field}>
              <Box />
              <div>
                <b>{name}</b>
                <span className="vh">，还缺</span>
                <span className="sub">{why}</span>
                <button type="button" className="textual small" onClick={() => goTo(field)}>
                  去写
                </button>
              </div>
            </li>
          ))}
          {unprintable.map(({ character, code }) => (
            <li key={code}>
              <Box />
              <div>
                <b>“{character}”印不出来</b>
                <span className="sub">{code}，请换一个写法</span>
              </div>
            </li>
          ))}
        </ul>
      </div>
      <div className="go">
        {ready && mine ? (
          <AskOnce
            label={label}
            ask={kind.typeWord ? '取号以后正文不能再改；号连着排，用了就不能退，改错要另出文书。确定取号吗？' : '用印以后正文不能再改。确定吗？'}
            said=""
            ready={() => true}
            send={sign}
            done={done}
            refresh={refresh}
          >
            {null}
          </AskOnce>
        ) : (
          <>
            <Button className="off" size="large" block aria-disabled="true" aria-describedby="why-not" onClick={() => setTold(true)}>
              {label}
            </Button>
            <p id="why-not" className={`small ${told ? 'soon b' : 'mute'}`}>
              {ready
                ? `《${kind.name}》要由单位负责人签发。草稿已经存好：负责人在左边“文书”里接着看这份草稿，就能${label}。`
                : `上面的都齐了才能${label}。${kind.typeWord ? '号连着排，用了就不能退；' : '用印以后正文不能再改；'}改错要另出文书。`}
            </p>
          </>
        )}
      </div>
    </aside>
  );
}

function Box() {
  return (
    <svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20" fill="none">
      <rect x="2" y="2" width="16" height="16" rx="3" stroke="#8a5200" strokeWidth="2" strokeDasharray="4 3" fill="#fff" />
    </svg>
  );
}

/** To the blank itself, or to the nearest that contains it. */
function goTo(field: string): void {
  for (let path = field; path; path = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '') {
    const place = document.querySelector(`[data-path="${CSS.escape(path)}"]`);
    if (!place) continue;
    place.scrollIntoView({ block: 'center' });
    place.querySelector<HTMLElement>('input,textarea,select')?.focus({ preventScroll: true });
    return;
  }
}
