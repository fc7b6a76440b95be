/** The first organs and accounts of a deployment, as files bring them: everything that is wrong with them, said at once and by name. */
import { ALL_ROLES, type Role } from '#kernel/roles.ts';
import type { OrganEntry } from './entry.ts';
import { ORGAN_TYPES } from './organ.ts';

export interface PersonEntry {
  readonly login: string;
  readonly name: string;
  readonly phone: string;
  readonly posts: readonly { readonly unit: string; readonly title: string; readonly roles: readonly string[] }[];
}

interface Known {
  readonly organ: (unit: string) => boolean; // is there already, by an earlier set-up
  readonly admin: boolean; // somebody keeps accounts already
  readonly mustBeAgreed?: (person: PersonEntry, unit: string, role: string) => boolean; // lets somebody new into a sealed line that is kept by others already
}

const CODE = /^[a-z][a-z0-9-]*\/[a-z0-9-]+$/;
const LOGIN = /^[a-z][a-z0-9.-]{1,39}$/;
const DIVISION = /^\d{6,12}$/;

/** @returns one Chinese sentence a mistake; none: they can be taken as they stand */
export function wrongIn(organs: readonly OrganEntry[], people: readonly PersonEntry[], known: Known): string[] {
  const codes = new Set(organs.map(({ code }) => code));
  const exists = (unit: string) => codes.has(unit) || known.organ(unit);
  return [
    ...twice(organs.map(({ code }) => code)).map((code) => `单位代码“${code}”写了两次。`),
    ...twice(people.map(({ login }) => login)).map((login) => `账号“${login}”写了两次。`),
    ...organs.flatMap((organ, at) => [...wrongInOrgan(organ, exists)].map((what) => `第 ${at + 1} 个单位（${organ.code ?? '没有代码'}）：${what}。`)),
    ...people.flatMap((person, at) =>
      [...wrongInPerson(person, exists), ...wrongInSealed(person, known)].map((what) => `第 ${at + 1} 个账号（${person.login ?? '没有账号'}）：${what}。`),
    ),
    ...(known.admin || people.some(({ posts = [] }) => posts.some(({ roles = [] }) => roles.includes('sysAdmin')))
      ? []
      : ['没有一个账号的角色是系统管理员（sysAdmin），以后没有人能建单位和账号。']),
  ];
}

const NEEDED = { name: '全称', shortName: '简称', division: '区划代码', address: '地址', phone: '电话', hours: '办公时间' } as const;

function* wrongInOrgan(organ: OrganEntry, exists: (unit: string) => boolean): Generator<string> {
  const { code, type, division, duties, parent, superiors = [], discipline, leadersDiscipline, complaintsTo } = organ;
  if (!CODE.test(code ?? '')) yield '代码（code）要写成“租户/单位”，小写字母、数字和连字符，例如 qinghe/housing';
  for (const [field, says] of Object.entries(NEEDED)) if (typeof organ[field as keyof typeof NEEDED] !== 'string') yield `没有写${says}（${field}）`;
  if (!(type in ORGAN_TYPES)) yield `没有“${type}”这种类型（type）`;
  if (division && !DIVISION.test(division)) yield '区划代码（division）是 6 至 12 位数字';
  if (!Array.isArray(duties)) yield '职责（duties）是一个列表，可以是空的';
  for (const named of [parent, ...superiors, discipline, leadersDiscipline, complaintsTo]) if (named && !exists(named)) yield `写到的单位“${named}”不在列表里`;
}

function* wrongInPerson({ login, name, phone, posts }: PersonEntry, exists: (unit: string) => boolean): Generator<string> {
  if (!LOGIN.test(login ?? '')) yield '账号（login）以小写字母开头，只用小写字母、数字、点和连字符';
  if (!name) yield '没有写姓名（name）';
  if (typeof phone !== 'string') yield '没有写办公电话（phone）';
  if (!Array.isArray(posts) || posts.length === 0) return yield '至少有一个职务（posts）';
  for (const { unit, title, roles } of posts) {
    if (!exists(unit)) yield `单位“${unit}”不在列表里`;
    if (!title) yield `在 ${unit} 没有写职务（title）`;
    for (const role of roles ?? []) if (!ALL_ROLES.includes(role as Role)) yield `没有“${role}”这个角色`;
  }
  const all = posts.flatMap(({ roles }) => roles ?? []);
  if (all.includes('sysAdmin') && all.some((role) => role !== 'sysAdmin')) yield '系统管理员（sysAdmin）不能兼别的角色（不变量 29）';
}

/** The first list of a place is everybody's word; a later one would be a way round those who keep the line (docs/adr/0063). */
function* wrongInSealed(person: PersonEntry, { mustBeAgreed = () => false }: Known): Generator<string> {
  for (const { unit, roles } of person.posts ?? [])
    for (const role of roles ?? [])
      if (mustBeAgreed(person, unit, role)) yield `${unit} 的检举控告已经有人经办，${role} 要由系统管理员在工作台提出、另一人同意，不能再用文件建立`;
}

const twice = (names: readonly string[]) => [...new Set(names.filter((name, at) => name && names.indexOf(name) !== at))];
