import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { errorOf } from './blobs-s3-trouble.ts';
import { BlobMissing, checkName, wholeOf, type Blobs } from './blobs.ts';

export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  readonly endpoint?: string; // a store of one's own; its buckets are addressed by path
  readonly accessKey: string;
  readonly secretKey: string;
}

interface Patience {
  readonly connectMs?: number;
  readonly silentMs?: number; // while nothing comes and nothing goes: a slow line may take its time, a dead one may not
  readonly onTrouble?: (error: unknown) => void; // what people hear is short; what the store said is for the log
}

const TRIES = 2;

/** Blobs as objects of one bucket. What is put is held once in memory: S3 wants its length beforehand. */
export function blobsInS3(
  { bucket, region, endpoint, accessKey, secretKey }: S3Settings,
  { connectMs = 5_000, silentMs = 20_000, onTrouble = () => {} }: Patience = {},
): Blobs & { close(): void } {
  const client = new S3Client({
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    ...(endpoint && { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED', // many stores of the same protocol know no newer checksums
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: connectMs, socketTimeout: silentMs },
    maxAttempts: TRIES,
  });
  const at = (name: string) => ({ Bucket: bucket, Key: checkName(name) });
  const trouble = (what: 'put' | 'get' | 'delete') => (error: unknown) => {
    onTrouble(error);
    throw errorOf(error, what);
  };

  return {
    async put(name, content) {
      const Body = await wholeOf(content);
      await client.send(new PutObjectCommand({ ...at(name), Body, ContentLength: Body.length, ContentType: 'application/octet-stream' })).catch(trouble('put'));
    },
    async get(name) {
      const { Body } = await client.send(new GetObjectCommand(at(name))).catch((error) => {
        if (error.name === 'NoSuchKey') throw new BlobMissing(`No blob ${name}`); // and not “no such bucket”: that is said of every file at once
        return trouble('get')(error);
      });
      return watched(Body as unknown as AsyncIterable<Uint8Array>, trouble('get'));
    },
    async delete(name) {
      await client.send(new DeleteObjectCommand(at(name))).catch(trouble('delete'));
    },
    close: () => client.destroy(),
  };
}

/** It may break off in the middle as well as before. */
async function* watched(content: AsyncIterable<Uint8Array>, trouble: (error: unknown) => never): AsyncIterable<Uint8Array> {
  try {
    yield* content;
  } catch (error) {
    trouble(error);
  }
}
