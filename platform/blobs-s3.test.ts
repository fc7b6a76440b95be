import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startS3, type TestS3 } from '../test/s3.ts';
import { probeS3 } from './blobs-s3-probe.ts';
import { blobsInS3, type S3Settings } from './blobs-s3.ts';
import { newBlobName, wholeOf } from './blobs.ts';
import { StartRefused } from './start-refused.ts';

let store: TestS3;
let settings: S3Settings;
beforeAll(async () => {
  store = await startS3();
  settings = { bucket: 'huiyin', region: 'cn', endpoint: store.endpoint, accessKey: 'me', secretKey: 'secret' };
});
afterAll(() => store.close());

const trouble: unknown[] = [];
const open = (more: Partial<S3Settings> = {}) =>
  blobsInS3({ ...settings, ...more }, { connectMs: 500, silentMs: 100, onTrouble: (error) => void trouble.push(error) });
const put = { code: 'Unavailable', message: expect.stringContaining('这次选的文件没有收下') };
const get = { code: 'Unavailable', message: expect.stringContaining('文件没有丢') };

describe('S3 存储出了问题：说的是人能做的事，存储说的话进日志', () => {
  it.each([
    ['桶写错了', { bucket: 'nosuch' }, 'NoSuchBucket'],
    ['密码写错了', { accessKey: 'mistyped' }, 'SignatureDoesNotMatch'],
    ['没有人应答', { endpoint: 'http://127.0.0.1:9' }, undefined],
  ] as const)('%s：不当作没有这个附件', async (_, more, said) => {
    const [blobs, name] = [open(more), newBlobName()];
    await expect(blobs.put(name, Buffer.from('x'))).rejects.toMatchObject(put);
    await expect(blobs.get(name)).rejects.toMatchObject(get);
    await expect(blobs.delete(name)).rejects.toMatchObject({ code: 'Unavailable' });
    expect(trouble.splice(0)).toEqual(Array(3).fill(said ? expect.objectContaining({ name: said }) : expect.objectContaining({ code: 'ECONNREFUSED' })));
  });

  it('存储一声不响：不无限地等；它好了，同一个附件存得上', async () => {
    const [blobs, name, bytes] = [open(), newBlobName(), randomBytes(300_000)];
    store.be('silent');
    await expect(blobs.put(name, bytes)).rejects.toMatchObject(put);
    await expect(blobs.get(name)).rejects.toMatchObject(get);
    expect(store.objects.size).toBe(0); // what was not taken is not there
    store.be('well');
    await blobs.put(name, bytes);
    expect((await wholeOf(await blobs.get(name))).equals(bytes)).toBe(true);
  });

  it('读到一半断了：不当作读完了', async () => {
    const [blobs, name] = [open(), newBlobName()];
    await blobs.put(name, randomBytes(300_000));
    store.be('cutting');
    const content = await blobs.get(name);
    await expect(wholeOf(content)).rejects.toMatchObject(get);
    store.be('well');
  });
});

describe('启动时试写、试读、试删', () => {
  it('都行就什么也不说，也不留下什么', async () => {
    const before = store.objects.size;
    expect(await probeS3(settings)).toBeUndefined();
    expect(store.objects.size).toBe(before);
  });

  it.each([
    [{ accessKey: 'nobody' }, '不认识访问账号，请核对 HUIYIN_S3_ACCESS_KEY。'],
    [{ accessKey: 'mistyped' }, '不接受访问密码，请核对 HUIYIN_S3_SECRET_KEY。'],
    [{ accessKey: 'reader' }, '不允许这个账号读、写或者删，请给它这个桶的三样权限。'],
    [{ bucket: 'nosuch' }, '没有这个桶，请先建好，或者核对 HUIYIN_S3_BUCKET。'],
  ])('%o：不启动，说是哪一项', async (more, sentence) => {
    const given = { ...settings, ...more };
    await expect(probeS3(given)).rejects.toEqual(new StartRefused(`存放附件的 S3（${store.endpoint}，桶 ${given.bucket}）${sentence}`));
  });

  it('https 写在不说 https 的端口上：不启动；暂时没有应答：照常启动，说清楚', async () => {
    await expect(probeS3({ ...settings, endpoint: store.endpoint.replace('http:', 'https:') })).rejects.toThrow(
      '请核对 HUIYIN_S3_ENDPOINT 的 http、https 和端口',
    );
    expect(await probeS3({ ...settings, endpoint: 'http://127.0.0.1:9' })).toContain('现在没有应答（ECONNREFUSED），照常启动');
  });
});
