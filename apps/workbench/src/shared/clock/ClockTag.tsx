/** A legal clock in words a person can act on. Shape and words say it; colour only repeats them. */
import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { todayInChina } from '../dates.ts';
import { Dial } from './Dial.tsx';
import { type ClockReading, say } from './reading.ts';

interface ClockTagProps {
  clock: ClockReading;
  today?: string;
  big?: boolean;
  second?: ReactNode; // another second line than the date
  why?: ReactNode; // the calculation; then the clock opens on hover and on focus
}

export function ClockTag({ clock, today = todayInChina(), big = false, second, why }: ClockTagProps) {
  const said = say(clock, today);
  const className = `clock ${said.tone}${big ? ' big' : ''}`;
  const face = (
    <>
      <Dial shape={said.shape} tone={said.tone} {...(clock.share !== undefined && { share: clock.share })} />
      <span>
        <b>{said.first}</b>
        <small>{second ?? said.second}</small>
      </span>
    </>
  );
  if (!why) return <div className={className}>{face}</div>;
  return (
    <Popover trigger={['hover', 'focus', 'click']} placement="bottomLeft" content={<div style={{ width: 340 }}>{why}</div>}>
      <button type="button" className={className}>
        {face}
      </button>
    </Popover>
  );
}
