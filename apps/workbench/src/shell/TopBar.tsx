/** The bar at the top: whose desk it is, the one search field, the day and whether it is a working day, and who works here. */
import { Link } from 'react-router';
import { day, weekday } from '../shared/dates.ts';
import { EchoMark, Icon } from '../shared/icons.tsx';
import { FindField } from './FindField.tsx';

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
  return (
    <header className="top">
      <Link className="brand" to={home}>
        <EchoMark />
        <span>
          回音 <small>工作台</small>
        </span>
      </Link>
      <span className="unit">{unit}</span>
      {finds && <FindField />}
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
