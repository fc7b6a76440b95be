import type { FastifyInstance } from 'fastify';
import type { KeptFile } from '../domain/filing.ts';
import { MOST_FILES } from '../domain/pages.ts';
import { changeDraft } from '../drafts.ts';
import { textOf, type Form } from '../form.ts';
import { bytesOf, receiveFiles } from '../receive.ts';
import { addDraftFile, dropDraftFile } from '../store.ts';
import { whereFrom, type Desk } from './desk.ts';
import { nextPath, questionOf } from './questions.ts';

/** Photos, PDF and recordings. What is refused says why; what was taken before stays. */
export function fileRoutes(app: FastifyInstance, desk: Desk): void {
  const { needs, room } = desk;
  const { db, blobs } = needs;

  app.post('/file/files', { config: { takesFiles: true } }, async (request, reply) => {
    const open = await desk.find(request, reply);
    if (!open || !request.isMultipart()) return desk.show(request, reply, { name: 'file-expired' }, 410);
    const { fields, kept, refused } = await receiveFiles(request, { blobs, room }, { count: open.draft.files.length, bytes: bytesOf(open.draft.files) });
    const saved = await changeDraft(needs, open, (draft) => {
      const more = fitting(draft.files, kept);
      return { draft: { ...draft, files: [...draft.files, ...more] }, also: more.map((file) => addDraftFile(db.sql, open.region, open.id, file)) };
    });
    const placed = new Set(saved?.files.map(({ blob }) => blob));
    const left = kept.filter(({ blob }) => !placed.has(blob));
    room.giveBack(whereFrom(request), bytesOf(left));
    for (const { blob } of left) await blobs.delete(blob);
    if (!saved || saved.submitted) return reply.redirect('/receipt', 303);

    const toReview = fields.back === 'review';
    if (refused.length > 0) {
      const page = questionOf('files', { ...open, draft: saved }, { toReview, most: room.most });
      return desk.show(request, reply, { ...page, refused }, 422);
    }
    if (fields.then === 'stop') return reply.redirect('/file/stop', 303);
    if (fields.then === 'more') return reply.redirect(`/file/files${toReview ? '?back=review' : ''}`, 303);
    return reply.redirect(nextPath('files', saved.answers, toReview), 303);
  });

  app.post('/file/files/remove', async (request, reply) => {
    const open = await desk.find(request, reply);
    if (!open) return desk.show(request, reply, { name: 'file-expired' }, 410);
    const form = request.body as Form;
    const blob = textOf(form, 'blob');
    if (open.draft.files.some((file) => file.blob === blob)) {
      await changeDraft(needs, open, (draft) => ({
        draft: { ...draft, files: draft.files.filter((file) => file.blob !== blob) },
        also: [dropDraftFile(db.sql, open.region, open.id, blob)],
      }));
      await blobs.delete(blob);
    }
    return reply.redirect(`/file/files${textOf(form, 'back') === 'review' ? '?back=review' : ''}`, 303);
  });

  /** Another window may have added some meanwhile. */
  function fitting(there: readonly KeptFile[], kept: readonly KeptFile[]): KeptFile[] {
    const more: KeptFile[] = [];
    for (const file of kept) {
      const all = [...there, ...more, file];
      if (all.length <= MOST_FILES && bytesOf(all) <= room.most) more.push(file);
    }
    return more;
  }
}
