import { blobsInS3, type S3Settings } from './blobs-s3.ts';
import { wrongWith } from './blobs-s3-trouble.ts';
import { newBlobName, wholeOf } from './blobs.ts';
import { StartRefused } from './start-refused.ts';

/**
 * Puts one small object, reads it and deletes it, before anybody hands in a
 * file: so account, bucket and the three rights are known to be good. A store
 * that only does not answer keeps nobody from starting: all that is no file goes on.
 *
 * @returns the warning then, for the operator
 * @throws StartRefused where waiting will not mend it
 */
export async function probeS3(settings: S3Settings): Promise<string | undefined> {
  const { bucket, endpoint = '亚马逊' } = settings;
  const place = `存放附件的 S3（${endpoint}，桶 ${bucket}）`;
  const blobs = blobsInS3(settings, { connectMs: 3_000, silentMs: 5_000 });
  const name = newBlobName();
  const probe = Buffer.from('回音启动时试写，随即删除');
  try {
    await blobs.put(name, probe);
    const read = await wholeOf(await blobs.get(name));
    await blobs.delete(name);
    if (!read.equals(probe)) throw new StartRefused(`${place}读出来的和写进去的不一样，它可能不是 S3 服务，请核对 HUIYIN_S3_ENDPOINT。`);
    return undefined;
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    const { cause = error } = error as Error;
    const wrong = wrongWith(cause);
    if (wrong) throw new StartRefused(`${place}${wrong}。`);
    const { code, name: said } = cause as { code?: string; name?: string };
    return `${place}现在没有应答（${code ?? said}），照常启动；它恢复以前附件存不上、打不开，其余不受影响。请尽快查看。`;
  } finally {
    blobs.close();
  }
}
