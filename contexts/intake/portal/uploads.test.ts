import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { boxKeysOf, openFile } from '#contexts/intake/index.ts';
import { CLAIMS, fillIn } from '../../../test/filing.ts';
import { PDF, picture } from '../../../test/pictures.ts';
import { startPortalServer, type PortalServer } from '../../../test/portal-server.ts';
import { keys, REGION } from '../../../test/portal.ts';
import { visit, type Visitor } from '../../../test/visitor.ts';
import { takeArrivals, type Arrival } from './take.ts';

let portal: PortalServer;
beforeAll(async () => {
  portal = await startPortalServer();
});

async function atFiles(): Promise<Visitor> {
  const visitor = visit(portal.origin);
  await fillIn(visitor);
  await visitor.open('/file/files');
  return visitor;
}

describe('照片、PDF和录音', () => {
  it('名字是照片、内容不是的，不收，说清楚；别的都在', async () => {
    const visitor = await atFiles();
    const page = await visitor.upload('/file/files', { then: 'next' }, [
      { name: '收据.jpg', bytes: Buffer.from('MZ\u0090\u0000 this is a program'), type: 'image/jpeg' },
      { name: '合同.pdf', bytes: PDF, type: 'application/pdf' },
    ]);
    expect(visitor.page.status).toBe(422);
    expect(page).toContain('有1份没有收下，其他填的都在');
    expect(page).toContain('收据.jpg：名字是照片、PDF或者录音，内容却不是');
    expect(page).toContain('合同.pdf');
    await visitor.open('/file/review');
    for (const claim of CLAIMS) expect(visitor.page.html).toContain(claim);
  });

  it('不收的种类、空的、坏的、苹果HEIC，各有说法和办法', async () => {
    const visitor = await atFiles();
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(12), Buffer.from('mif1heic')]);
    const torn = (await picture('jpeg', { width: 800 })).subarray(0, 400);
    const page = await visitor.upload('/file/files', { then: 'next' }, [
      { name: '说明.docx', bytes: Buffer.from('PK\u0003\u0004 not really') },
      { name: '空.png', bytes: Buffer.alloc(0) },
      { name: 'IMG_1.HEIC', bytes: heic },
      { name: '断了.jpg', bytes: torn },
    ]);
    expect(page).toContain('说明.docx：不是照片、PDF或者录音');
    expect(page).toContain('空.png：是空的');
    expect(page).toContain('IMG_1.HEIC：是苹果手机的HEIC照片');
    expect(page).toContain('断了.jpg：打不开');
  });

  it('超过20 MB的不收，前面收下的还在', async () => {
    const visitor = await atFiles();
    await visitor.upload('/file/files', { then: 'more' }, [{ name: '收据.png', bytes: await picture('png') }]);
    const page = await visitor.upload('/file/files', { then: 'next' }, [{ name: '长录音.mp3', bytes: Buffer.alloc(20 * 1024 * 1024 + 1, 1) }]);
    expect(visitor.page.status).toBe(422);
    expect(page).toContain('长录音.mp3：超过20 MB');
    expect(page).toContain('收据.png');
  });

  it('照片里的拍摄位置、机型去掉了再存；存的是密文', async () => {
    const visitor = await atFiles();
    const taken = await picture('jpeg', { gps: true });
    expect((await sharp(taken).metadata()).exif?.includes('Huawei')).toBe(true);
    await visitor.upload('/file/files', { then: 'next' }, [{ name: '现场.jpg', bytes: taken }]);
    await visitor.open('/file/review');
    await visitor.send('/file/submit', {});
    const [file] = (await last()).letter.filing.files;
    const kept = await openFile(portal.needs.blobs, file!);
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    expect(kept.includes('Huawei')).toBe(false);
    expect(file).toMatchObject({ name: '现场.jpg', type: 'image/jpeg', bytes: kept.length });
  });

  it('文件名里的路径和控制字符不留', async () => {
    const visitor = await atFiles();
    await visitor.upload('/file/files', { then: 'next' }, [{ name: '..\\..\\etc\u202e收据.pdf', bytes: PDF }]);
    await visitor.open('/file/review');
    await visitor.send('/file/submit', {});
    expect((await last()).letter.filing.files[0]?.name).not.toMatch(/[\\/\u202e]/);
  });

  it('去掉一份，存的也删掉', async () => {
    const visitor = await atFiles();
    await visitor.upload('/file/files', { then: 'more' }, [{ name: '错了.png', bytes: await picture('png') }]);
    const blob = /name="blob" value="([^"]+)"/.exec(visitor.page.html)?.[1] ?? '';
    await visitor.send('/file/files/remove', { blob });
    expect(visitor.page.html).not.toContain('错了.png');
    await expect(portal.needs.blobs.get(blob)).rejects.toThrow();
  });

  it('没有表单凭证的上传，不收', async () => {
    const visitor = await atFiles();
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(PDF)]), '冒充.pdf');
    const answer = await fetch(`${portal.origin}/file/files`, { method: 'POST', headers: { cookie, origin: portal.origin, accept: 'text/html' }, body });
    expect(answer.status).toBe(403);
    await visitor.open('/file/files');
    expect(visitor.page.html).not.toContain('冒充.pdf');
  });
});

async function last(): Promise<Arrival> {
  const found: Arrival[] = [];
  const failed = (_: string, error: unknown) => {
    throw error;
  };
  await takeArrivals(
    { db: portal.as('huiyin_office'), boxKeys: boxKeysOf(keys.boxes), now: () => portal.time, failed },
    REGION,
    async (arrival) => void found.push(arrival),
  );
  return found.at(-1)!;
}
