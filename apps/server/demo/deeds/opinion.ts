import { addDays, dateInChina } from '#kernel/dates.ts';
import { splitSentence } from '../words.ts';
import type { Doing } from './deed.ts';

/** The heart of an opinion: one answer a claim, with what was found, what follows from it, and on what it rests (第三十二条). */
export function opinionRows(doing: Doing): Record<string, string>[] {
  const { deed, matter, at, stage } = doing;
  if (deed.step?.do !== 'issueOpinion') throw new Error('No opinion here');
  const { answers, performance } = deed.step;
  const performer = stage.directory().nameOf(performance?.by ?? deed.by);
  const performBy = addDays(dateInChina(at), performance?.dueDays ?? 30);
  return matter.claims.map(({ wish }, index) => {
    const answer = answers.find(({ claim }) => claim === index + 1) ?? answers[index]!;
    const [found, follows] = splitSentence(answer.facts);
    const facts = answers.length === 1 ? [findingsUntil(doing), found].filter(Boolean).join('\n') : found;
    const opinion = follows || (answer.result === 'supported' ? (performance?.plan ?? '') : '') || LAST_WORD[answer.result];
    return {
      no: String(index + 1),
      claim: wish,
      facts,
      result: answer.result,
      opinion,
      basis: answer.basis,
      performer: '',
      performBy: '',
      ...(answer.result === 'supported' && { performer, performBy }),
    };
  });
}

const LAST_WORD = {
  supported: '您的请求有事实和法律依据，予以支持。',
  explained: '以上情况向您说明。',
  notSupported: '您的请求缺少事实或者法律依据，不予支持。',
} as const;

/** What the investigation had shown by then, in the words of its records. */
export const findingsUntil = ({ matter, deed }: Doing): string =>
  matter.path
    .slice(0, deed.index)
    .flatMap((step) => (step.do === 'recordInvestigation' ? [step.record] : []))
    .join('\n');
