/** The answer first: how far it has come, and who owes what by when. */
import type { MatterPage } from '#contexts/casework/contract.ts';
import { day } from '../shared/dates.ts';
import type { Lead, Way } from './lead.ts';
import { Owed } from './Owed.tsx';
import { stepsOf } from './steps.ts';

interface StripProps {
  page: MatterPage;
  lead: Lead;
  onWay: (way: Way) => void;
}

export function Strip({ page, lead, onWay }: StripProps) {
  return (
    <section className="sheet strip" aria-label="办到哪一步">
      <ol className="steps">
        {stepsOf(page).map(({ name, on, state }) => (
          <li key={name} className={state} {...(state === 'now' && { 'aria-current': 'step' as const })}>
            <span className="pt" aria-hidden="true" />
            <b>{name}</b>
            <small>{on ? day(on, page.today) : state === 'now' ? '现在' : '\u00a0'}</small>
          </li>
        ))}
      </ol>
      <Owed page={page} lead={lead} onWay={onWay} />
    </section>
  );
}
