import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { PublicMatter, PublicResult } from '#contexts/transparency/domain/progress.ts';
import { hasEnded } from '#contexts/transparency/domain/stage-clock.ts';
import { shortDay } from '../words/dates.ts';
import { wordsOf } from '../words/index.ts';

interface Props {
  readonly frame: Frame;
  readonly matter: PublicMatter;
}

const RESULTS: readonly PublicResult[] = ['supported', 'explained', 'notSupported'];

/** What was answered on the requests, counted: the paper says why, this says what. Nothing of a paper that counts as received when it is opened. */
export function Answers({ frame, matter: { claims } }: Props) {
  const { now, progress } = wordsOf(frame);
  const results = claims.map(({ standing, result }) => (standing ? standing.said && standing.result : result));
  if (!results.some(Boolean)) return null;
  const of = (wanted: PublicResult | undefined) => results.filter((result) => result === wanted).length;
  const told = RESULTS.filter((result) => of(result) > 0).map((result) => now.answer(progress.results[result], of(result), claims.length));
  if (of(undefined) > 0) told.push(now.answer(now.unanswered, of(undefined), claims.length));
  return (
    <span className="calm">
      <a href="#claims">{`${now.answered(claims.length)}${told.join(now.between)}`}</a>
      {now.end}
      <br />
    </span>
  );
}

/** What was done last, so that nobody has to go down the page to see that something was. */
export function Latest({ frame, matter: { log, stage } }: Props) {
  const { now, progress } = wordsOf(frame);
  const last = log.at(-1);
  if (!last || hasEnded(stage)) return null;
  const { on, type, title, text } = last;
  const english = frame.language === 'en' && progress.logs[type];
  return (
    <span className="small calm">
      <br />
      {now.latest(shortDay(on, frame.language))}
      <a href="#log" {...(frame.language === 'en' && !english && { lang: 'zh-CN' })}>
        {english || title || text}
      </a>
    </span>
  );
}
