import { createHash } from 'node:crypto';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { loadMatter, partiesOf, textOf, type LoadedMatter } from '#contexts/casework/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { contentsOf } from '#platform/archive.ts';
import { findForm, findForms, insertForm, type OfficeDb } from '../store-words.ts';
import type { DocumentsNeeds } from './needs.ts';

/**
 * 单位自己的 .docx 表格: uploaded with {栏目} in it, filled from a matter and
 * handed back. It is nobody's issued paper: it has no number and no seal.
 */
export const MOST_BYTES = 2 * 1024 * 1024;
const MOST_UNPACKED = 30 * 1024 * 1024;

/** What a form may ask for, in the words that stand between its braces. */
export const FORM_FIELDS: Readonly<Record<string, string>> = {
  信访事项: '标题',
  编号: '信访事项编号',
  收件号: '收件号',
  信访人: '全部信访人的姓名',
  收到日期: '最早收到的日期',
  受理日期: '受理日期，没有受理的空着',
  内容: '登记时的原文',
  '#请求': '从这里起，每一项请求重复一遍，到 {/请求} 为止',
  请求内容: '写在 {#请求} 和 {/请求} 之间',
  请求序号: '写在 {#请求} 和 {/请求} 之间',
  承办单位: '现在的承办单位',
  承办人: '承办人姓名',
  承办人职务: '承办人职务',
  承办人电话: '承办人电话',
  本单位: '填表的单位',
  本单位地址: '填表单位的地址',
  本单位电话: '填表单位的电话',
  填表人: '您的姓名',
  今天: '填表日期',
};

const known = new Set([...Object.keys(FORM_FIELDS).map((name) => name.replace('#', ''))]);
const dbOf = ({ db }: Pick<DocumentsNeeds, 'db'>) => db.sql as OfficeDb;

export interface Inspected {
  readonly fields: readonly string[];
  readonly unknown: readonly string[]; // nothing will be filled in there
}

/** Opens a form with care: it comes from outside. @throws Refusal Invalid, saying what to change */
export function inspectForm(content: Buffer): Inspected {
  const found: string[] = [];
  openForm(content, [{ name: 'FieldLister', set: ({ inspect }: Inspecting) => found.push(...namesIn(inspect?.postparsed ?? [])) }]);
  const fields = [...new Set(found)];
  return { fields, unknown: fields.filter((name) => !known.has(name)) };
}

function openForm(content: Buffer, modules: readonly unknown[] = []): Docxtemplater {
  if (content.length > MOST_BYTES) throw new Refusal('TooLarge', '表格超过 2 MB，请删去里面的图片再传。');
  let zip: PizZip;
  try {
    zip = new PizZip(content);
  } catch {
    throw new Refusal('Invalid', '这不是 .docx 文件。请在 Word 或者 WPS 里另存为 .docx 再传。');
  }
  mustBePlain(zip);
  try {
    return new Docxtemplater(zip, { modules: modules as never[], paragraphLoop: true, errorLogging: false, linebreaks: true, nullGetter: () => '' });
  } catch (error) {
    throw new Refusal('Invalid', `表格里的花括号不成对：${explain(error)}。请改好再传。`);
  }
}

/** Asked before the library opens it, which believes what the archive says of itself. */
async function mustUnpack(content: Buffer): Promise<void> {
  if (content.length > MOST_BYTES) return; // said below
  const contents = await contentsOf(content, MOST_UNPACKED);
  if (!contents) throw new Refusal('Invalid', '这不是 .docx 文件。请在 Word 或者 WPS 里另存为 .docx 再传。');
  if (contents.total > MOST_UNPACKED) throw new Refusal('TooLarge', '表格解开以后太大，请删去里面的图片再传。');
}

/** No macros, nothing fetched from elsewhere, no entities. */
function mustBePlain(zip: PizZip): void {
  const names = Object.keys(zip.files);
  if (!names.includes('word/document.xml')) throw new Refusal('Invalid', '这不是 .docx 文件。请在 Word 或者 WPS 里另存为 .docx 再传。');
  if (names.some((name) => /vbaProject|activeX|embeddings\//i.test(name))) throw new Refusal('Invalid', '表格里有宏或者嵌入的文件，不能收。请删去再传。');
  for (const name of names.filter((one) => /\.(xml|rels)$/.test(one))) {
    const text = zip.file(name)?.asText() ?? '';
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Refusal('Invalid', '表格的格式不正常，不能收。请在 Word 或者 WPS 里另存为 .docx 再传。');
    if (name.endsWith('.rels') && fetchesFromElsewhere(text)) throw new Refusal('Invalid', '表格引用了外面的模板或者文件，不能收。请删去再传。');
  }
}

/** Tag by tag: one pattern over the whole would take hours for a text made to slow it down. */
const fetchesFromElsewhere = (text: string): boolean =>
  (text.match(/<[^<>]*>/g) ?? []).some((tag) => /TargetMode="External"/i.test(tag) && /(attachedTemplate|frame|oleObject)"/i.test(tag));

interface Place {
  readonly type: string;
  readonly value?: string;
  readonly subparsed?: readonly Place[];
}
interface Inspecting {
  readonly inspect?: { readonly postparsed?: readonly Place[] };
}

/** The library tells its modules what it has found between braces; loops hold further places. */
function namesIn(places: readonly Place[]): string[] {
  return places.flatMap(({ type, value, subparsed = [] }) => [...(type === 'placeholder' && value ? [value] : []), ...namesIn(subparsed)]);
}

function explain(error: unknown): string {
  const errors = (error as { properties?: { errors?: { properties?: { explanation?: string; context?: string } }[] } }).properties?.errors ?? [];
  return (
    errors
      .map(({ properties }) => properties?.context)
      .filter((one) => one)
      .slice(0, 3)
      .join('、') || '请检查 { 和 }'
  );
}

export async function keepForm(
  needs: DocumentsNeeds,
  name: string,
  content: Buffer,
  { unit, region, person }: Actor,
): Promise<Inspected & { version: number }> {
  await mustUnpack(content);
  const inspected = inspectForm(content);
  const newest = await findForm(dbOf(needs), unit, name);
  const version = (newest?.version ?? 0) + 1;
  const sha256 = createHash('sha256').update(content).digest('hex');
  const row = { region, unit, name, version, content, sha256, fields: inspected.fields.join('\n'), saved_by: person, saved_at: needs.now() };
  if (!(await insertForm(dbOf(needs), row))) throw new Refusal('Stale', '刚有人传了同名的表格，请刷新后再传。');
  return { version, ...inspected };
}

export const listForms = (needs: DocumentsNeeds, unit: string) => findForms(dbOf(needs), unit);

/** The form, filled with what the matter knows. */
export async function fillForm(needs: DocumentsNeeds, subject: Subject, name: string, actor: Actor): Promise<Buffer> {
  const form = await findForm(dbOf(needs), actor.unit, name);
  if (!form) throw new Refusal('NotFound', '本单位没有这个表格，请刷新页面。');
  const opened = openForm(form.content);
  opened.render(valuesOf(needs, await loadMatter(needs, subject), actor));
  return opened.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function valuesOf(needs: DocumentsNeeds, loaded: LoadedMatter, { unit, person }: Actor): Readonly<Record<string, unknown>> {
  const { matter, texts } = loaded;
  const card = matter.handler && texts.get(matter.handler.card.id);
  const handler = card ? (JSON.parse(card) as { name: string; post: string; phone: string }) : undefined;
  const { name, address, phones } = needs.signatureOf(unit);
  return {
    信访事项: textOf(texts, matter.opening?.title),
    编号: matter.opening?.no,
    收件号: matter.opening?.intakeNo,
    信访人: matter.opening?.anonymous
      ? '匿名'
      : partiesOf(loaded)
          .map((party) => party.name)
          .join('、'),
    收到日期: chinese(matter.firstReceipt),
    受理日期: chinese(matter.acceptedOn),
    内容: textOf(texts, matter.opening?.text),
    请求: matter.claims.map(({ no, text }) => ({ 请求序号: no, 请求内容: textOf(texts, text) })),
    承办单位: matter.handlingUnit && needs.organs().nameOf(matter.handlingUnit),
    承办人: handler?.name,
    承办人职务: handler?.post,
    承办人电话: handler?.phone,
    本单位: name,
    本单位地址: address,
    本单位电话: phones[0],
    填表人: needs.personOf(person),
    今天: chinese(dateInChina(needs.now())),
  };
}

function chinese(day: string | undefined): string | undefined {
  const [year, month, date] = day?.split('-').map(Number) ?? [];
  return year ? `${year}年${month}月${date}日` : undefined;
}
