import { join } from 'node:path';
import { blobsInFolder } from '#platform/blobs-folder.ts';
import { blobsInS3 } from '#platform/blobs-s3.ts';
import type { Blobs } from '#platform/blobs.ts';
import type { Settings } from '#platform/settings.ts';

/** Where files lie, by the settings: in the data folder, or in S3. */
export async function openBlobs({ s3, dataFolder }: Settings, onTrouble?: (error: unknown) => void): Promise<Blobs> {
  return s3 ? blobsInS3(s3, onTrouble && { onTrouble }) : blobsInFolder(join(dataFolder, 'blobs'));
}
