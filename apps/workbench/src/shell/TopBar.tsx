/** The bar at the top: whose desk it is, the one search field, the day and whether it is a working day, and who works here. */
import { type FormEvent, useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { day, weekday } from '../shared/dates.ts';
import { EchoMark, Icon } from '../shared/icons.tsx';
import { useKeys } from '../shared/keys.ts';

export interface TopBarProps {
  home: string;
  finds: boolean; // may look for matters
  unit: string;
  person: string;
  post: string;
  today: string;
  workingDay?: boolean | undefined;
}

export function TopBar({ home, finds, unit, person, post, today, workingDay }: TopBarProps) {
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  useKeys({ '/': { does: '查找', run: () => field.current?.focus() } });

  const find = (event: FormEvent) => {
    event.preventDefault();
    const words = field.current?.value.trim() ?? '';
    if (words) navigate(`/matters?words=${encodeURIComponent(words)}`);
  };

  return (
    <header className="top">
      <Link className="brand" to={home}>
        <EchoMark />
        <span>
          回音 <small>工作台</small>
        </span>
      </Link>
      <span className="unit">{unit}</span>
      {finds && (
        <search>
          <form className="find" onSubmit={find}>
            <Icon name="search" size={16} />
            <input ref={field} type="search" aria-label="找事项：编号、说过的话" placeholder="找事项：编号、说过的话" />
            <kbd>/</kbd>
          </form>
        </search>
      )}
      <span className="day nw mute">
        {day(today)} {weekday(today)}
        {workingDay !== undefined && ` · ${workingDay ? '工作日' : '休息日'}`}
      </span>
      <Link className="me" to="/me" aria-label={`${person}，${post}，我的账号`}>
        <Icon name="person" />
        <span>
          {person} <span className="mute">{post}</span>
        </span>
      </Link>
    </header>
  );
}
