import { maskedName } from '../../../masked-name.ts';

/** De-identification by rule: the machine proposes a text without persons, and afterwards says what still leads to one. A person decides. */
export interface Known {
  readonly names: readonly string[]; // of everybody who brings the matter or speaks for them
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
}

/** Numbers that lead to a person whoever it is; what each is called, and what stands in its place. */
const NUMBERS: readonly (readonly [what: string, found: RegExp, instead: string])[] = [
  ['身份证号', /(?<!\d)(\d{17}[\dXx]|\d{15})(?!\d)/g, '（号码略）'],
  ['银行卡号', /(?<!\d)\d{16,19}(?!\d)/g, '（账号略）'],
  ['手机号', /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g, '（电话略）'],
  ['电话号码', /(?<!\d)0\d{2,3}[ -]?\d{3,4}[ -]?\d{4}(?!\d)/g, '（电话略）'],
  ['电子邮箱', /[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '（邮箱略）'],
  ['车牌号', /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5,6}(?![A-Z0-9])/g, '（车牌略）'],
  ['门牌号', /\d+(号楼|栋|幢|单元|室|组\d+号|巷\d+号|弄\d+号)(\d+单元)?(\d+(室|号|户))?/g, '某处'],
];

const PLACE = /[\u3400-\u9fff]{2,8}?(小区|社区|花园|家园|公寓|新村|村|屯|庄|苑)/gu;

/** Province, city, county, town: they lead to nobody, and the names of offices begin with them. 小区 is none of them. */
const ABOVE = /^(?:[^省市县区旗镇乡]{1,8}(?:省|市|县|旗|镇|乡|街道|(?<![小社])区))+/u;

/** What the parties' addresses say below the town, longest first: 柳林村, 翠屏小区. */
function placesOf({ addresses }: Known): readonly (readonly [string, string])[] {
  const found = addresses.flatMap((address) => [...address.replace(ABOVE, '').matchAll(PLACE)].map(([place, kind = '']) => [place, `某${kind}`] as const));
  return [...new Map(found)].sort(([one], [other]) => other.length - one.length);
}

/** The draft: every party, number and place of theirs in its standard form. */
export function deidentify(text: string, known: Known): string {
  const named = byLength(known.names).reduce((now, name) => now.replaceAll(name, maskedName(name)), text);
  const called = known.phones.reduce((now, phone) => (phone ? now.replaceAll(phone, '（电话略）') : now), named);
  const counted = NUMBERS.reduce((now, [, found, instead]) => now.replace(found, instead), called);
  return placesOf(known).reduce((now, [place, instead]) => now.replaceAll(place, instead), counted);
}

/** What still leads to a person, as one would say it; nothing: none that a rule can find. */
export function identifyingIn(text: string, known: Known): string[] {
  const squeezed = text.replaceAll(/\s/g, '');
  const holds = (part: string) => part !== '' && (text.includes(part) || squeezed.includes(part.replaceAll(/\s/g, '')));
  const names = byLength(known.names).filter(holds);
  const phones = known.phones.filter((phone) => holds(phone) && NUMBERS.every(([, found]) => !phone.match(found))); // the others are found as numbers
  const places = placesOf(known).flatMap(([place]) => (holds(place) ? [place] : []));
  const numbers = NUMBERS.flatMap(([what, found]) => [...text.matchAll(found)].map(([one]) => `${what}${one}`));
  return [...new Set([...names, ...places, ...phones, ...numbers])];
}

const byLength = (names: readonly string[]) =>
  [...new Set(names.map((name) => name.trim()).filter((name) => [...name].length > 1))].sort((a, b) => b.length - a.length);
