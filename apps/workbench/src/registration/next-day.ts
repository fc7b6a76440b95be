/** What comes next by law, with its day: passing on within 15 days (第二十二条). The rest day at the end is said, not guessed. */
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { dayAndWeekday, weekday } from '../shared/dates.ts';

const DAYS = 15;

export function nextDay(receivedAt: string): string {
  const received = receivedAt.slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(received)) return '';
  const last = addDays(received as PlainDate, DAYS);
  const rest = ['周六', '周日'].includes(weekday(last));
  return `15 日内要转出，最迟 ${dayAndWeekday(last)}${rest ? '，是休息日，顺延到下一个工作日' : ''}。`;
}
