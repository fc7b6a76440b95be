import type { FastifyInstance } from 'fastify';
import { filesOfMatter, loadMatter, mustBeConcerned, mustHaveRole, type FileOfMatter, type LoadedMatter } from '#contexts/casework/index.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import { getMatterFile, listMatterFiles, uploadMatterFile } from '../contract/matter-files.ts';
import { openFile } from '../portal/uploads.ts';
import { receiveUpload } from './files.ts';
import type { IntakeRouteNeeds } from './needs.ts';

/** The attachments of a matter, for the units that have to do with it. Of a mixed letter only what was released is here at all. */
export function matterFileRoutes(app: FastifyInstance, needs: IntakeRouteNeeds): void {
  serve(app, listMatterFiles, async ({ actor, params }) =>
    filesOfMatter(await open(params, actor)).map((found, index) => {
      const { name, type, bytes, sha256 } = found.file;
      const { on, later, byOffice } = found;
      return { index, name, type, bytes, sha256, on, later, byOffice, by: whoAdded(found) };
    }),
  );

  serve(app, getMatterFile, async ({ actor, params }) => {
    const loaded = await open(params, actor);
    const found = filesOfMatter(loaded)[params.index];
    if (!found) throw new Refusal('NotFound', '没有这个附件。请刷新页面再打开。');
    await needs.logAccess({ subject: loaded.subject, actor, purpose: '看附件', fields: 'page' }); // before anything is shown
    return { name: found.file.name, content: await openFile(needs.blobs, found.file) };
  });

  serve(app, uploadMatterFile, async ({ actor, params, request }) => {
    mustHaveRole('addMaterial', actor);
    await open(params, actor);
    return receiveUpload(needs, actor, request);
  });

  async function open({ region, matter: id }: { region: string; matter: string }, actor: Actor): Promise<LoadedMatter> {
    if (!needs.mayOpenContent(actor)) throw new Refusal('NotAllowed', '系统管理员不能打开信访事项的内容。', '个人信息保护法第五十一条');
    const loaded = await loadMatter(needs, { region, id });
    mustBeConcerned(loaded.matter, actor, needs);
    return loaded;
  }

  const whoAdded = ({ byOffice, by: { person, unit } }: FileOfMatter): string =>
    byOffice ? `${needs.organs().nameOf(unit)} ${needs.personCard(person, unit).name}` : '信访人';
}
