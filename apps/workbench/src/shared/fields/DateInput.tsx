/** A date in China: typed or chosen; below it the weekday and how far it is from today, so that a slip is seen. */
import { daysBetween, type PlainDate } from '#kernel/dates.ts';
import { day, todayInChina, weekday } from '../dates.ts';
import { Field } from './Field.tsx';

interface DateInputProps {
  label: string;
  value: string | undefined;
  onChange: (value: string) => void;
  required?: boolean | undefined;
  hint?: string | undefined;
  wrong?: string | undefined;
  time?: boolean; // with the time of day
  min?: string | undefined;
  max?: string | undefined;
}

export function DateInput({ label, value = '', onChange, required, hint, wrong, time = false, min, max }: DateInputProps) {
  const told = [value && sayDay(value.slice(0, 10)), hint].filter(Boolean).join(' · ');
  return (
    <Field label={label} required={required} hint={told || undefined} wrong={wrong}>
      {(ids) => (
        <input
          {...ids}
          className="in"
          type={time ? 'datetime-local' : 'date'}
          value={value}
          min={min}
          max={max}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

/** 周四，3 天前 */
export function sayDay(date: string, today: PlainDate = todayInChina()): string {
  const away = daysBetween(today, date as PlainDate);
  if (Number.isNaN(away)) return '';
  const when = away === 0 ? '今天' : away > 0 ? `${away} 天后` : `${-away} 天前`;
  return `${day(date, today)} ${weekday(date)}，${when}`;
}
