/** The list as a table for a spreadsheet: what the page shows and nothing more. No name, no words of anybody. */
import { categoryName } from '#contexts/casework/domain/categories.ts';
import { CHANNELS, type Channel } from '#kernel/channels.ts';
import { KINDS, type Kind } from '#contexts/casework/domain/kinds.ts';
import { type Stage, STAGES } from '#contexts/casework/domain/stages.ts';
import { todayInChina } from '../shared/dates.ts';

const HEAD = ['信访事项编号', '标题', '环节', '种类', '内容分类', '渠道', '收到日期'];

export interface CsvRow {
  readonly no: string;
  readonly title: string;
  readonly stage: string;
  readonly kind: string | null;
  readonly category: string | null;
  readonly channel: string;
  readonly receivedOn: string;
}

export function toCsv(rows: readonly CsvRow[]): string {
  const lines = rows.map(({ no, title, stage, kind, category, channel, receivedOn }) => [
    no,
    title,
    STAGES[stage as Stage]?.name ?? stage,
    kind ? (KINDS[kind as Kind]?.name ?? kind) : '',
    category ? categoryName(category) : '',
    CHANNELS[channel as Channel]?.name ?? channel,
    receivedOn,
  ]);
  return [HEAD, ...lines].map((line) => line.map(cell).join(',')).join('\r\n');
}

/** Quoted; and what a spreadsheet would run as a formula is kept as words. */
function cell(text: string): string {
  const harmless = /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

export function saveCsv(rows: readonly CsvRow[]): void {
  const BOM = '\ufeff'; // or Excel takes it for another encoding
  const address = URL.createObjectURL(new Blob([BOM, toCsv(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: `信访事项-${todayInChina()}.csv` });
  link.click();
  URL.revokeObjectURL(address);
}
