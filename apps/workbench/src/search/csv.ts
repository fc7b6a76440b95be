/** The list as a table for a spreadsheet: what the page shows and nothing more. No name, no words of anybody. */
import type { MatterRow } from '#contexts/casework/contract.ts';
import { categoryName } from '#contexts/casework/domain/categories.ts';
import { CHANNELS } from '#kernel/channels.ts';
import { KINDS } from '#contexts/casework/domain/kinds.ts';
import { STAGES } from '#contexts/casework/domain/stages.ts';
import { todayInChina } from '../shared/dates.ts';

const HEAD = ['信访事项编号', '标题', '环节', '种类', '内容分类', '渠道', '收到日期'];

export function toCsv(rows: readonly MatterRow[]): string {
  const lines = rows.map(({ no, title, stage, kind, category, channel, receivedOn }) => [
    no,
    title,
    STAGES[stage].name,
    kind ? KINDS[kind].name : '',
    category ? categoryName(category) : '',
    CHANNELS[channel].name,
    receivedOn,
  ]);
  return [HEAD, ...lines].map((line) => line.map(cell).join(',')).join('\r\n');
}

/** Quoted; and what a spreadsheet would run as a formula is kept as words. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

export function saveCsv(rows: readonly MatterRow[]): void {
  const BOM = '\ufeff'; // or Excel takes it for another encoding
  const address = URL.createObjectURL(new Blob([BOM, toCsv(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: `信访事项-${todayInChina()}.csv` });
  link.click();
  URL.revokeObjectURL(address);
}
