import { createHash } from 'node:crypto';
import { PURPOSES, type Classification } from '#contexts/casework/index.ts';
import type { Part } from '../handle/matters.ts';
import type { Arrived } from '../handle/register.ts';
import { IMPORT_NAMES, type ImportFieldName, type Mapping } from './fields.ts';
import type { SourceRow } from './table.ts';
import { categoryIn, channelIn, kindIn, momentIn, purposeIn, yesIn } from './values.ts';

/** The desk that a file is brought in for. */
export interface ImportDesk {
  readonly unit: string;
  readonly isPetitionDept: boolean;
  readonly level: Arrived['level'];
  readonly source: string; // the system that the file comes from
}

/** A row as an arrival, with the matter that it already says it is. */
export interface ReadRow {
  readonly arrived: Arrived;
  readonly parts: readonly Part[];
}

/** A row that cannot be taken in as it is: why, in sentences that say what to change. */
export class RowTrouble extends Error {
  override readonly name = 'RowTrouble';
}

const [TITLE, TEXT, CLAIM, CLAIMS] = [80, 20_000, 2_000, 20];

/** @throws RowTrouble with every reason at once, so that a row is mended in one go */
export function readRow({ values, trouble }: SourceRow, { columns, constants }: Mapping, desk: ImportDesk, now: Date): ReadRow {
  if (trouble) throw new RowTrouble(trouble);
  const troubles: string[] = [];
  const wrong = (sentence: string) => void troubles.push(sentence);
  const given = Object.fromEntries(IMPORT_NAMES.map((name) => [name, columns[name] === undefined ? constants[name] : values[columns[name]]])) as Record<
    ImportFieldName,
    unknown
  >;
  const say = (name: ImportFieldName) => cleaned(given[name]);

  const body = say('text');
  if ([...body].length < 2) wrong('内容是空的或者不到两个字，请补上内容。');
  if ([...body].length > TEXT) wrong(`内容有${[...body].length}个字，最多${TEXT}个字，请分开或者精简。`);
  if (Object.values(given).some((value) => typeof value === 'string' && value.includes('\uFFFD'))) wrong('有认不出的字符，请把文件另存为 UTF-8 后再导入。');

  const receivedAt = given.receivedAt === undefined || say('receivedAt') === '' ? undefined : momentIn(given.receivedAt);
  if (say('receivedAt') === '') wrong('没有收到时间，期限无从起算，请补上。');
  else if (!receivedAt) wrong(`收到时间“${say('receivedAt')}”看不懂，请写成 2026-11-20 09:30 的样子。`);
  else if (receivedAt > now) wrong(`收到时间“${say('receivedAt')}”晚于现在，请核对。`);

  const channel = say('channel') === '' ? undefined : channelIn(given.channel);
  if (say('channel') === '') wrong('没有说明渠道（来信、来访、来电、网信……），请补上这一栏，或者在映射文件的 constants 中统一写明。');
  else if (!channel) wrong(`渠道“${say('channel')}”不在名单里，请写来信、来访、来电、网信、网民留言等。`);

  const people = say('people') === '' ? 1 : Number(say('people'));
  if (!Number.isInteger(people) || people < 1 || people > 100_000) wrong(`人数“${say('people')}”不是整数，请核对。`);
  const claims = claimsIn(given.claims);
  if (claims.length > CLAIMS || claims.some((claim) => [...claim].length > CLAIM)) wrong(`诉求最多${CLAIMS}项，每项最多${CLAIM}个字，请精简。`);
  const [name, phone, address] = [say('name').slice(0, 60), say('phone').slice(0, 30), say('address').slice(0, 200)];
  if (name === '' && (phone !== '' || address !== '')) wrong('有电话或者住址，没有姓名，请补上姓名；不愿留姓名的，请把电话和住址写进内容。');

  const { title, text } = titled(say('title'), body);
  const parts = partsOf(given, { title, text, claims }, wrong);
  if (troubles.length > 0) throw new RowTrouble(troubles.join(''));
  const id = say('externalId') || contentId(values);
  const place = say('place').slice(0, 200);
  const idNumber = say('idNumber');
  return {
    parts,
    arrived: {
      channel: channel!,
      receivedAt: receivedAt!,
      unit: desk.unit,
      isPetitionDept: desk.isPetitionDept,
      level: desk.level,
      title,
      text,
      claims,
      people,
      electronic: false,
      anonymous: name === '',
      parties: name === '' ? [] : [{ role: 'principal', name, ...(phone && { phone }), ...(address && { address }) }],
      external: { source: desk.source, id: id.slice(0, 120) },
      ...([...place].length >= 2 && { place }),
      ...(idNumber && { idNumber }),
    },
  };
}

/**
 * Opened and classified only where the file says both kind and category:
 * somebody has decided then. An accusation, an inquiry, thanks, and whatever the
 * file leaves open wait at the desk, where a person says what they are.
 */
function partsOf(given: Record<ImportFieldName, unknown>, words: Pick<Part, 'title' | 'text' | 'claims'>, wrong: (sentence: string) => void): Part[] {
  const [kindSaid, purposeSaid, categorySaid] = [cleaned(given.kind), cleaned(given.purpose), cleaned(given.category)];
  const purpose = purposeSaid === '' ? undefined : purposeIn(purposeSaid);
  if (purposeSaid !== '' && !purpose) wrong(`目的“${purposeSaid}”不在名单里，请写求决、申诉、意见建议、反映情况、咨询、感谢等。`);
  const kind = kindSaid === '' ? purpose && PURPOSES[purpose].kind : kindIn(kindSaid);
  if (kindSaid !== '' && !kind) wrong(`种类“${kindSaid}”不在名单里，请写申诉求决、建议意见或者检举控告。`);
  const category = categorySaid === '' ? undefined : categoryIn(categorySaid);
  if (categorySaid !== '' && !category) wrong(`内容分类“${categorySaid}”不在分类表里，请按分类表写名称或者四位代码。`);
  const implied = purpose && PURPOSES[purpose].kind;
  if (implied && kind && implied !== kind) wrong(`种类“${kindSaid}”与目的“${purposeSaid}”不一致，请核对。`);

  const waits = !kind || !category || kind === 'accusation' || category.startsWith('11') || purpose === 'inquiry' || purpose === 'thanks';
  if (waits) return [];
  const classify: Classification = {
    kind,
    purpose: purpose ?? (kind === 'claim' ? 'seekResolution' : 'suggestion'),
    category,
    also: [],
    firstTime: yesIn(given.firstTime ?? '') ?? true,
    general: false,
    litigation: false,
    simple: false,
    ownLower: false,
    evaluation: true,
  };
  return [{ ...words, claims: words.claims.length > 0 ? words.claims : [words.title], classify }];
}

/** A title too long for its line is cut, and stands whole before the text. */
function titled(given: string, text: string) {
  const one = given.replaceAll(/\s+/g, ' ');
  if ([...one].length > TITLE) return { title: `${[...one].slice(0, TITLE - 1).join('')}…`, text: `${one}\n${text}` };
  if ([...one].length >= 2) return { title: one, text };
  const start = [...text.replaceAll(/\s+/g, ' ')];
  return { title: start.length > 30 ? `${start.slice(0, 30).join('')}…` : start.join(''), text };
}

function claimsIn(given: unknown): string[] {
  const list = Array.isArray(given) ? given.map(cleaned) : cleaned(given).split(/[\n；;]+/);
  return list.map((claim) => claim.trim()).filter((claim) => [...claim].length >= 2);
}

/** Signs that no text may hold are left out: they are leftovers of other programs. */
function cleaned(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return new Date(value.getTime()).toISOString().slice(0, 16).replace('T', ' ');
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim();
}

/** Where the file has no number for a row, what it says stands for it: the same row twice is one arrival. */
const contentId = (values: Readonly<Record<string, unknown>>) => `content ${createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32)}`;
