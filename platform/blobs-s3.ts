import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { BlobMissing, checkName, wholeOf, type Blobs } from './blobs.ts';

export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  readonly endpoint?: string; // a store of one's own; its buckets are addressed by path
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Blobs as objects of one bucket. What is put is held once in memory: S3 wants its length beforehand. */
export function blobsInS3({ bucket, region, endpoint, accessKey, secretKey }: S3Settings): Blobs & { close(): void } {
  const client = new S3Client({
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    ...(endpoint && { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED', // many stores of the same protocol know no newer checksums
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
  });
  const at = (name: string) => ({ Bucket: bucket, Key: checkName(name) });

  return {
    async put(name, content) {
      const Body = await wholeOf(content);
      await client.send(new PutObjectCommand({ ...at(name), Body, ContentLength: Body.length, ContentType: 'application/octet-stream' }));
    },
    async get(name) {
      const { Body } = await client.send(new GetObjectCommand(at(name))).catch((error) => {
        throw error.name === 'NoSuchKey' || error.$metadata?.httpStatusCode === 404 ? new BlobMissing(`No blob ${name}`) : error;
      });
      return Body as unknown as AsyncIterable<Uint8Array>;
    },
    async delete(name) {
      await client.send(new DeleteObjectCommand(at(name)));
    },
    close: () => client.destroy(),
  };
}
