import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { MultipartFile } from '@fastify/multipart';
import type { KeptFile } from '../domain/filing.ts';
import { MOST_BYTES, MOST_FILES, type RefusedFile } from '../domain/pages.ts';
import { changeDraft, type OpenDraft } from '../drafts.ts';
import { textOf, type Form } from '../form.ts';
import { addDraftFile, dropDraftFile } from '../store.ts';
import { checkFile, keepFile } from '../uploads.ts';
import type { Desk } from './desk.ts';
import { nextPath, questionOf } from './questions.ts';

interface Received {
  readonly fields: Record<string, string>;
  readonly kept: readonly KeptFile[];
  readonly refused: readonly RefusedFile[];
}

/** Photos, PDF and recordings. What is refused says why; what was taken before stays. */
export function fileRoutes(app: FastifyInstance, desk: Desk): void {
  const { needs } = desk;
  const { db, blobs } = needs;

  app.post('/file/files', async (request, reply) => {
    const open = await desk.find(request, reply);
    if (!open || !request.isMultipart()) return desk.show(request, reply, { name: 'file-expired' }, 410);
    const { fields, kept, refused } = await receive(request, open);
    const saved = await changeDraft(needs, open, (draft) => ({
      draft: { ...draft, files: [...draft.files, ...kept] },
      also: kept.map(({ blob }) => addDraftFile(db.sql, open.region, open.id, blob)),
    }));
    if (!saved || saved.submitted) return reply.redirect('/receipt', 303);

    const toReview = fields.back === 'review';
    if (refused.length > 0) {
      const page = questionOf('files', { ...open, draft: saved }, { toReview });
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
      await blobs.remove(blob);
    }
    return reply.redirect(`/file/files${textOf(form, 'back') === 'review' ? '?back=review' : ''}`, 303);
  });

  /** One part after the other; a file that is too big is read to its end and dropped, so that the page can say so. */
  async function receive(request: FastifyRequest, open: OpenDraft): Promise<Received> {
    const fields: Record<string, string> = {};
    const kept: KeptFile[] = [];
    const refused: RefusedFile[] = [];
    let checked = false;
    for await (const part of request.parts({ throwFileSizeLimit: false, limits: { fileSize: MOST_BYTES, files: MOST_FILES } } as never)) {
      if (part.type === 'field') {
        fields[part.fieldname] = String(part.value);
        continue;
      }
      if (!checked) {
        request.formToken = fields['_csrf'] ?? '';
        await request.checkForm();
        checked = true;
      }
      if (!part.filename) {
        part.file.resume();
        continue;
      }
      const result = open.draft.files.length + kept.length >= MOST_FILES ? await drop(part) : await take(part);
      if ('why' in result) refused.push({ name: part.filename.slice(0, 80), why: result.why });
      else kept.push(result);
    }
    if (!checked) {
      request.formToken = fields['_csrf'] ?? '';
      await request.checkForm();
    }
    return { fields, kept, refused };
  }

  async function take(part: MultipartFile): Promise<KeptFile | { why: RefusedFile['why'] }> {
    const bytes = await part.toBuffer();
    if (part.file.truncated) return { why: 'tooBig' };
    const checked = await checkFile(bytes, part.filename);
    return 'why' in checked ? checked : keepFile(blobs, part.filename, checked);
  }

  async function drop(part: MultipartFile): Promise<{ why: 'tooMany' }> {
    part.file.resume();
    return { why: 'tooMany' };
  }
}
