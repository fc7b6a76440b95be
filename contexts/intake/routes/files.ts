import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import { wholeFile } from '#platform/http/whole-file.ts';
import { textOf } from '#contexts/casework/index.ts';
import { getIntakeFile, UPLOAD_URL } from '../contract.ts';
import type { LoadedIntake } from '../handle.ts';
import type { KeptFile } from '../portal/domain/filing.ts';
import { checkFile, keepFile, openFile } from '../portal/uploads.ts';
import { keepTicket, type TicketNeeds } from '../tickets.ts';
import { isOriginalFor, loadOwnDesk, mustSitAtDesk, type IntakeRouteNeeds } from './needs.ts';

const upload = {
  method: 'POST',
  url: UPLOAD_URL,
  upload: true,
  says: '上传一个附件',
  reply: Type.Object({ id: Type.String(), name: Type.String(), type: Type.String(), bytes: Type.Integer() }),
} as const satisfies Endpoint;

/** Attachments of what is registered at the desk: checked by content, stored sealed, and named by a ticket until registered. */
export function fileRoutes(app: FastifyInstance, needs: IntakeRouteNeeds): void {
  const { blobs } = needs;

  serve(app, upload, async ({ actor, request }) => {
    mustSitAtDesk(actor);
    return receiveUpload(needs, actor, request);
  });

  serve(app, getIntakeFile, async ({ actor, params }) => {
    const subject = { region: params.region, id: params.intake };
    const loaded = await loadOwnDesk(needs, subject, actor);
    const file = isOriginalFor(loaded, actor) ? filesOf(loaded)[params.index] : undefined; // of what has become matters, theirs are looked at there
    if (!file) throw new Refusal('NotFound', '没有这个附件。请刷新页面再打开。');
    await needs.logAccess({ subject, actor, purpose: '甄别', fields: 'identity' });
    return { name: file.name, content: await openFile(blobs, file) };
  });
}

/** One file of an official: checked by content like the petitioner's, kept sealed, and held under a ticket until something is done with it. */
export async function receiveUpload(needs: TicketNeeds, actor: Actor, request: FastifyRequest) {
  const part = await request.file();
  if (!part) throw new Refusal('Invalid', '没有收到文件，请重新选择。');
  const checked = await checkFile(await wholeFile(part), part.filename);
  if ('why' in checked) throw new Refusal('Invalid', WHY[checked.why] ?? '这个文件不能收，请换一种格式。已填写的内容都还在。');
  const kept = await keepFile(needs.blobs, part.filename, checked);
  return { id: await keepTicket(needs, actor, kept), name: kept.name, type: kept.type, bytes: kept.bytes };
}

const WHY: Readonly<Record<string, string>> = {
  empty: '这个文件是空的，请重新选择。',
  heic: '这是苹果手机的HEIC照片，请在手机上另存为JPEG后再传。',
  disguised: '文件的内容和名称不一致，不能收。请传原来的照片、PDF或者录音。',
  broken: '文件打不开，可能没有传完整，请重新选择。',
  wrongType: '只收照片（JPEG、PNG、WebP）、PDF和录音。',
};

export function filesOf({ intake, texts }: LoadedIntake): readonly KeptFile[] {
  const words = intake.received?.files;
  const text = words && textOf(texts, words);
  return text?.startsWith('[') ? (JSON.parse(text) as KeptFile[]) : [];
}
