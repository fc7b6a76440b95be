import { setTimeout as sleep } from 'node:timers/promises';
import { codeOn } from '../filing.ts';
import { remember, type Official } from '../official.ts';
import { until } from '../runtime/program.ts';
import { visit, type Visitor } from '../visitor.ts';
import { done } from './way.ts';

/** What a person files on the portal; each field may be given its own words. */
export interface Filing {
  readonly title: string;
  readonly story: string;
  readonly where: string;
  readonly claims: readonly string[];
  readonly earlierWhere: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

let filings = 0;

export function filing(more: Partial<Filing> = {}): Filing {
  filings += 1;
  const mark = `${process.pid}第${filings}件`;
  return {
    title: `桥头路灯不亮${mark}`,
    story: `柳荫桥桥头的路灯从春天起就不亮，晚上老人孩子过桥要打手电。编号${mark}。`,
    where: '柳荫桥桥头',
    claims: ['把桥头路灯修好'],
    earlierWhere: '',
    name: `喻安澜${filings}`,
    phone: '13900007788',
    address: '柳荫桥东二号',
    ...more,
  };
}

/** Answers every question up to the review, as a browser without scripts does. */
export async function fillIn(portal: string, given: Filing = filing()): Promise<Visitor> {
  remember(given);
  const visitor = visit(portal);
  await visitor.open('/file');
  await visitor.send('/file', {});
  await visitor.send('/file/purpose', { purpose: 'seek', then: 'next' });
  await visitor.send('/file/story', { story: given.story, title: given.title, then: 'next' });
  await visitor.send('/file/place', { town: '', where: given.where, then: 'next' });
  await visitor.send('/file/claims', { claim: given.claims, then: 'next' });
  await visitor.send('/file/earlier', { earlier: given.earlierWhere ? 'yes' : 'no', earlierWhere: given.earlierWhere, then: 'next' });
  await visitor.upload('/file/files', { then: 'next' }, []);
  await visitor.send('/file/whom', { whom: 'self', then: 'next' });
  await visitor.send('/file/contact', { named: 'yes', name: given.name, idNumber: '', then: 'next' });
  await visitor.send('/file/way', { phone: given.phone, way: 'post', then: 'next' });
  await visitor.send('/file/address', { address: given.address, then: 'next' });
  return visitor;
}

/** Files it and gives the code on the receipt. */
export async function file(portal: string, given: Filing = filing()): Promise<{ readonly visitor: Visitor; readonly code: string; readonly no: string }> {
  const visitor = await fillIn(portal, given);
  await visitor.open('/file/review');
  const receipt = await visitor.send('/file/submit', {});
  return { visitor, code: codeOn(receipt), no: numberOn(receipt) };
}

export const numberOn = (html: string): string => /\d{6}-S-\d{4}-\d{7}-\w/.exec(html)?.[0] ?? '';

/** Looks with a code, again and again until the page shows what it must. */
export async function follow(portal: string, code: string, shows: string | RegExp, seconds = 30): Promise<Visitor> {
  const visitor = visit(portal);
  const type = async () => {
    await visitor.open('/follow');
    await visitor.send('/follow', { code });
  };
  await type();
  const giveUp = Date.now() + seconds * 1000;
  while (!visitor.page.html.match(shows)) {
    if (Date.now() > giveUp) throw new Error(`The page of the code does not show ${shows} within ${seconds} s:\n${visitor.page.html.slice(0, 3000)}`);
    const isPublished = visitor.page.path !== '/follow';
    await sleep(isPublished ? 500 : 3_000); // a code from the desk opens once the worker has published; wrong tries are counted, so few are made
    await (isPublished ? visitor.open('/progress') : type());
  }
  return visitor;
}

/** The intake of this number, as its desk reads it, once the worker has taken it in. */
export async function arrived(clerk: Official, no: string): Promise<any> {
  let path = '';
  await until(async () => {
    const row = done(await clerk.get('/api/intake/waiting')).rows.find((one: { no: string }) => one.no === no);
    if (row) path = `/api/intake/${row.region}/${row.intake}`;
    return path !== '';
  }, 30);
  return done(await clerk.get(path));
}
