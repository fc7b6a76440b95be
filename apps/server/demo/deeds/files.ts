import { checkFile, keepFile } from '#contexts/intake/portal/uploads.ts';
import { UPLOAD_URL } from '#contexts/intake/contract.ts';
import type { Actor } from '#platform/actor.ts';
import { loadAttached } from '../../../../data/demo/load.ts';
import type { Attached } from '../../../../data/demo/step.ts';
import type { Stage } from './deed.ts';

/** What is handed in goes the way of every file: looked at by its content, written anew, sealed. */
export const uploadAtDesk = ({ office }: Stage, actor: Actor, files: readonly Attached[]): Promise<string[]> =>
  Promise.all(files.map(async ({ file, name }) => (await office.upload<{ id: string }>(UPLOAD_URL, actor, { name, content: loadAttached(file) })).id));

/** As the portal takes it, where nobody sits at a desk. */
export const sendFromPortal = ({ office: { staff } }: Stage, files: readonly Attached[]) => Promise.all(files.map((file) => keep(staff.blobs, file)));

async function keep(blobs: Stage['office']['staff']['blobs'], { file, name }: Attached) {
  const checked = await checkFile(loadAttached(file), name);
  if ('why' in checked) throw new Error(`data/demo/files/${file}: ${checked.why}`);
  return keepFile(blobs, name, checked);
}
