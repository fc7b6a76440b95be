import { beforeAll, describe, expect, it } from 'vitest';
import { boxKeysOf, keysOfCode, newQueryCode } from '#contexts/intake/index.ts';
import type { Kysely } from 'kysely';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import type { Database, Query } from '#platform/database.ts';
import { delivered, onTime, overdue, pageOf, sealed } from '../../test/portal-stories.ts';
import { startPortalServer, type PortalServer } from '../../test/portal-server.ts';
import { keys, REGION } from '../../test/portal.ts';
import { visit, type Visitor } from '../../test/visitor.ts';
import type { Message, MessageKind } from './domain/messages.ts';
import type { ProgressPage } from './domain/progress.ts';
import { publish } from './publish.ts';
import { siteOf } from './sites.ts';
import { deleteExpired } from './store.ts';
import { takeMessages, type Handlers } from './take.ts';

let portal: PortalServer;
let worker: Database;
beforeAll(async () => {
  portal = await startPortalServer();
  worker = portal.as('huiyin_worker');
  portal.time = new Date('2026-09-22T02:00:00Z');
});

const prefix = () => siteOf(portal.needs.directory.current(), REGION, {}).prefix;

async function publishedAs(page: ProgressPage, code = newQueryCode(prefix())): Promise<string> {
  const { id, box } = keysOfCode(portal.needs.pepper, 'query', code);
  await publish(
    worker.sql,
    { region: REGION, code_hmac: id, code_key: box.publicKey, expires_at: new Date('2030-01-01'), revoked_at: null },
    page,
    portal.time,
  );
  return code;
}

async function withCode(code: string): Promise<Visitor> {
  const visitor = visit(portal.origin);
  await visitor.open('/follow');
  await visitor.send('/follow', { code });
  return visitor;
}

/** Everything that was said, in order; marks it taken in the office's role. */
async function heard(): Promise<Message[]> {
  const office = portal.as('huiyin_office');
  const all: Message[] = [];
  const hear = async ({ message }: { message: Message }, done: Query) => {
    all.push(message);
    await office.send(done);
  };
  const handlers = Object.fromEntries(
    (['rating', 'supplement', 'complaint', 'contact', 'electronicDelivery', 'opened', 'review'] as MessageKind[]).map((kind) => [kind, hear]),
  ) as unknown as Handlers;
  const failed = (_: string, error: unknown) => {
    throw error;
  };
  const keepRefused = (at: Date) => new Date(at.getTime() + 180 * 864e5);
  await takeMessages({ db: office, boxKeys: boxKeysOf(keys.boxes), now: () => portal.time, keepRefused, failed }, REGION, handlers);
  return all;
}

describe('凭查询码看进度', () => {
  it('不变量 21 SC049 环节、负责的单位和人、期限怎么算、文书、下一步、怎么投诉，都在一页', async () => {
    const { page } = await withCode(await publishedAs(pageOf([onTime])));
    expect(page.path).toBe('/progress');
    for (const text of [
      '正在办理。县水利局最迟 ',
      '10月8日（周四）',
      '期限内，还有',
      '清和县水利局',
      '李某某，农村供水科科长',
      'tel:00006220132',
      '8月3日（周一）受理',
      '当天不算，8月4日是第1天',
      '60日',
      '《信访工作条例》第三十四条',
      '10月2日（周五）',
      '国庆节放假，10月2日至10月7日',
      '10月8日（周四）是最后一天',
      '受理告知书',
      '清水信受告〔2026〕12号',
      '给您一份处理意见书',
      '投诉拖延或态度不好',
      '不经过县水利局',
      '2家单位，最近一次9月17日',
    ])
      expect(page.html, text).toContain(text);
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('超期的直说超期、几天、谁的责任，可以越级投诉；对来件人没有一处标红的词', async () => {
    const { page } = await withCode(await publishedAs(pageOf([overdue])));
    for (const text of [
      '超期了。柳河镇政府应当在 ',
      '已经超期',
      '11<span>天</span>',
      '责任在办理单位，不在您',
      '向临水市信访局投诉拖延',
      'href="/complain/1?to=above"',
    ])
      expect(page.html, text).toContain(text);
    for (const never of ['缠访', '闹访', '无理', '重点人员', '息访', '请耐心等待']) expect(page.html).not.toContain(never);
  });

  it('产品默认的日子不写成法律，过了也不叫超期', async () => {
    const clock = {
      ...onTime.clocks[0]!,
      id: 'A34' as const,
      targetOn: '2026-09-10' as const,
      legalOn: '2026-09-10' as const,
      dutyEvidence: 'P' as const,
      lengthEvidence: 'P' as const,
    };
    const { page } = await withCode(await publishedAs(pageOf([{ ...onTime, clocks: [clock] }])));
    expect(page.html).toContain('法律没有规定，是本系统的默认');
    expect(page.html).toContain('这不是法定期限');
    expect(page.html).not.toContain('超期了。');
  });

  it('一次提出的几件事，一个码看全；检举部分只有“已移交”和联系电话', async () => {
    const { page } = await withCode(await publishedAs(pageOf([onTime, overdue], { sealed: sealed.sealed! })));
    for (const text of ['您说的事分成3件办', onTime.title, overdue.title, '其中检举控告的部分', '移交', '0000-622 0190']) expect(page.html).toContain(text);
  });

  it('不变量 28 只有检举的，没有路线图、没有环节、没有单位', async () => {
    const { page } = await withCode(await publishedAs(sealed));
    expect(page.html).toContain('已移交密封办理');
    for (const never of ['路线图', '现在由谁负责', '正在办理', '谁看过我的事']) expect(page.html).not.toContain(never);
  });

  it('码不进网址、不进页面；关掉浏览器以后要重新输', async () => {
    const code = await publishedAs(pageOf([onTime]));
    const visitor = await withCode(code);
    expect(visitor.page.path).not.toContain(code);
    expect(visitor.page.html).not.toContain(code);
    expect([...visitor.cookies.values()].join()).not.toContain(code);
    await visit(portal.origin).open('/progress');
    const fresh = visit(portal.origin);
    await fresh.open('/progress');
    expect(fresh.page.path).toBe('/follow');
  });

  it('停了30分钟没动，为了保密要重新输', async () => {
    const visitor = await withCode(await publishedAs(pageOf([onTime])));
    portal.time = new Date(portal.time.getTime() + 31 * 60_000);
    await visitor.open('/progress');
    expect(visitor.page.path).toBe('/follow');
  });

  it('退出并清除，什么都不留', async () => {
    const visitor = await withCode(await publishedAs(pageOf([onTime])));
    await visitor.send('/leave', {});
    expect(visitor.cookies.has('query')).toBe(false);
  });

  it('错的、没有的、过期的，一样的说法、一样的步骤；试10次以后要等；没填、少填、多填的，说差几位，不算一次', async () => {
    portal.time = new Date(portal.time.getTime() + 60 * 60_000);
    const expired = await publishedAs(pageOf([onTime]));
    const { id, box } = keysOfCode(portal.needs.pepper, 'query', expired);
    await publish(
      worker.sql,
      { region: REGION, code_hmac: id, code_key: box.publicKey, expires_at: new Date('2026-01-01'), revoked_at: null },
      pageOf([onTime]),
      portal.time,
    );
    const guesser = visit(portal.origin);
    await guesser.open('/follow');
    const pages: string[] = [];
    for (const guess of [expired, newQueryCode(prefix()), `ZZZ${newQueryCode('')}`, '9BH 7K3MQ 9XD2B']) {
      const html = await guesser.send('/follow', { code: guess });
      expect(guesser.page.status).toBe(404);
      pages.push(
        html
          .replaceAll(/您填的是.*?<\/b>/g, '')
          .replaceAll(/还可以试\d+次/g, '')
          .replaceAll(/value="[^"]+"/g, ''),
      );
    }
    expect(new Set(pages).size).toBe(1);
    for (const [slip, said] of [
      ['', '还没有填查询码'],
      ['9BH 7K3MQ 9XD2', '少了1位，查询码是13位'],
      ['9BH 7K3MQ 9XD2B 3', '多了1位，查询码是13位'],
    ] as const) {
      expect(await guesser.send('/follow', { code: slip })).toContain(said);
      expect(guesser.page.status).toBe(422); // a slip of the pen, not a guess: no try is taken
    }
    for (let tries = 0; tries < 6; tries += 1) await guesser.send('/follow', { code: newQueryCode(prefix()) });
    const right = await publishedAs(pageOf([onTime]));
    await guesser.open('/follow');
    const refused = await guesser.send('/follow', { code: right });
    expect(guesser.page.status).toBe(429);
    expect(refused).toContain('输错的次数太多');
    portal.time = new Date(portal.time.getTime() + 16 * 60_000);
  });

  it('不变量 39 查询码到期，公开的进度删掉（其余保管期限以后）', async () => {
    const code = newQueryCode(prefix());
    const { id, box } = keysOfCode(portal.needs.pepper, 'query', code);
    await publish(
      worker.sql,
      { region: REGION, code_hmac: id, code_key: box.publicKey, expires_at: new Date('2026-09-01'), revoked_at: null },
      pageOf([onTime]),
      portal.time,
    );
    expect(await deleteExpired(worker.sql, REGION, portal.time)).toBeGreaterThan(0);
    const left = await worker.sql.selectFrom('transparency.progress').select('region').where('expires_at', '<=', portal.time).execute();
    expect(left).toEqual([]);
  });

  it('补发了新码，旧码就看不到了', async () => {
    const code = await publishedAs(pageOf([onTime]));
    const { id, box } = keysOfCode(portal.needs.pepper, 'query', code);
    await publish(
      worker.sql,
      { region: REGION, code_hmac: id, code_key: box.publicKey, expires_at: new Date('2030-01-01'), revoked_at: portal.time },
      pageOf([onTime]),
      portal.time,
    );
    const { page } = await withCode(code);
    expect(page.status).toBe(404);
    portal.time = new Date(portal.time.getTime() + 16 * 60_000);
  });
});

it('不变量 36 每天的存证：很久以前的也查得到，不写日期的列最近31天；写错的日期照常列', async () => {
  const root = portal.as('postgres').sql as unknown as Kysely<{ 'proof.root': Record<string, unknown> }>;
  const rows = Array.from({ length: 40 }, (_, at) => {
    const some = Buffer.alloc(32, at);
    const rest = { first: at, last: at, leaves: at + 1, root: some, chained: some, signature: some, key: 1, made_at: portal.time };
    return { region: REGION, kind: 'history', day: addDays('2026-07-20', at), ...rest };
  });
  await root.insertInto('proof.root').values(rows).execute();
  const shown = async (query: string) => [...(await visit(portal.origin).open(`/proof${query}`)).matchAll(/，(\d+)条办理/g)].map(([, count]) => Number(count));
  expect(await shown('')).toEqual(Array.from({ length: 31 }, (_, at) => 40 - at));
  expect(await shown('?until=2026-07-21')).toEqual([2, 1]);
  expect(await visit(portal.origin).open('/proof')).toContain('href="/proof?until=2026-07-28"'); // the earlier ones
  expect(await shown('?until=2026-07-28')).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  for (const odd of ['?until=2026-13-45', '?until=昨天', '?until=1&until=2']) expect(await shown(odd), odd).toHaveLength(31);
  expect(await visit(portal.origin).open('/proof?until=2020-01-01')).toContain('这一天和以前都没有');
});

describe('凭查询码说', () => {
  it('不变量 24 SB078 两家单位分开评，什么都不预先选；不选不收', async () => {
    const visitor = await withCode(await publishedAs(pageOf([delivered])));
    const page = await visitor.open('/rate/1');
    expect(page).not.toContain('checked');
    expect(page).toContain('不评就记“未评价”，不会算成满意。');
    const again = await visitor.send('/rate/1', { text: '写了几句', call: 'no' });
    expect(visitor.page.status).toBe(422);
    expect(again).toContain('写了几句');
    const thanks = await visitor.send('/rate/1', {
      petitionDept: 'satisfied',
      handlingUnit: 'dissatisfied',
      fault: ['tooSlow', 'notEachClaim', '乱写的'],
      text: '拖了两个月',
      call: 'yes',
    });
    expect(thanks).toContain('收到了您的评价');
    expect(await heard()).toEqual([
      {
        kind: 'rating',
        subject: delivered.subject,
        callBack: true,
        petitionDept: { grade: 'satisfied', faults: [] },
        handlingUnit: { grade: 'dissatisfied', faults: ['notEachClaim', 'tooSlow'], text: '拖了两个月' },
      },
    ]);
  });

  it('评价期没开、已过的，评不上', async () => {
    const early = await withCode(await publishedAs(pageOf([onTime])));
    expect(await early.open('/rate/1')).toContain('现在不能评');
    const visitor = await withCode(await publishedAs(pageOf([{ ...delivered, evaluation: { ...delivered.evaluation, until: '2026-09-21' } }])));
    await visitor.open('/rate/1');
    await visitor.send('/rate/1', { petitionDept: 'satisfied' });
    expect(visitor.page.status).toBe(409);
    expect(await heard()).toEqual([]);
  });

  it('停得太久、或者认不出是本人提交的，写的字都还给他，怎么办说得清；没有一页叫人刷新（不变量 21）', async () => {
    const visitor = await withCode(await publishedAs(pageOf([onTime])));
    await visitor.open('/complain/1');
    const form = visitor.page.html;
    visitor.cookies.delete('_csrf');
    const unsure = await visitor.send('/complain/1', { about: 'delay', to: 'supervision', text: '催了三次没人理' });
    expect(visitor.page.status).toBe(403);
    for (const said of ['这一步没有办成', '回到首页', '您刚才写的，一个字没有丢', '催了三次没人理']) expect(unsure, said).toContain(said);
    expect(unsure).not.toContain('刷新');
    await visitor.open('/complain/1');
    visitor.cookies.delete('query');
    const left = await visitor.send('/complain/1', { about: 'delay', to: 'supervision', text: '第四次催<br>' });
    for (const said of ['停了30分钟没有动', '第四次催&lt;br&gt;', 'action="/follow"']) expect(left, said).toContain(said);
    const files = await visitor.upload('/supplement', { text: '昨天又停水了' }, [{ name: '水管.pdf', bytes: Buffer.from('%PDF-1.4') }]);
    expect(files).toContain('昨天又停水了');
    const roster = await visitor.send('/roster/1', { representatives: '3' });
    for (const said of ['停了30分钟没有动', '刚才交的没有收下', '>3</textarea>']) expect(roster, said).toContain(said);
    const signed = await visitor.send('/commitment/1', { parts: 'a b', until: '2027-01-01', agreed: 'yes', step: 'sign' });
    expect([signed.includes('刚才交的没有收下'), signed.includes('textarea')]).toEqual([true, false]); // nothing was typed, and it is said that it was not signed
    const joining = await visitor.send('/join/name', { join: 'ABC', once: '', name: '陈小满', phone: '13900001234' });
    for (const said of ['>陈小满</textarea>', '>13900001234</textarea>', 'action="/join"']) expect(joining, said).toContain(said);
    expect(await heard()).toEqual([]);
    expect(form).not.toContain('刷新');
  });

  it('SC050 投诉送到办理单位以外；可以直接送上一级；没写的退回来，选的都在', async () => {
    const visitor = await withCode(await publishedAs(pageOf([overdue])));
    await visitor.open('/complain/1?to=above');
    const back = await visitor.send('/complain/1', { about: 'delay', text: ' ', to: 'above' });
    expect(back).toContain('请写几句话');
    expect(back).toMatch(/value="delay"[^>]*checked|checked[^>]*value="delay"/);
    await visitor.send('/complain/1', { about: 'delay', text: '超期十一天，没人打电话', to: 'above' });
    expect(await heard()).toEqual([{ kind: 'complaint', subject: overdue.subject, about: 'delay', text: '超期十一天，没人打电话', to: 'above' }]);
  });

  it('凭查询码请求复查：两个机关可选，没写理由的退回来；过了期限要写明为什么', async () => {
    const organs = [
      { unit: 'qinghe/government', name: '清和县人民政府' },
      { unit: 'linshui/water', name: '临水市水利局' },
    ];
    const asking = (until: PlainDate) => pageOf([{ ...delivered, canAsk: { instance: 'review', until, organs } }]);
    const visitor = await withCode(await publishedAs(asking('2026-10-20')));
    expect(await visitor.open('/progress/1')).toContain('在这里请求复查');
    expect(await visitor.open('/review/1')).toContain('临水市水利局');
    expect(await visitor.send('/review/1', { organ: 'linshui/water', grounds: ' ' })).toContain('请写几句话');
    const thanks = await visitor.send('/review/1', { organ: 'linshui/water', grounds: '管网改造费不该收', newFacts: '', excuse: '' });
    expect(thanks).toContain('收到了您的复查请求');
    const said = { kind: 'review', subject: delivered.subject, instance: 'review', organ: 'linshui/water' };
    expect(await heard()).toEqual([{ ...said, grounds: '管网改造费不该收' }]);

    const late = await withCode(await publishedAs(asking('2026-09-01')));
    expect(await late.open('/review/1')).toContain('已经过了');
    expect(await late.send('/review/1', { organ: 'linshui/water', grounds: '不该收' })).toContain('请写明为什么现在才提出');
    await late.send('/review/1', { organ: 'elsewhere/organ', grounds: '不该收', excuse: '住院' });
    expect(await heard()).toEqual([{ kind: 'review', subject: delivered.subject, instance: 'review', grounds: '不该收', excuse: '住院' }]);
    const none = await withCode(await publishedAs(pageOf([onTime])));
    expect(await none.open('/review/1')).toContain('现在不能在这里提出');
  });

  it('补充的文件有一份不能收，写的字都在，没有送出', async () => {
    const visitor = await withCode(await publishedAs(pageOf([onTime])));
    await visitor.open('/supplement');
    const page = await visitor.upload('/supplement', { text: '昨天又停水了' }, [{ name: '视频.mp4', bytes: Buffer.from('not a video') }]);
    expect(visitor.page.status).toBe(422);
    expect(page).toContain('昨天又停水了');
    expect(page).toContain('视频.mp4：');
    await visitor.upload('/supplement', { text: '昨天又停水了' }, []);
    expect(await heard()).toEqual([{ kind: 'supplement', subject: onTime.subject, text: '昨天又停水了', files: [] }]);
  });

  it('不变量 20 电子送达要明说；不说就不算同意', async () => {
    const visitor = await withCode(await publishedAs(pageOf([onTime])));
    await visitor.open('/contact');
    expect(visitor.page.html).toContain('现在：没有同意用电子方式送达');
    await visitor.send('/electronic-delivery', {});
    expect(await heard()).toEqual([]);
    await visitor.open('/contact');
    await visitor.send('/electronic-delivery', { consented: 'yes' });
    expect(await heard()).toEqual([{ kind: 'electronicDelivery', consented: true }]);
  });

  it('凭码送达的文书，按了按钮才算收到；别的下载不算', async () => {
    const { blobs } = portal.needs;
    const { keepFile } = await import('#platform/blobs-seal.ts');
    const kept = await keepFile(blobs, Buffer.from('%PDF-1.7 受理告知书'), 1_000_000);
    const file = { blob: kept.blob, key: kept.key.toString('base64'), bytes: kept.bytes };
    const enclosed = [{ name: '修好的路面.jpg', type: 'image/jpeg', file }];
    const papers = onTime.papers.map((paper, index) => ({ ...paper, file, ...(index === 0 ? { enclosed } : { enclosures: 2 }) }));
    const visitor = await withCode(await publishedAs(pageOf([{ ...onTime, papers }])));
    expect(visitor.page.html).toContain('您打开的这天算收到');
    for (const text of ['修好的路面.jpg', '另有附件 2 个']) expect(visitor.page.html).toContain(text);
    expect(await visitor.open('/progress/1/paper/1/file/1')).toContain('%PDF-1.7');
    for (const none of ['1/file/2', '2/file/1']) {
      await visitor.open(`/progress/1/paper/${none}`);
      expect(visitor.page.path).toBe('/progress');
    }
    expect(await visitor.open('/progress/1/paper/1')).toContain('%PDF-1.7');
    await visitor.open('/progress/1/paper/2');
    expect(visitor.page.path).toBe('/progress');
    expect(await heard()).toEqual([]);
    expect(await visitor.send('/progress/1/paper/2', {})).toContain('%PDF-1.7');
    expect(await heard()).toEqual([{ kind: 'opened', subject: onTime.subject, document: 'document/1', on: '2026-09-22' }]);
  });
});
