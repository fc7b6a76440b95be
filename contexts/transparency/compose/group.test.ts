import { expect, it } from 'vitest';
import type { ProgressPage, PublicMatter } from '../domain/progress.ts';
import { memberPage } from './group.ts';

/** 联名事项的成员凭自己的码看到的一页：只有他加入的那一件. */
const matter = (subject: string, ...claims: string[]) =>
  ({
    subject,
    title: `${subject}的标题`,
    claims: claims.map((text) => ({ text })),
    clocks: [],
    log: [],
    papers: [],
    complaints: [],
    evaluation: { state: 'notDue', rated: 0 },
  }) as unknown as PublicMatter;

const page: ProgressPage = {
  version: 1,
  publishedAt: '2026-07-21T01:00:00.000Z',
  intake: { no: '990421-S-2026-0000001-X', channel: 'letter', receivedAt: '2026-07-20T01:00:00.000Z', petitioner: '张某某', people: 16, claims: 3, files: 2 },
  matters: [matter('roof', '修好屋面'), matter('lamp', '修好路灯')],
  sealed: { handedOverOn: '2026-07-21', contact: { name: '县纪委', phone: '0000-12388' } } as NonNullable<ProgressPage['sealed']>,
  opened: [],
};

it('不变量 28：一信多诉里有检举控告的，凭加入码加入的人看不出有这一部分，也看不到同一封信的别的事项', () => {
  const seen = memberPage(page, 'roof', { name: '李小红', joinedOn: '2026-07-22', rated: 0, requests: [], complaints: [] });
  expect(seen).not.toHaveProperty('sealed');
  expect(seen.matters.map(({ subject }) => subject)).toEqual(['roof']);
  expect(seen.intake).toMatchObject({ claims: 1, files: 0 });
  const told = JSON.stringify(seen);
  for (const text of ['县纪委', '路灯', '张某某', 'handedOverOn']) expect(told, text).not.toContain(text);
});
