import type { Page } from 'playwright-core';
import { CLAIMS, PERSON, STORY } from '../filing.ts';
import { refusedSayings } from '../portal-stories.ts';

/** The way through every page of the portal, and which of them differ most. */
export const JOIN = '8G6AAAAABBBBB'; // the code with which one joins a matter of several

const STATIC = [
  '/',
  '/file',
  '/follow',
  '/resume',
  '/join',
  '/notices',
  '/rechecks',
  '/offices',
  '/offices?q=水',
  '/law',
  '/ways',
  '/privacy',
  '/accessibility',
  '/accusation',
  '/feedback',
  '/proof',
  '/v/0000000000000000',
  '/nowhere',
];

/** What a holder of each code can open beside its map. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  delivered: ['/rate/1', '/complain/1', '/supplement', '/contact', '/opened', '/withdraw/1'],
  promised: ['/commitment/1', '/my-information', '/ask/withdraw/1', '/ask/recusal/1', `/ask/withdraw/1?again=${refusedSayings[0]!.id}`],
  representative: ['/roster/1'],
  heard: ['/ask/applyHearing/1', '/ask/challengePanel/1'],
  published: ['/ask/objectPublication/1'],
  member: ['/roster/1#member', '/my-information#member'],
};

/** The pages that differ most. */
export const SAMPLE = [
  'promised',
  '/commitment/1',
  '/my-information',
  'heard',
  'published',
  '/rechecks',
  'join, which matter',
  '/',
  'question story, empty',
  'question way, two mistakes',
  'review',
  'receipt',
  'overdue',
  'several',
  '/rate/1',
];

/** Opens every page of the portal once, one after the other, as a person would come to it; where only some are wanted, no page that does not lead there. */
export async function* everyPage(page: Page, codes: Readonly<Record<string, string>>, wanted: (where: string) => boolean = () => true): AsyncGenerator<string> {
  for (const path of STATIC.filter(wanted)) {
    await page.goto(path);
    yield path;
  }
  yield* filing(page);
  for (const [name, code] of Object.entries(codes)) {
    const paths = (PATHS[name] ?? []).filter(wanted);
    if (paths.length === 0 && !wanted(name)) continue;
    await page.goto('/follow');
    await page.fill('#code', code);
    await page.click('main form .btn');
    yield name;
    for (const path of paths) {
      await page.goto(path);
      yield path;
    }
  }
  yield* joining(page);
  await page.goto('/follow');
  await page.fill('#code', '9BH7K3MQ9XD2B');
  await page.click('main form .btn');
  yield 'a code that is not known';
}

/** To join a matter of several: which one it is, then one's own name, forgotten once. */
async function* joining(page: Page): AsyncGenerator<string> {
  await page.goto('/join');
  await page.fill('#code', JOIN);
  await page.click('main form .btn');
  yield 'join, which matter';
  await page.click('main form .btn');
  yield 'join, no name';
  await page.fill('#name', '李小红');
  await page.click('main form .btn');
  yield 'joined';
}

/** Every question, empty (so with its mistakes) and filled. */
async function* filing(page: Page): AsyncGenerator<string> {
  const next = () => page.locator('.actions .btn:not(.plain)').first().click();
  await page.goto('/file');
  await next();
  await page.click('.actions .btn');
  yield 'question purpose, nothing chosen';
  await page.check('#purpose-1');
  await next();
  await next();
  yield 'question story, empty';
  await page.fill('#story', STORY);
  await next();
  yield 'question place';
  await page.fill('#where', '东河村东头');
  await next();
  yield 'question claims';
  await page.fill('#claim-1', CLAIMS[0]!);
  await next();
  await page.check('#earlier-1');
  await next();
  await page.setInputFiles('#file', [{ name: '收据.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') }]);
  await next();
  yield 'question files, one refused';
  await next();
  await page.check('#whom-2');
  await next();
  await next();
  yield 'question group, empty';
  await page.fill('#count', '7');
  await page.fill('#person-1', '张守田');
  await page.fill('#person-1-phone', PERSON.phone);
  await next();
  yield 'question contact';
  await page.check('#named-1');
  await page.fill('#name', PERSON.name);
  await next();
  await page.fill('#phone', '1390000123');
  await next();
  yield 'question way, two mistakes';
  await page.fill('#phone', PERSON.phone);
  await page.check('#way-1');
  await next();
  await page.fill('#address', PERSON.address);
  await next();
  yield 'review';
  await page.goto('/file/stop');
  yield 'stopped';
  await page.goto('/file/review');
  await page.click('form[action="/file/submit"] .btn');
  yield 'receipt';
  await page.goto('/progress');
  yield 'waiting';
}
