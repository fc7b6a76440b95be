import { CHANNELS, type Channel } from '#kernel/channels.ts';
import { instantInChina, isPlainDate, type PlainDate } from '#kernel/dates.ts';
import { CATEGORIES, isCategory, KINDS, PURPOSES, type Kind, type Purpose } from '#contexts/casework/index.ts';

/** What stands in a cell, as the product knows it; undefined where it says nothing that can be used. */
export function momentIn(value: unknown): Date | undefined {
  // A spreadsheet has no time zone: what it shows is the wall clock of the office.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : new Date(value.getTime() - CHINA);
  const text = String(value).normalize('NFKC').trim();
  if (/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(text)) {
    const instant = new Date(text);
    return Number.isNaN(instant.getTime()) ? undefined : instant;
  }
  const [, year = '', month = '', day = '', hours = '0', minutes = '0', seconds = '0'] = MOMENT.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isPlainDate(date) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return new Date(instantInChina(date as PlainDate, `${hours}:${minutes}`).getTime() + Number(seconds) * 1_000);
}

const CHINA = 8 * 3_600_000;
const MOMENT =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT]*(\d{1,2})\s*[:时点]\s*(\d{1,2})?\s*(?:[:分]\s*(\d{1,2})?(?:\.\d+)?\s*秒?)?)?$/;

const CHANNEL_WORDS: Readonly<Record<string, Channel>> = {
  走访: 'visit',
  个人访: 'visit',
  集体访: 'visit',
  信件: 'letter',
  电话: 'phone',
  '12345': 'phone',
  热线: 'phone',
  网上信访: 'web',
  网上: 'web',
  门户: 'web',
  微信: 'mobile',
  小程序: 'mobile',
  app: 'mobile',
  网格: 'gridReport',
  上级转送: 'upstream',
  上级交办: 'upstream',
  转办: 'upstream',
  留言: 'messageBoard',
  领导留言板: 'messageBoard',
  人民网: 'messageBoard',
  邮件: 'email',
  邮箱: 'email',
  人大代表: 'deputy',
  政协委员: 'deputy',
};

export const channelIn = (value: unknown): Channel | undefined => {
  const text = String(value).normalize('NFKC').trim().toLowerCase();
  return byName(CHANNELS, text) ?? CHANNEL_WORDS[text];
};

export const kindIn = (value: unknown): Kind | undefined => {
  const text = String(value).trim();
  return (
    byName(KINDS, text) ??
    (
      {
        申诉求决类: 'claim',
        求决: 'claim',
        申诉: 'claim',
        建议: 'suggestion',
        意见建议: 'suggestion',
        建议意见类: 'suggestion',
        举报: 'accusation',
        检举: 'accusation',
        检举控告类: 'accusation',
      } as const
    )[text]
  );
};

export const purposeIn = (value: unknown): Purpose | undefined => byName(PURPOSES, String(value).trim());

export function yesIn(value: unknown): boolean | undefined {
  const text = String(value).trim().toLowerCase();
  if (['是', '1', 'true', 'yes', 'y', '初次', '初信', '初访'].includes(text)) return true;
  if (['否', '0', 'false', 'no', 'n', '重复', '重信', '重访'].includes(text)) return false;
  return undefined;
}

function byName<Name extends string>(table: Readonly<Record<Name, { readonly name: string }>>, text: string): Name | undefined {
  return (Object.keys(table) as Name[]).find((each) => each.toLowerCase() === text.toLowerCase() || table[each].name === text);
}

const CATEGORY_WORDS: ReadonlyMap<string, string> = new Map(
  CATEGORIES.flatMap(({ name: first, under }) =>
    under.flatMap(({ code, name }) => [[`${first}/${name}`, code] as const, ...(name === '其他' ? [] : [[name, code] as const])]),
  ),
);

/** '0304', '03.04', '城乡建设 / 物业管理', or the second level alone. */
export function categoryIn(value: unknown): string | undefined {
  const text = String(value).normalize('NFKC').replaceAll(/\s/g, '');
  const code = text.replace(/^(\d{2})\.(\d{2})$/, '$1$2');
  return isCategory(code) ? code : CATEGORY_WORDS.get(text.replaceAll(/[-—>、／]+/g, '/'));
}
