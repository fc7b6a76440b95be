// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actOnMatter, getMatter, listObstacles, type MatterPage as Page, type Obstacle } from '#contexts/casework/contract.ts';
import { listPapers } from '#contexts/documents/contract.ts';
import { urlOf } from '../shared/call.ts';
import { stubBrowser, stubServer } from '../testing/jsdom.ts';
import { show } from '../testing/show.tsx';
import MatterPage from './MatterPage.tsx';

/** What is open stays open: an act's end closes its own form, and a late answer none. */
const KEY = { region: 'qinghe', matter: '00000000-0000-4000-8000-000000000001' };
const ADDRESS = `/matters/${KEY.region}/${KEY.matter}`;
const QUIT = { command: 'cancelCommitment', label: '退出双向承诺书', primary: true };
const NOTE = { command: 'takeNote', label: '记一笔', primary: false };
const CONSENT = { command: 'consentElectronic', label: '登记电子送达意愿', primary: false };
const WRITTEN = '电话问过，还要来一趟';

beforeEach(() => {
  stubBrowser();
  sessionStorage.clear();
});
afterEach(cleanup);

describe('一件办完，不关别的表', () => {
  it('回音还没有到齐时另开一张表：写的还在，表也还在', async () => {
    const papers = Promise.withResolvers<unknown>();
    await open({ can: [QUIT, NOTE, CONSENT] }, { can: [NOTE, CONSENT] }, { papersThen: papers.promise });
    await confirm('退出双向承诺书');
    fireEvent.click(offered().getByRole('button', { name: '登记电子送达意愿' }));
    fireEvent.click(await screen.findByLabelText('是'));
    await act(async () => papers.resolve({ papers: [], drafts: [], electronicConsent: false }));
    await settled();
    expect(screen.getByRole('form', { name: '登记电子送达意愿' })).toBeTruthy();
    expect((screen.getByLabelText('是') as HTMLInputElement).checked).toBe(true);
  });

  it('正在办的那张表一直在，办完才关上', async () => {
    const papers = Promise.withResolvers<unknown>();
    await open({ can: [QUIT, NOTE] }, { can: [NOTE] }, { papersThen: papers.promise });
    await confirm('退出双向承诺书');
    await waitFor(() => expect(offered().queryByRole('button', { name: '退出双向承诺书' })).toBeNull());
    expect(screen.getByRole('form', { name: '退出双向承诺书' })).toBeTruthy();
    expect(screen.queryByText('这一步现在不能办。')).toBeNull();
    await act(async () => papers.resolve({ papers: [], drafts: [], electronicConsent: false }));
    await waitFor(() => expect(screen.queryByRole('form', { name: '退出双向承诺书' })).toBeNull());
  });
});

describe('写到一半', () => {
  it('别人先办了，这一步没有了：说明为什么，写的还看得到', async () => {
    const { queries } = await open({ can: [NOTE] }, { can: [] }, { obstacles: [{ command: 'takeNote', label: '记一笔', why: '已经归档。', posts: false }] });
    await write();
    await act(async () => queries.invalidateQueries());
    expect(await screen.findByText('不能记一笔：已经归档。')).toBeTruthy();
    expect(screen.getByDisplayValue(WRITTEN)).toBeTruthy();
  });

  it('再取一次时网络断了：表不走', async () => {
    const { queries } = await open({ can: [NOTE] }, { status: 500, body: {} });
    await write();
    await act(async () => queries.invalidateQueries());
    await settled();
    expect(queries.getQueryState(['matter', KEY.region, KEY.matter])?.status).toBe('error');
    expect(screen.getByDisplayValue(WRITTEN)).toBeTruthy();
  });
});

/** What answers brought is drawn. */
const settled = () => act(async () => new Promise((resolve) => setTimeout(resolve, 20)));

async function write() {
  fireEvent.click(offered().getByRole('button', { name: '记一笔' }));
  fireEvent.change(await screen.findByLabelText(/写什么/), { target: { value: WRITTEN } });
}

async function confirm(label: string) {
  fireEvent.click(offered().getByRole('button', { name: label }));
  fireEvent.click(within(await screen.findByRole('form', { name: label })).getByRole('button', { name: new RegExp(`^${label}`) }));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: `确定${label}` })));
}

const offered = () => within(screen.getByRole('region', { name: '能做什么' }));

/** The page as it is first; then as it is after somebody acted. */
async function open(
  first: Partial<Page>,
  then: unknown,
  { papersThen, obstacles = [] }: { papersThen?: Promise<unknown>; obstacles?: readonly Obstacle[] } = {},
) {
  const [matters, lists] = [
    [PAGE(first), 'can' in (then as object) ? PAGE(then as Partial<Page>) : then],
    [NO_PAPERS, papersThen ?? NO_PAPERS],
  ];
  const next = (list: unknown[]) => (list.length > 1 ? list.shift() : list[0]);
  stubServer({
    [`GET ${urlOf(getMatter.url, KEY)}`]: () => next(matters),
    [`GET ${urlOf(listObstacles.url, KEY)}`]: obstacles,
    [`GET ${urlOf(listPapers.url, KEY)}`]: () => next(lists),
    [`POST ${urlOf(actOnMatter.url, KEY)}`]: () => ({ n: 8, done: [] }),
  });
  const shown = show(<MatterPage />, { at: ADDRESS, path: '/matters/:region/:matter' });
  await screen.findByRole('region', { name: '能做什么' });
  return shown;
}

const NO_PAPERS = { papers: [], drafts: [], electronicConsent: false };

const PAGE = (more: Partial<Page>): Page => ({
  ...KEY,
  no: '990421-X-2026-0000001-0',
  n: 7,
  today: '2026-11-20' as Page['today'],
  now: '2026-11-20T10:00:00+08:00',
  title: '屋面漏水',
  stage: 'performing',
  stageName: '落实中',
  kind: 'claim',
  category: null,
  channel: 'letter',
  receivedAt: '2026-09-01T01:00:00.000Z',
  firstTime: true,
  anonymous: false,
  contactKnown: true,
  electronic: false,
  people: 1,
  intakeNo: '990421-S-2026-0000001-0',
  intake: '00000000-0000-4000-8000-000000000002',
  answerable: { unit: 'qinghe/housing', name: '清和县住房和城乡建设局' },
  words: '屋面漏水，报过三次没有人来。',
  claims: [],
  parties: { masked: true, list: [] },
  handler: null,
  assignments: [],
  clocks: [],
  timeline: [],
  can: [],
  opened: [],
  ...more,
});
