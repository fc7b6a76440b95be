/** The one search field: words are looked for, and stay in it to be refined; standing empty it offers what was opened last, when pressed or with ↓: whoever passes by with Tab meets no list. */
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link, useLocation, useNavigate } from 'react-router';
import { Icon } from '../shared/icons.tsx';
import { useKeys } from '../shared/keys.ts';
import { type Opened, recent } from './recent.ts';
import './find.css';

export function FindField() {
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const asked = pathname === '/matters' ? (new URLSearchParams(search).get('words') ?? '') : '';
  const [words, setWords] = useState(asked);
  const [offered, setOffered] = useState<readonly Opened[]>([]);
  useEffect(() => setWords(asked), [asked]);
  useKeys({ '/': { does: '查找；空着按 ↓ 选刚才打开的', run: () => field.current?.select() } });

  const isOpen = offered.length > 0 && words.trim() === '';
  const open = () => setOffered(recent().filter(({ to }) => to !== pathname));
  const close = () => setOffered([]);
  const find = (event: FormEvent) => {
    event.preventDefault();
    close();
    if (words.trim()) navigate(`/matters?words=${encodeURIComponent(words.trim())}`);
  };
  const walk = (event: KeyboardEvent) => {
    if (!isOpen) {
      if (event.key !== 'ArrowDown' || words.trim() !== '') return;
      event.preventDefault();
      flushSync(open);
      form.current?.querySelector('a')?.focus();
      return;
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      field.current?.focus();
      close();
    }
    if (!by) return;
    event.preventDefault();
    const stops = [field.current, ...(form.current?.querySelectorAll('a') ?? [])];
    stops[stops.indexOf(document.activeElement as HTMLInputElement) + by]?.focus();
  };

  return (
    <search>
      <form
        ref={form}
        className="find"
        onSubmit={find}
        onKeyDown={walk}
        onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && close()}
      >
        <Icon name="search" size={16} />
        <input
          ref={field}
          type="search"
          aria-label="找事项：编号、说过的话"
          placeholder="找事项：编号、说过的话"
          autoComplete="off"
          value={words}
          onChange={({ target }) => setWords(target.value)}
          onClick={open}
        />
        <kbd>/</kbd>
        {isOpen && (
          <nav className="recent" aria-label="刚才打开的">
            <p className="small mute">刚才打开的</p>
            {offered.map(({ to, title, no }) => (
              <Link key={to} to={to} onClick={close}>
                {title}
                <span className="sub mono">{no}</span>
              </Link>
            ))}
          </nav>
        )}
      </form>
    </search>
  );
}
