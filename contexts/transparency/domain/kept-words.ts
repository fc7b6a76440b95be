/** What somebody had written in a form that was not taken: it is shown again, so that not a word is lost. */
export function writtenIn(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body)
    .filter(([name]) => !name.startsWith('_') && !UNSHOWN.includes(name))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '' && !CHOICE.test(value))
    .map((value) => value.slice(0, LONGEST))
    .slice(0, MOST);
}

const UNSHOWN: readonly string[] = ['code', 'join', 'once', 'idNumber'];
const CHOICE = /^[\w-]{1,40}$/u; // what a button or a list says, not a person; a telephone number is quickly typed again
const LONGEST = 20_000;
const MOST = 12;
