import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/**
 * As much of the S3 protocol as an object store speaks to us: PUT, GET and
 * DELETE of a path, signed. What it says no with is what Ceph's gateway said to
 * the same questions (docs/how-to/deploy.md).
 */
export interface TestS3 {
  readonly endpoint: string;
  readonly objects: ReadonlyMap<string, Buffer>;
  readonly unsigned: () => number;
  /** From now on: answers, says nothing at all, or breaks off in the middle of what it sends. */
  be(mood: 'well' | 'silent' | 'cutting'): void;
  close(): void;
}

const BUCKET = '/huiyin/';
const ACCOUNTS: Readonly<Record<string, string | undefined>> = { me: '', mistyped: 'SignatureDoesNotMatch', reader: 'AccessDenied' };

export async function startS3(): Promise<TestS3> {
  const objects = new Map<string, Buffer>();
  let unsigned = 0;
  let mood: 'well' | 'silent' | 'cutting' = 'well';
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    if (mood === 'silent') return;
    const path = request.url!.split('?')[0]!;
    const account = /^AWS4-HMAC-SHA256 Credential=(\w+)\//.exec(request.headers.authorization ?? '')?.[1];
    if (!account) unsigned += 1;
    const refused = account ? (ACCOUNTS[account] ?? 'InvalidAccessKeyId') : 'AccessDenied';
    if (refused) return no(response, 403, refused);
    if (!path.startsWith(BUCKET)) return no(response, 404, 'NoSuchBucket');

    const declared = request.headers['x-amz-content-sha256'];
    if (request.method === 'PUT') {
      if (/^[0-9a-f]{64}$/.test(String(declared)) && declared !== createHash('sha256').update(body).digest('hex')) return no(response, 400, 'BadDigest');
      objects.set(path, body);
      return response.writeHead(200, { etag: '"x"' }).end();
    }
    if (request.method === 'DELETE') return (objects.delete(path), response.writeHead(204).end());
    const found = objects.get(path);
    if (!found) return no(response, 404, 'NoSuchKey');
    response.writeHead(200, { 'content-length': found.length });
    if (mood === 'well') return response.end(found);
    return response.write(found.subarray(0, found.length / 2), () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    unsigned: () => unsigned,
    be: (now) => void (mood = now),
    close: () => (server.closeAllConnections(), void server.close()),
  };
}

function no(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>none</Message></Error>`);
}
