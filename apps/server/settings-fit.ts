import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { readSeals } from '#contexts/documents/index.ts';
import { probeS3 } from '#platform/blobs-s3-probe.ts';
import type { Settings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';

/**
 * Settings that are written well and still do not fit this machine: an address
 * that it has not, a folder that is not there. Looked at before anything begins,
 * so that nobody reads of it only when a paper is due.
 *
 * @returns what the operator should know and need not wait for
 * @throws StartRefused naming the setting
 */
export async function mustFit({ host, policyFolder, fontFolder, sealFolder, s3 }: Settings): Promise<string | undefined> {
  await mustBeOurs(host);
  const folders = { HUIYIN_POLICY: policyFolder, HUIYIN_FONTS: fontFolder } as const;
  for (const [name, folder] of Object.entries(folders)) if (folder !== undefined) mustRead(name, folder);
  if (sealFolder) readSeals(sealFolder); // a picture that is none is said now
  return s3 && probeS3(s3);
}

function mustRead(name: string, folder: string): void {
  if (!existsSync(folder)) throw new StartRefused(`设置 ${name} 所指的目录 ${folder} 不存在，请核对。`);
  try {
    readdirSync(folder);
  } catch {
    throw new StartRefused(`设置 ${name} 所指的 ${folder} 不是目录，或者读不了，请核对。`);
  }
}

/** Any free port of it: whether the ports themselves are free is found by whoever listens there. */
function mustBeOurs(host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', () => reject(new StartRefused(`设置 HOST 为“${host}”，这台机器没有这个地址；只在本机应答写 127.0.0.1，全部写 0.0.0.0。`)));
    server.listen({ host, port: 0 }, () => server.close(() => resolve()));
  });
}
