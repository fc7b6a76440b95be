import type { FastifyInstance } from 'fastify';
import { loadMatter, mustBeConcerned, textOf, type LoadedMatter, type MatterAction } from '#contexts/casework/index.ts';
import { dateInChina } from '#kernel/dates.ts';
import type { Words } from '#kernel/decider.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import { getMatterFile, listMatterFiles } from '../contract/matter-files.ts';
import type { KeptFile } from '../portal/domain/filing.ts';
import { openFile } from '../portal/uploads.ts';
import type { IntakeRouteNeeds } from './needs.ts';

/** The attachments of a matter, for the units that have to do with it. Of a mixed letter only what was released is here at all. */
export function matterFileRoutes(app: FastifyInstance, needs: IntakeRouteNeeds): void {
  serve(app, listMatterFiles, async ({ actor, params }) => {
    const found = matterFiles(await open(params, actor));
    return found.map(({ file: { name, type, bytes }, on, later }, index) => ({ index, name, type, bytes, on, later }));
  });

  serve(app, getMatterFile, async ({ actor, params }) => {
    const loaded = await open(params, actor);
    const found = matterFiles(loaded)[params.index];
    if (!found) throw new Refusal('NotFound', '没有这个附件。请刷新页面再打开。');
    await needs.logAccess({ subject: loaded.subject, actor, purpose: '看附件', fields: 'page' }); // before anything is shown
    return { name: found.file.name, content: await openFile(needs.blobs, found.file) };
  });

  async function open({ region, matter: id }: { region: string; matter: string }, actor: Actor): Promise<LoadedMatter> {
    if (!needs.mayOpenContent(actor)) throw new Refusal('NotAllowed', '系统管理员不能打开信访事项的内容。', '个人信息保护法第五十一条');
    const loaded = await loadMatter(needs, { region, id });
    mustBeConcerned(loaded.matter, actor, needs);
    return loaded;
  }
}

/** In the order in which they came; what was erased is not listed. */
export function matterFiles({ past, texts }: Pick<LoadedMatter, 'past' | 'texts'>) {
  return (past as unknown as readonly MatterAction[]).flatMap((action) => {
    const on = dateInChina(action.at);
    if (action.type === 'MatterOpened')
      return keptIn(texts, action.files).map((file) => ({ file, on: dateInChina(new Date(action.receivedAt)), later: false }));
    if (action.type === 'MaterialAdded') return keptIn(texts, action.text).map((file) => ({ file, on, later: true }));
    return [];
  });
}

/** A list of files by itself, or beside what was written with them. */
function keptIn(texts: LoadedMatter['texts'], words: Words | undefined): readonly KeptFile[] {
  const text = textOf(texts, words);
  if (text.startsWith('[')) return JSON.parse(text) as KeptFile[];
  return text.startsWith('{"text":') ? ((JSON.parse(text) as { files?: KeptFile[] }).files ?? []) : [];
}
