/**
 * How intake and matter numbers are written (documents.md §2):
 * `{region6}-S-{yyyy}-{seq7+}-{check}`, 收件号, and with X 信访事项编号.
 * The check character is ISO 7064 MOD 37,36 over the rest without its dashes:
 * it finds every single wrong character and nearly every swap of two.
 */
export type NumberKind = 'S' | 'X'; // 收件, 信访事项

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const FORM = /^(\d{6})-([SX])-(\d{4})-(\d{7,})-([0-9A-Z])$/;

export interface NumberParts {
  readonly region6: string; // division code of the registering organ; all tenants with this code share one series
  readonly kind: NumberKind;
  readonly year: number;
  readonly sequence: number;
}

/** The series under which such numbers are leased: one a division code and year, leased under the code. */
export const seriesOf = (kind: NumberKind, year: number) => `${kind}-${year}`;

export function writeNumber({ region6, kind, year, sequence }: NumberParts): string {
  const body = `${region6}-${kind}-${year}-${String(sequence).padStart(7, '0')}`;
  return `${body}-${checkOf(body.replaceAll('-', ''))}`;
}

/** As people type it: small letters, blanks, long dashes, full width. Undefined when it is no number or its check fails. */
export function readNumber(typed: string): NumberParts | undefined {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\s/g, '')
    .replaceAll(/[‐-―−]/g, '-');
  const [, region6, kind, year, sequence, check] = FORM.exec(text) ?? [];
  if (!region6 || !kind || !year || !sequence || checkOf(`${region6}${kind}${year}${sequence}`) !== check) return undefined;
  return { region6, kind: kind as NumberKind, year: Number(year), sequence: Number(sequence) };
}

function checkOf(body: string): string {
  let product = 36;
  for (const character of body) {
    const sum = (product + ALPHABET.indexOf(character)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET[(37 - product) % 36]!;
}
