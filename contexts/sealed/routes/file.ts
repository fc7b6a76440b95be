import type { FastifyInstance } from 'fastify';
import { dateInChina } from '#kernel/dates.ts';
import type { Actor } from '#platform/actor.ts';
import { readFile } from '#platform/blobs-seal.ts';
import { serve } from '#platform/http.ts';
import { getSealed, getSealedAttachment, getSlip, listSealed } from '../contract.ts';
import { notHere } from '../domain/guard.ts';
import { isStillSeen, showsContent } from '../domain/permissions.ts';
import { askerOf, type Loaded, type SealedNeeds } from '../handle.ts';
import { printSlip } from '../handle/papers.ts';
import { attachmentsOf, showRow, showSealed } from '../handle/show.ts';
import { findFiles, type SealedDb } from '../store.ts';
import { loadFor } from './needs.ts';

const MOST = 500;
const IDENTITY = ['name', 'phone', 'address'];

/** Looking: the list, one file, its attachments and its slip. Each look is recorded before anything is shown (不变量 29). */
export function fileRoutes(app: FastifyInstance, needs: SealedNeeds): void {
  serve(app, listSealed, async ({ actor }) => {
    const current = needs.directory.current();
    const rows = await findFiles(needs.db.sql as SealedDb, current.organOf(actor.unit), ['triage', 'recipient'], MOST);
    const asker = askerOf(needs, actor);
    return { today: dateInChina(needs.now()), rows: rows.filter((row) => isStillSeen(asker, row, current)).map((row) => showRow(row, current)) };
  });

  serve(app, getSealed, async ({ actor, params, request }) => {
    const loaded = await loadFor(needs, params, actor);
    await look(loaded, actor, request.ip, 'seal', showsContent(loaded.seat, loaded.file) ? IDENTITY : []);
    return showSealed(needs, loaded);
  });

  serve(app, getSealedAttachment, async ({ actor, params, request }) => {
    const loaded = await loadFor(needs, params, actor);
    const file = (await attachmentsOf(needs, loaded))[params.index];
    if (!file) throw notHere();
    await look(loaded, actor, request.ip, 'attachment');
    return { name: file.name, content: await readFile(needs.blobs, { blob: file.blob, key: Buffer.from(file.key, 'base64') }) };
  });

  serve(app, getSlip, async ({ actor, params, request }) => {
    const loaded = await loadFor(needs, params, actor);
    await look(loaded, actor, request.ip, 'slip');
    return { ...(await printSlip(needs, loaded)), show: true };
  });

  const look = ({ subject }: Loaded, by: Actor, place: string, purpose: string, fields: readonly string[] = []) =>
    needs.access.read({ by, place, purpose, subjects: [subject], fields });
}
