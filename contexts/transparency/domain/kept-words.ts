/** What somebody had written in a form that was not taken: it is shown again, so that not a word is lost. */
export function writtenIn(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body)
    .filter(([name]) => !name.startsWith('_') && !UNSHOWN.includes(name))
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).filter((one): one is string => isWritten(name, one)))
    .map((value) => value.slice(0, LONGEST))
    .slice(0, MOST);
}

const isWritten = (name: string, value: unknown) => typeof value === 'string' && value.trim() !== '' && (NUMBERS.includes(name) || !CHOICE.test(value));

const UNSHOWN: readonly string[] = ['code', 'join', 'once', 'idNumber', 'parts', 'until'];
const NUMBERS: readonly string[] = ['phone', 'representatives']; // typed by hand, though they look like a choice
const CHOICE = /^[\w-]{1,40}$/u; // what a button or a list says, not a person
const LONGEST = 20_000;
const MOST = 12;
