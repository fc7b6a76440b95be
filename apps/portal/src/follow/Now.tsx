import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import { drivingClock, stateOf } from '#contexts/transparency/domain/light.ts';
import type { PublicMatter } from '#contexts/transparency/domain/progress.ts';
import { hasEnded } from '#contexts/transparency/domain/stage-clock.ts';
import { day } from '../words/dates.ts';
import { nameIn, wordsOf } from '../words/index.ts';

/** One thing that the petitioner may do now, and until when. */
interface May {
  readonly href: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** Under the sentence: what is the petitioner's own to do or to leave, each with its last day. What has no day of its own stands further down. */
export function Now({ frame, mays }: { readonly frame: Frame; readonly mays: readonly May[] }) {
  if (mays.length === 0) return null;
  return (
    <section className="may" aria-labelledby="may">
      <h2 id="may">{wordsOf(frame).now.title}</h2>
      <ul>
        {mays.map(({ href, label, hint }) => (
          <li key={href}>
            <a href={href}>
              <b>{label}</b>
              {hint && <span>{hint}</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function mayNow(frame: Frame, matter: PublicMatter, at: number): readonly May[] {
  const { now, progress, commitment, heard, roster, terms } = wordsOf(frame);
  const { canAsk, evaluation, papers, may = [], publication } = matter;
  const { offer, signed } = matter.commitment ?? {};
  const here = at + 1;
  const last = (on: Parameters<typeof day>[0]) => day(on, frame.language);
  const mays: May[] = [];
  if (papers.some(({ opens, file }) => opens && file)) mays.push({ href: '#papers', label: now.open, hint: now.openHint });
  if (canAsk && !hasEnded(matter.stage)) {
    const hint = canAsk.until < frame.today ? now.askLate : now.askUntil;
    mays.push({ href: `/review/${here}`, label: now.ask[canAsk.instance], hint: hint(last(canAsk.until)) });
  }
  if (offer && (!signed || signed.cancelledOn)) mays.push({ href: `/commitment/${here}`, label: commitment.link, hint: now.until(last(offer.until)) });
  if (matter.group?.role === 'member' && matter.group.withdrawal === 'asked')
    mays.push({ href: `/roster/${here}`, label: roster.withdrawalLink, hint: roster.withdrawalHint });
  const agreement = matter.group?.role === 'member' ? matter.group.agreement : undefined;
  if (agreement?.said === 'asked') mays.push({ href: `/roster/${here}`, label: terms.link, hint: terms.hint });
  if (agreement?.said === 'agreed') mays.push({ href: `/roster/${here}`, label: terms.agreedLink, hint: terms.agreedHint });
  mays.push(...undoing(frame, matter, here));
  if (may.includes('challengePanel')) mays.push({ href: `/ask/challengePanel/${here}`, label: heard.challenge });
  if (may.includes('objectPublication'))
    mays.push({ href: `/ask/objectPublication/${here}`, label: heard.object, hint: publication?.until && now.until(last(publication.until)) });
  if (evaluation.state === 'open')
    mays.push({
      href: `/rate/${here}`,
      label: evaluation.rated > 0 ? progress.rateAgain : progress.rate,
      hint: [evaluation.rated > 0 && progress.rated, evaluation.until && progress.rateUntil(last(evaluation.until))]
        .filter(Boolean)
        .join(frame.language === 'en' ? '; ' : '；'),
    });
  return [...mays, ...above(frame, matter, here)];
}

/** Withdrawn: it can be taken back while its clock runs, by whoever brought it; of a group by any of them. */
function undoing(frame: Frame, { stage, clocks }: PublicMatter, here: number): May[] {
  if (stage !== 'withdrawn') return [];
  const { now, follow } = wordsOf(frame);
  const right = clocks.find(({ id, outcome }) => id === 'A39' && !outcome);
  return [{ href: `/withdraw/${here}`, label: follow.ask.undoWithdraw[0]!, hint: right && now.undoUntil(day(right.legalOn, frame.language)) }];
}

/** A duty of the law is broken: whoever is above can be told at once. */
function above(frame: Frame, matter: PublicMatter, here: number): May[] {
  const { now, progress } = wordsOf(frame);
  const clock = drivingClock(matter, frame.today);
  const line = frame.site.above;
  if (!line || !clock || stateOf(clock, frame.today) !== 'late') return [];
  return [{ href: `/complain/${here}?to=above`, label: progress.complaintAbove(nameIn(frame, line.name)), hint: now.aboveHint }];
}
