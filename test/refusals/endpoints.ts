import type { Official } from '../official.ts';
import { done } from './way.ts';

/** Every address of the office's port that takes JSON, as the program itself describes them. */
export interface Taking {
  readonly path: string; // with something plausible where an address has a blank
  readonly schema: Record<string, any> | undefined; // of its body
}

const BLANKS: Readonly<Record<string, string>> = {
  region: 'qinghe',
  slug: 'housing',
  no: '1',
  index: '0',
  report: '1',
  code: '0000000000000000',
  import: '0'.repeat(24),
};
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Signing in and out is left out: it would end the sign-in of the test. */
const OWN = /\/sign-(in|out)/;

export async function endpointsTakingJson(official: Official): Promise<Taking[]> {
  const { paths } = done(await official.get('/api/openapi.json'));
  return Object.entries<Record<string, any>>(paths).flatMap(([path, { post }]) => {
    const content = post?.requestBody?.content;
    if (!post || OWN.test(path) || content?.['multipart/form-data']) return [];
    const blanks = path.includes('/office/') ? { ...BLANKS, code: 'F07' } : BLANKS; // there it is the code of a paper, not of a citizen
    return [{ path: path.replace(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? NOBODY), schema: content?.['application/json']?.schema }];
  });
}
