import { signIn } from '../official.ts';
import type { Running } from '../running.ts';
import { until } from '../runtime/program.ts';
import { deliver, opinionDraft, opinionSent, startDraft } from '../refusals/papers.ts';
import { accepted, ask, CLASSIFY, done, handled, letter, type Matter, people, referred, register } from '../refusals/way.ts';

/** One thing of every kind and in every stage that a page of the workbench can show, and who looks at it. */
export interface Places {
  readonly login: string;
  readonly paths: readonly (readonly [name: string, path: string])[];
}

export const NO_MATTER = '00000000-0000-4000-8000-000000000000';
const SUGGESTION = { ...CLASSIFY, kind: 'suggestion', purpose: 'suggestion', category: '1503' };

export async function everyPlace(running: Running): Promise<Places[]> {
  const who = await people(running);
  const { clerk, triage, unitClerk, unitHead } = who;
  const page = ({ region, matter }: Matter, more = '') => `/matters/${region}/${matter}${more}`;
  const part = (classify?: object) =>
    letterOf((given) => ({ parts: [{ ...given.parts[0], classify }].map(({ classify: kind, ...rest }) => (kind ? { ...rest, classify: kind } : rest)) }));

  const waiting = await register(clerk, { parts: [] });
  const inquiry = await register(clerk, { parts: [] });
  done(await triage.post(`/api/intake/${inquiry.region}/${inquiry.intake}/keep`, { seen: await seenOf(triage, inquiry), purpose: 'inquiry' }));
  const registered = await register(clerk, part());
  const claim = await register(clerk);
  const suggestion = await register(clerk, part(SUGGESTION));
  const merged = await register(clerk);
  done(await ask(triage, merged, 'attachDuplicate', { target: claim.no, ground: 'sameText', grounds: '两封信说的是同一条巷子的同一处积水。' }));

  const awaiting = await referred(who);
  const objected = await referred(who);
  done(await ask(unitHead, objected, 'raiseObjection', { grounds: '巷口排水沟由水利局管护，见三定方案第四条' }));
  const declined = await register(unitClerk); // handed in at the unit itself: nobody sent it there, so nothing is to be objected to
  done(
    await ask(unitHead, declined, 'decline', {
      reason: 'outsideOwnAndSystem',
      remedy: '排水沟归县水利局管，可以向县水利局提出。',
      grounds: '不是本单位的职权，对照三定方案第四条。',
    }),
  );
  const taken = await accepted(who);
  const studied = await referred(who, part(SUGGESTION));
  done(await ask(unitClerk, studied, 'accept', {}));
  const inHand = await handled(who);
  const draft = await opinionDraft(who, inHand);
  const started = await startDraft(unitClerk, inHand, 'F13');
  const sent = await handled(who);
  await opinionSent(who, sent);
  const delivered = await handled(who);
  const { no, today } = await opinionSent(who, delivered);
  done(await deliver(unitHead, delivered, no, today));

  const given = letter();
  const secret = { title: '有人收红包', text: '验收的时候有人收了红包，转账截图在我手里。', claims: [], accusation: true };
  done(await clerk.post('/api/intake/register', { ...given, parts: [...given.parts, secret] }));
  const keeper = await signIn(running, 'mj01');
  let sealed = '';
  await until(async () => {
    const [row] = done(await keeper.get('/api/sealed/files')).rows;
    if (row) sealed = `/sealed/${row.region}/${row.file}`;
    return sealed !== '';
  }, 30);

  const board = { title: '青石巷排水改造', place: '青石巷巷口', phone: '县住建局 0000-622 0121', change: '排水沟改在十一月底以前完工。' };
  const { region: boardRegion, work } = done(await unitClerk.post('/api/coordination/work', { kind: 'board', step: 'open', fields: board }));

  const told = { unit: 'qinghe/housing', about: 'delay', text: '收到回执两个月，没有一个人来看过。', contact: '打电话 139 0000 1234' };
  const { region, complaint } = done(await clerk.post('/api/supervision/complaints', told));

  return [
    {
      login: 'xf04',
      paths: [
        ['信访局的案头', '/desk'],
        ['等别人', '/desk?tab=waiting'],
        ['本周办成', '/desk?tab=done'],
        ['登记来信', '/register'],
        ['登记来访', '/register?channel=visit'],
        ['来件', '/intakes'],
        ['导入', '/import'],
        ['甄别一件', `/intakes/${waiting.region}/${waiting.intake}`],
        ['答复一件咨询', `/intakes/${inquiry.region}/${inquiry.intake}`],
        ['已分件的来件', `/intakes/${claim.region}/${claim.intake}`],
        ['事项', '/matters'],
        ['信访局的文书', '/papers'],
        ['筛选后没有', '/matters?stage=archived'],
        ['查找', `/matters?words=${encodeURIComponent('青石巷')}`],
        ['查找不到', `/matters?words=${encodeURIComponent('没有人说过的话')}`],
        ['待甄别的', page(registered, '?do=classify')],
        ['待转送的', page(claim, '?do=refer')],
        ['待转送的建议', page(suggestion, '?do=assign')],
        ['已并入的', page(merged)],
        ['异议待核实的', page(objected, '?do=decideObjection')],
        ['日历与期限规则', '/calendar'],
        ['机关', '/organs'],
        ['一个机关', '/organs/qinghe/water'],
        ['我的账号', '/me'],
        ['没有这一页', '/nowhere'],
        ['没有这一件', `/matters/qinghe/${NO_MATTER}`],
      ],
    },
    {
      login: 'zj01',
      paths: [
        ['住建局的案头', '/desk'],
        ['待受理的', page(awaiting, '?do=accept')],
        ['已受理的', page(taken, '?do=startHandling')],
        ['办理中的', page(inHand)],
        ['研究中的建议', page(studied)],
        ['起草意见书', `${page(inHand)}/drafts/${draft.draft}`],
        ['起草别的文书', `${page(inHand)}/drafts/${started.draft}`],
        ['已发出的', page(sent, '?at=papers')],
        ['已送达的', page(delivered)],
        ['文书', '/papers'],
        ['评价与投诉', '/voices'],
        ['单位用语和表格', '/papers/words'],
        ['协同与督办', '/work'],
        ['已经结束的协同', '/work?open=no'],
        ['一块公示牌', `/work/${boardRegion}/${work}`],
      ],
    },
    {
      login: 'zj02',
      paths: [
        ['不予受理的', page(declined)],
        ['申请延期', `${page(inHand)}/draft/F14`],
        ['期限办理情况', '/figures'],
      ],
    },
    {
      login: 'xf06',
      paths: [
        ['投诉', '/voices'],
        ['一件投诉', `/voices/${region}/${complaint}`],
      ],
    },
    {
      login: 'xf05',
      paths: [
        ['超期清单', '/overdue'],
        ['全县的期限办理情况', '/figures'],
        ['一个数是哪些事项', `/figures/matters?month=${today.slice(0, 7)}&unit=qinghe/petition&clock=A03&how=kept`],
        ['信访局的协同与督办', '/work?tab=supervision'],
      ],
    },
    {
      login: 'mj01',
      paths: [
        ['密件', '/sealed'],
        ['一件密件', sealed],
      ],
    },
    {
      login: 'gl01',
      paths: [
        ['账号', '/accounts'],
        ['管机关的人看机关', '/organs'],
        ['导入放假通知', '/calendar'],
        ['保存期限', '/retention'],
      ],
    },
  ];
}

/** A letter of which some is otherwise, its own words kept. */
function letterOf(change: (given: ReturnType<typeof letter>) => object): Record<string, unknown> {
  const given = letter();
  return { ...given, ...change(given) };
}

const seenOf = async (official: Awaited<ReturnType<typeof signIn>>, { region, intake }: Matter): Promise<number> =>
  done(await official.get(`/api/intake/${region}/${intake}`)).n;
