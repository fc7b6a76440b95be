import { beforeAll, describe, expect, it } from 'vitest';
import type { MatterCommand } from '#contexts/casework/index.ts';
import { inOnePiece } from '#platform/blobs.ts';
import { keepFile, sealFile } from '#platform/blobs-seal.ts';
import { takeNote } from '#platform/words.ts';
import { cloneDatabase } from '../../../test/database.ts';
import { newMatter, paperNeeds } from '../../../test/papers.ts';
import { loadMatter } from '#contexts/casework/index.ts';
import { accompanyPapers } from './accompany.ts';

let needs: Awaited<ReturnType<typeof paperNeeds>>;
beforeAll(async () => {
  const open = await cloneDatabase();
  needs = await paperNeeds(open());
});

async function handedIn(content: string) {
  const kept = await keepFile(needs.blobs, Buffer.from(content), 1e6);
  const file = { blob: kept.blob, key: kept.key.toString('base64'), bytes: kept.bytes, sha256: kept.sha256, name: '屋顶漏水.txt', type: 'text/plain' };
  const files = takeNote(JSON.stringify([file]));
  const subject = await newMatter(needs, 'accepted', { files: files.words }, [files]);
  const archive = async (type = 'archive') => accompanyPapers(needs)(subject, { type } as MatterCommand, (await loadMatter(needs, subject)).matter);
  return { blob: kept.blob, key: kept.key, archive };
}

describe('归档以前，每一份原件再读一遍', () => {
  it('不变量 38：和收下时一样的，照常归档', async () => {
    const { archive } = await handedIn('三楼漏水');
    await expect(archive()).resolves.toBeUndefined();
  });

  it('不变量 38：没有了的、改了一个字节的、换成另一份的，都归不了档，说是哪一份、怎么办；别的照常办', async () => {
    const store = inOnePiece(needs.blobs);
    const gone = await handedIn('四楼漏水');
    await store.remove(gone.blob);
    const changed = await handedIn('五楼漏水');
    const bytes = await store.get(changed.blob);
    bytes[bytes.length - 1]! ^= 1;
    await store.remove(changed.blob);
    await store.put(changed.blob, bytes);
    const other = await handedIn('六楼漏水');
    await store.remove(other.blob);
    await needs.blobs.put(other.blob, sealFile(other.key, of(Buffer.from('六楼没有漏水'))));
    for (const { archive } of [gone, changed, other]) {
      await expect(archive()).rejects.toMatchObject({ code: 'AgainstRule', message: expect.stringContaining('“屋顶漏水.txt”打不开，或者和收下时不一样') });
      await expect(archive('note')).resolves.toBeUndefined();
    }
  });
});

async function* of(bytes: Buffer) {
  yield bytes;
}
