import { AS, EARLIER, NAMED, PURPOSES, WAYS, WHOM, type Answers } from './answers.ts';
import type { Step } from './step.ts';

/** Something to mend before the next question: at which field, and what. The words are in the portal's catalogue. */
export interface Problem {
  readonly field: string;
  readonly code: ProblemCode;
  readonly count?: number; // characters too many, digits too few
}

export type ProblemCode =
  | 'choosePurpose'
  | 'writeStory'
  | 'tooLong'
  | 'writeWhere'
  | 'writeClaim'
  | 'chooseEarlier'
  | 'chooseWhom'
  | 'writeCount'
  | 'writePerson'
  | 'chooseAs'
  | 'writePrincipal'
  | 'chooseNamed'
  | 'writeName'
  | 'phoneShort'
  | 'phoneLong'
  | 'phoneOdd'
  | 'idOdd'
  | 'chooseWay'
  | 'phoneForWay'
  | 'writeAddress'
  | 'writeText'
  | 'choosePhoneOrAddress';

/** No answer is cut: what is too long stays as typed, and the page says by how much. */
export const LENGTHS: Readonly<Record<string, number>> = {
  title: 60,
  story: 5_000,
  where: 200,
  claim: 500,
  earlierWhere: 500,
  name: 50,
  principal: 50,
  address: 200,
  text: 5_000,
};

const CHECKS: Record<Step, (answers: Answers) => (Problem | undefined)[]> = {
  purpose: ({ purpose }) => [among(PURPOSES, purpose, 'purpose', 'choosePurpose')],
  story: ({ title, story }) => [written(story, 'story', 'writeStory'), fits(title, 'title'), fits(story, 'story')],
  place: ({ where, town }) => [town ? undefined : written(where, 'where', 'writeWhere'), fits(where, 'where')],
  claims: ({ claims = [], purpose }) => [
    needsClaim(purpose) && claims.length === 0 ? { field: 'claim-1', code: 'writeClaim' } : undefined,
    ...claims.map((claim, at) => fits(claim, `claim-${at + 1}`, LENGTHS.claim)),
  ],
  earlier: ({ earlier, earlierWhere }) => [among(EARLIER, earlier, 'earlier', 'chooseEarlier'), fits(earlierWhere, 'earlierWhere')],
  files: () => [],
  whom: ({ whom }) => [among(WHOM, whom, 'whom', 'chooseWhom')],
  group: ({ count, people = [] }) => [
    /^\d{1,5}$/.test(count ?? '') && Number(count) >= 2 ? undefined : { field: 'count', code: 'writeCount' },
    people.some(({ name, phone }) => name && phone) ? undefined : { field: 'person-1', code: 'writePerson' },
    ...people.map(({ phone }, at) => (phone ? phoneProblem(phone, `person-${at + 1}-phone`) : undefined)),
  ],
  agent: ({ as, principal }) => [among(AS, as, 'as', 'chooseAs'), written(principal, 'principal', 'writePrincipal'), fits(principal, 'principal')],
  contact: ({ named, name, idNumber }) => [
    among(NAMED, named, 'named', 'chooseNamed'),
    named === 'yes' ? written(name, 'name', 'writeName') : undefined,
    named === 'yes' ? fits(name, 'name') : undefined,
    named === 'yes' && idNumber && !isIdNumber(idNumber) ? { field: 'idNumber', code: 'idOdd' } : undefined,
  ],
  way: ({ way, phone }) => [
    phone ? phoneProblem(phone, 'phone') : way === 'counter' || way === 'web' ? { field: 'phone', code: 'phoneForWay' } : undefined,
    among(WAYS, way, 'way', 'chooseWay'),
  ],
  address: ({ address }) => [written(address, 'address', 'writeAddress'), fits(address, 'address')],
};

export function problemsOf(step: Step, answers: Answers): readonly Problem[] {
  return CHECKS[step](answers).filter((problem) => problem !== undefined);
}

const needsClaim = (purpose: string | undefined) => purpose === 'seek' || purpose === 'suggestion';

function among(list: readonly string[], value: string | undefined, field: string, code: ProblemCode): Problem | undefined {
  return value && list.includes(value) ? undefined : { field: `${field}-1`, code };
}

function written(value: string | undefined, field: string, code: ProblemCode): Problem | undefined {
  return value?.trim() ? undefined : { field, code };
}

export function fits(value: string | undefined, field: string, most = LENGTHS[field] ?? 200): Problem | undefined {
  const length = [...(value ?? '')].length;
  return length > most ? { field, code: 'tooLong', count: length - most } : undefined;
}

/** A mobile has 11 digits and begins with 1; anything else passes as a fixed line of 7 to 12. */
export function phoneProblem(phone: string, field: string): Problem | undefined {
  const digits = phone.replaceAll(/[\s+()（）-]/g, '').replace(/^86(?=1\d{10}$)/, '');
  if (!/^\d+$/.test(digits)) return { field, code: 'phoneOdd' };
  if (/^1[3-9]/.test(digits)) {
    if (digits.length < 11) return { field, code: 'phoneShort', count: 11 - digits.length };
    return digits.length > 11 ? { field, code: 'phoneLong', count: digits.length - 11 } : undefined;
  }
  return digits.length < 7 || digits.length > 12 ? { field, code: 'phoneOdd' } : undefined;
}

/** 18 characters with the check character of GB 11643; passports and other papers go in as they are. */
function isIdNumber(text: string): boolean {
  const id = text.trim().toUpperCase();
  if (!/^\d{17}[\dX]$/.test(id)) return /^[A-Z0-9]{5,20}$/.test(id) && !/^\d{15,19}X?$/.test(id);
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  return '10X98765432'[sum % 11] === id[17];
}
