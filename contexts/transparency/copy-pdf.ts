import { plainSheet, type openPress } from '#contexts/documents/index.ts';
import type { Site } from '#contexts/intake/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import { chinese } from '#kernel/words.ts';
import type { ProgressPage } from './domain/progress.ts';
import { HELD_NAMES, WISH_NAMES } from './domain/mine-names.ts';

export type CopyPdf = (page: ProgressPage, site: Site, now: Date) => Promise<Uint8Array>;

/** The petitioner's copy as PDF: what the page shows, their own words in full, nothing of anybody else. */
export function copyPdfWith(press: ReturnType<typeof openPress>): CopyPdf {
  return async (page, site, now) => {
    const facts = { organ: site.host.name.zh, issuedOn: dateInChina(now) };
    const values = { no: page.intake.no, sections: sectionsOf(page), note: NOTE };
    return press().typeset('copy', plainSheet('copy', values, facts)).pdf;
  };
}

const NOTE =
  '本副本依照《个人信息保护法》第四十五条提供，由您凭查询码取得，请自己收好。其中没有别人的身份信息和机关内部的意见。有写错的，可以请求更正；不必再保存的，可以请求删除；不同意答复的，可以向人民法院起诉（第五十条第二款）。';

type Rows = readonly (readonly [string, string])[];

function sectionsOf({ mine, matters, opened, intake }: ProgressPage): { readonly title: string; readonly rows: Rows }[] {
  const sections: { title: string; rows: Rows }[] = [
    { title: '一、保存了哪些信息', rows: (mine?.held ?? []).map(({ kind, count, since }) => [HELD_NAMES[kind], `${count} 项，${chinese(since)}起`]) },
  ];
  const own = mine?.own;
  if (own) {
    const claims = own.claims.map((claim, index) => [`请求 ${index + 1}`, claim] as const);
    const who = [own.name, own.phone, own.address].filter(Boolean).join('，');
    sections.push({
      title: '二、您提供的',
      rows: [['您', who || '（没有留）'], ['标题', own.title], ['内容', own.text], ...claims, ['材料', own.files.join('\n') || '没有']],
    });
  }
  for (const matter of matters) {
    const papers = matter.papers.map(({ title, no, on }) => `${chinese(on)} ${title}${no ?? ''}`);
    const log = matter.log.map(({ on, text }) => `${chinese(on)} ${text}`);
    sections.push({
      title: `办理经过：${matter.no}`,
      rows: [
        ['经过', log.join('\n')],
        ['文书', papers.join('\n') || '还没有'],
      ],
    });
  }
  const complaints = matters.flatMap((matter) => matter.complaints);
  if (complaints.length > 0)
    sections.push({
      title: '您提过的监督投诉',
      rows: complaints.map(({ on, organ, said, answer }) => [
        chinese(on),
        [`由${organ}处理`, said && `您说：${said}`, answer ? `${chinese(answer.on)}答复：${answer.text}` : '还没有答复'].filter(Boolean).join('\n'),
      ]),
    });
  sections.push({
    title: '谁打开过（到机关）',
    rows: opened.length > 0 ? opened.map(({ organ, times, lastOn }) => [organ, `${times} 次，最近 ${chinese(lastOn)}`]) : [['查阅', '还没有机关打开过']],
  });
  if (mine && mine.requests.length > 0)
    sections.push({
      title: '您提过的个人信息请求',
      rows: mine.requests.map(({ on, wish, answer }) => [
        WISH_NAMES[wish],
        `${chinese(on)}提出；${answer ? `${chinese(answer.on)}答复：${answer.text}` : '还没有答复'}`,
      ]),
    });
  return sections.filter(({ rows }) => rows.length > 0).map((section) => ({ ...section, title: section.title || intake.no }));
}
