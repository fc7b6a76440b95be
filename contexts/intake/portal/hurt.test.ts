import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { fillIn } from '../../../test/filing.ts';
import { picture } from '../../../test/pictures.ts';
import { startPortalServer, type PortalServer } from '../../../test/portal-server.ts';
import { until } from '../../../test/runtime/program.ts';
import { visit, type Visitor } from '../../../test/visitor.ts';

/** 存心使坏的人在门户上：一起猜、绕过页面凭证、传到一半断开、几个窗口一起传。 */
let portal: PortalServer;
let photo: Buffer;
beforeAll(async () => {
  portal = await startPortalServer();
  photo = await picture('png');
});

const cookieOf = ({ cookies }: Visitor) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
const tokenOn = ({ page }: Visitor) => /name="_csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
const blobs = () => readdirSync(portal.needs.blobFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

async function post(path: string, headers: Record<string, string>, body?: string | FormData): Promise<{ status: number; text: string; to: string | null }> {
  const answer = await fetch(portal.origin + path, { method: 'POST', redirect: 'manual', headers, ...(body !== undefined && { body }) });
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') };
}

describe('码', () => {
  it('三十个同时猜，只试得到十个；不是一个一个排着来，也绕不过去', async () => {
    const visitor = visit(portal.origin);
    await visitor.open('/follow');
    const headers = { cookie: cookieOf(visitor), origin: portal.origin, 'content-type': 'application/x-www-form-urlencoded' };
    const guess = (at: number) => post('/follow', headers, `${new URLSearchParams({ _csrf: tokenOn(visitor), code: `7BH7K3MQ9XD${10 + at}` })}`);
    const answers = await Promise.all(Array.from({ length: 30 }, (_, at) => guess(at)));
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
    portal.time = new Date(portal.time.getTime() + 16 * 60_000); // the others of this file come from the same place
  });
});

describe('页面凭证', () => {
  it('没有内容的、JSON 的、换成带文件的表单的：都不办，说从页面上来；不是系统出错', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    const paths = ['/follow', '/resume', '/join', '/join/name', '/leave', '/file/submit', '/file/files/remove', '/electronic-delivery', '/progress/1/paper/1'];
    for (const path of paths) {
      const form = new FormData();
      form.append('code', 'x');
      for (const [headers, body] of [
        [{}],
        [{ 'content-type': 'application/json' }, 'null'],
        [{ 'content-type': 'application/json' }, '{"code":{}}'],
        [{}, form],
      ] as const) {
        const { status, text } = await post(path, { ...headers, cookie: cookieOf(visitor), 'sec-fetch-site': 'same-origin' }, body);
        expect([path, body, status]).toEqual([path, body, 400]);
        expect(text).toContain('从本站页面上提交');
      }
    }
    await visitor.open('/file/review');
    expect(visitor.page.html).toContain('核对一遍，再提交'); // still in the hand of the person
  });
});

describe('附件', () => {
  it('传到一半断开：前面已经收下的也不留', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    await visitor.open('/file/files');
    const before = blobs();
    const part = (name: string, more: string) => Buffer.from(`--x\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`);
    const image = part('file', '; filename="a.png"\r\ncontent-type: image/png');
    const end = Buffer.from('\r\n');
    const body = Buffer.concat([part('_csrf', ''), Buffer.from(tokenOn(visitor)), end, image, photo, end, image, photo.subarray(0, 40)]);
    const head = `POST /file/files HTTP/1.1\r\nhost: ${new URL(portal.origin).host}\r\ncookie: ${cookieOf(visitor)}\r\norigin: ${portal.origin}\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: ${body.length + 1_000}\r\n\r\n`;
    const socket = connect(Number(new URL(portal.origin).port), '127.0.0.1');
    socket.write(head);
    socket.write(body);
    await until(async () => blobs() === before + 1);
    socket.destroy();
    await until(async () => blobs() === before);
    await visitor.open('/file/files');
    expect(visitor.page.html).not.toContain('a.png');
  });

  it('几个窗口一起传，也不超过二十份；多出来的不留在盘上', async () => {
    const visitor = visit(portal.origin);
    await fillIn(visitor);
    await visitor.open('/file/files');
    const before = blobs();
    const send = () => {
      const form = new FormData();
      form.append('_csrf', tokenOn(visitor));
      for (let at = 0; at < 9; at += 1) form.append('file', new Blob([new Uint8Array(photo)], { type: 'image/png' }), `照片${at}.png`);
      return post('/file/files', { cookie: cookieOf(visitor), origin: portal.origin }, form);
    };
    await Promise.all([send(), send(), send()]);
    await visitor.open('/file/files');
    expect(visitor.page.html.match(/name="blob"/g)).toHaveLength(20);
    expect(blobs()).toBe(before + 20);
  });
});
