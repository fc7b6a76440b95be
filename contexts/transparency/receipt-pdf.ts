import { renderReceipt, type openPress } from '#contexts/documents/index.ts';
import type { FilingNeeds, Receipt, Site } from '#contexts/intake/index.ts';
import { addDays, dateInChina, daysBetween } from '#kernel/dates.ts';
import { chinese, chineseBeside, clockTime, shortChinese } from '#kernel/words.ts';

const KINDS: Readonly<Record<Receipt['purpose'], string>> = {
  seek: '请求解决问题（申诉求决）',
  suggestion: '建议意见',
  accusation: '检举控告',
  inquiry: '咨询',
  thanks: '感谢',
};

/** 收件回执 (F02) as PDF, from what the page shows: no name, the code the largest thing on it. */
export function receiptPdfWith(press: ReturnType<typeof openPress>): NonNullable<FilingNeeds['receiptPdf']> {
  return (receipt, site, queryUrl) => renderReceipt(press, dataOf(receipt, site, queryUrl));
}

function dataOf({ intakeNo, code, receivedAt, purpose, claims, files, next, proof }: Receipt, site: Site, queryUrl: string) {
  const at = new Date(receivedAt);
  const { from, counted, last } = next;
  const parts = [KINDS[purpose], claims > 0 && `${claims}项请求`, files > 0 && `材料${files}份`].filter(Boolean);
  return {
    organ: site.host.name.zh,
    intakeNo,
    queryCode: code.replaceAll(' ', ''),
    receivedAt: `${chinese(dateInChina(at))}${clockTime(at)}，网上提出`,
    receivedOn: dateInChina(at),
    kind: parts.join('，'),
    responsible: `${site.host.name.zh} ${site.host.phone}`,
    nextStep: '转到该管的单位，并通知您',
    nextStepBy: { on: last, rolled: counted !== last, provisional: next.provisional },
    calculation: `${shortChinese(from)}收到，当天不算，从${chineseBeside(addDays(from, 1), from)}起数${daysBetween(from, counted)}日，到${chineseBeside(counted, from)}${counted === last ? '' : `；这天休息，顺延到${chineseBeside(last, from)}`}。《信访工作条例》第二十二条第一款`,
    complaint: `打${site.supervision.name.zh} ${site.supervision.phone}，或者到${site.host.address.zh}当面问`,
    privacy: '本回执不印您的姓名。您的信息只用于办理这件事，谁看过可以凭查询码查。',
    queryUrl,
    verify: { url: queryUrl.replace(/\/follow#.*$/, '/proof'), check: checkOf(proof.hash) },
  };
}

/** The first sixteen characters, in fours, as on paper: 8F2C 41A9 D07E 5B63. */
const checkOf = (hash: string) =>
  hash
    .slice(0, 16)
    .toUpperCase()
    .replaceAll(/(.{4})(?=.)/g, '$1 ');
