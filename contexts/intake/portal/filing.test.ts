import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { boxKeysOf } from '#contexts/intake/index.ts';
import { CLAIMS, codeOn, fillIn, PERSON, STORY } from '../../../test/filing.ts';
import { startPortalServer, type PortalServer } from '../../../test/portal-server.ts';
import { keys, REGION } from '../../../test/portal.ts';
import { visit } from '../../../test/visitor.ts';
import { takeArrivals, type Arrival } from './take.ts';

let portal: PortalServer;
beforeAll(async () => {
  portal = await startPortalServer();
});

const arrivals = async (): Promise<Arrival[]> => {
  const db = portal.as('huiyin_office');
  const found: Arrival[] = [];
  const failed = (_: string, error: unknown) => {
    throw error;
  };
  await takeArrivals({ db, boxKeys: boxKeysOf(keys.boxes), now: () => portal.time, failed }, REGION, async (arrival) => void found.push(arrival));
  return found;
};

describe('网上提出，不用脚本', () => {
  it('SB042 从头填到尾，当场拿到收件号和查询码，日期算给您看', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    expect(visitor.page.html).toContain('核对一遍，再提交');
    for (const words of [...CLAIMS, '换完后村东7户早晚没有水', '张守田', PERSON.address]) expect(visitor.page.html).toContain(words);
    expect(visitor.page.html).toContain('2026年8月4日（周二）');

    const receipt = await visitor.send('/file/submit', {});
    expect(visitor.page.path).toBe('/receipt');
    expect(receipt).toMatch(/990421-S-2026-\d{7}-[0-9A-Z]/);
    expect(codeOn(receipt)).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
    expect(receipt).toContain('最迟8月4日（周二）');
    expect(receipt).not.toContain('张守田');

    const [arrival] = await arrivals();
    expect(arrival?.letter.filing).toMatchObject({
      purpose: 'seek',
      story: STORY,
      claims: CLAIMS,
      person: { name: '张守田', phone: '13900001234' },
      delivery: { way: 'post', address: PERSON.address },
    });
    expect(receipt).toContain(arrival!.letter.intakeNo);
  });

  it('看不见的倒写标记：页面上照打字的次序显示，交到办公网的一字不改', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    await visitor.open('/file/story?back=review');
    await visitor.send('/file/story', { title: '', story: '欠我\u202e008\u202c元', back: 'review', then: 'next' });
    expect(visitor.page.html).toContain('欠我008元');
    await visitor.send('/file/submit', {});
    expect((await arrivals()).some(({ letter }) => letter.filing.story === '欠我\u202e008\u202c元')).toBe(true);
  });

  it('提交后马上凭查询码查，看得到已收到、由谁负责', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    const code = codeOn(await visitor.send('/file/submit', {}));
    const other = visit(portal.origin);
    await other.open('/');
    const page = await other.send('/follow', { code: code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l') });
    expect(page).toContain('收到了，正在转到办公网登记');
    expect(page).toContain('0000-622 0110');
    expect(other.page.headers.get('cache-control')).toBe('no-store');
  });

  it('不变量 44 同一份按两次提交，只登记一次，回执一样', async () => {
    const before = (await arrivals()).length;
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    const again = visit(portal.origin);
    for (const [name, value] of visitor.cookies) again.cookies.set(name, value);
    await again.open('/file/review');
    const [one, two] = await Promise.all([visitor.send('/file/submit', {}), again.send('/file/submit', {})]);
    expect(codeOn(one)).toHaveLength(13);
    expect(codeOn(two)).toBe(codeOn(one));
    expect((await arrivals()).length).toBe(before + 1);
    await again.open('/file/review');
    expect(codeOn(again.page.html)).toBe(codeOn(one));
  });

  it('匿名也登记；文书凭查询码看，不用选送达办法', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    await visitor.open('/file/contact?back=review');
    await visitor.send('/file/contact', { named: 'no', name: '', idNumber: '', back: 'review', then: 'next' });
    expect(visitor.page.path).toBe('/file/review');
    await visitor.send('/file/submit', {});
    const filing = (await arrivals()).at(-1)!.letter.filing;
    expect(filing.person).toBeUndefined();
    expect(filing.delivery).toEqual({ way: 'code' });
  });

  it('不变量 20 只有选了“在网上看”，才记下同意电子送达', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    await visitor.open('/file/way?back=review');
    await visitor.send('/file/way', { phone: PERSON.phone, way: 'web', back: 'review', then: 'next' });
    await visitor.send('/file/submit', {});
    expect((await arrivals()).at(-1)!.letter.filing.delivery).toEqual({ way: 'web', consent: { to: 'electronicDelivery', at: portal.time.toISOString() } });
  });

  it('不变量 26 一起反映的，写人数和联系人；网上不限5人', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    await visitor.open('/file/whom?back=review');
    await visitor.send('/file/whom', { whom: 'group', back: 'review', then: 'next' });
    expect(visitor.page.path).toBe('/file/group?back=review');
    await visitor.send('/file/group', {
      count: '137',
      person: ['张守田', '李桂枝'],
      personPhone: ['13900001234', '13900005678'],
      back: 'review',
      then: 'next',
    });
    await visitor.send('/file/submit', {});
    expect((await arrivals()).at(-1)!.letter.filing.group).toEqual({
      count: 137,
      people: [
        { name: '张守田', phone: '13900001234' },
        { name: '李桂枝', phone: '13900005678' },
      ],
    });
  });

  it('填错的说清楚错在哪，填的都留着', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    await visitor.open('/file/way');
    const page = await visitor.send('/file/way', { phone: '1390000123', then: 'next' });
    expect(visitor.page.status).toBe(422);
    expect(page).toContain('有2处要改一下，才能到下一题');
    expect(page).toContain('手机号少了1位，应当是11位');
    expect(page).toContain('value="1390000123"');
    expect(page).toContain('<title>有2处要改 - 怎么把结果告诉您？');
  });

  it('文字里的标记和代码，只当文字', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    await visitor.open('/file/story?back=review');
    const nasty = `<script>alert(1)</script>'; drop table intake.arrival; --\u0000`;
    await visitor.send('/file/story', { story: nasty, title: '<b>标题</b>', back: 'review', then: 'next' });
    expect(visitor.page.html).not.toContain('<script>alert');
    expect(visitor.page.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    await visitor.send('/file/submit', {});
    expect((await arrivals()).at(-1)!.letter.filing.story).toBe(`<script>alert(1)</script>'; drop table intake.arrival; --`);
  });

  it('凭回执上的校验值、签名、公布的公钥和门户上下载的程序，不用问任何人就能证明交过', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    const receipt = await visitor.send('/file/submit', {});
    const [hash = '', signature = ''] = [...receipt.matchAll(/class="hash">([^<]+)</g)].map(([, text = '']) => text);
    const published = await visitor.open('/proof');
    const publicKey = /class="hash">([^<]+)</.exec(published)?.[1] ?? '';
    const [program = ''] = /\/proof\/verify-receipt\.ts/.exec(published) ?? [];
    const downloaded = join(mkdtempSync(join(tmpdir(), 'huiyin-check-')), 'verify-receipt.ts');
    writeFileSync(downloaded, await (await fetch(portal.origin + program)).text());
    const check = (line: string) => spawnSync(process.execPath, [downloaded, line, publicKey], { encoding: 'utf8' });
    expect(check(`${hash}:${signature}`).stdout).toContain('签名有效');
    expect(check(`${hash.replace(/^./, (first) => (first === '0' ? '1' : '0'))}:${signature}`).status).toBe(1);
  });

  it('别的网站替您提交的，不收', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${portal.origin}/file/submit`, {
      method: 'POST',
      headers: { cookie, origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      body: '',
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('这次提交来自别的网站');
  });
});
