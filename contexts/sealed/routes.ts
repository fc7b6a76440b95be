import type { FastifyInstance } from 'fastify';
import { dateInChina, plainDate } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Actor } from '#platform/actor.ts';
import { readFile } from '#platform/blobs-seal.ts';
import { serve } from '#platform/http.ts';
import { takeNote } from '#platform/words.ts';
import {
  classifySealed,
  getSealed,
  getSealedAttachment,
  getSlip,
  listSealed,
  markSealed,
  receiveSealed,
  refuseSealed,
  transferSealed as transferEndpoint,
} from './contract.ts';
import { notHere } from './domain/decide.ts';
import { COMMANDS, isStillSeen } from './domain/permissions.ts';
import { deskFor, isInvolved, recipientFor } from './domain/recipient.ts';
import { askerOf, handleSealed, loadSealed, placesOf, transferSealed, type Loaded, type SealedNeeds } from './handle.ts';
import { attachmentsOf, showRow, showSealed } from './handle/show.ts';
import { printSlip } from './handle/slip.ts';
import { findFiles, type SealedDb } from './store.ts';

const MOST = 500;

interface FileKey {
  readonly region: string;
  readonly file: string;
}

/** The sealed line over HTTP. A file that is not theirs answers exactly like one that does not exist (不变量 27). */
export function sealedRoutes(app: FastifyInstance, needs: SealedNeeds): void {
  const directory = () => needs.directory.current();
  const today = () => dateInChina(needs.now());

  serve(app, listSealed, async ({ actor }) => {
    const current = directory();
    const rows = await findFiles(needs.db.sql as SealedDb, current.organOf(actor.unit), MOST);
    const asker = askerOf(current, actor, today());
    return { today: today(), rows: rows.filter((row) => isStillSeen(asker, row, current)).map((row) => showRow(row, current)) };
  });

  serve(app, getSealed, async ({ actor, params, request }) => {
    const loaded = await load(params, actor);
    await look(loaded, actor, request.ip, 'seal', ['name', 'phone', 'address']);
    return showSealed(needs, loaded);
  });

  serve(app, getSealedAttachment, async ({ actor, params, request }) => {
    const loaded = await load(params, actor);
    const file = (await attachmentsOf(needs, loaded))[params.index];
    if (!file) throw notHere();
    await look(loaded, actor, request.ip, 'attachment');
    return { name: file.name, content: await readFile(needs.blobs, { blob: file.blob, key: Buffer.from(file.key, 'base64') }) };
  });

  serve(app, getSlip, async ({ actor, params, request }) => {
    const loaded = await load(params, actor);
    await look(loaded, actor, request.ip, 'slip');
    return { ...(await printSlip(needs, loaded)), show: true };
  });

  serve(app, classifySealed, async ({ actor, params, body: { seen, accusedUnit, whom, accused } }) => {
    const loaded = await loadFor('classify', params, actor);
    const current = directory();
    current.getOrgan(accusedUnit);
    const name = accused ? takeNote(accused) : undefined;
    const places = placesOf(needs);
    const recipient = recipientFor(accusedUnit, whom, places);
    const desk = deskFor(loaded.file.desk ?? '', accusedUnit, recipient, places);
    const command = { type: 'classify', accusedUnit, whom, recipient, desk, ...(name && { accused: name.words }), ...doneBy(actor) } as const;
    const n = await handleSealed(needs, loaded.subject, command, seen, name ? [name] : []);
    return { n, recipient: current.nameOf(recipient ?? ''), stays: desk === loaded.file.desk };
  });

  serve(app, transferEndpoint, async ({ actor, params, body: { seen, pages, sealNo } }) => {
    const { subject, file } = await loadFor('transfer', params, actor);
    const current = directory();
    const recipient = file.accused && recipientFor(file.accused.unit, file.accused.whom, placesOf(needs));
    const isOutside = recipient !== undefined && !isInvolved(recipient, file.accused!.unit, current);
    const command = (slipNo: string) => ({ type: 'transfer', recipient, isOutside, pages, sealNo, slipNo, ...doneBy(actor) }) as const;
    return { n: await transferSealed(needs, subject, file.desk ?? actor.unit, command, seen) };
  });

  serve(app, receiveSealed, async ({ actor, params, body: { seen, pages, sealNo } }) => {
    const { subject } = await loadFor('receive', params, actor);
    return { n: await handleSealed(needs, subject, { type: 'receive', pages, sealNo, ...doneBy(actor) }, seen) };
  });

  serve(app, refuseSealed, async ({ actor, params, body: { seen, reason } }) => {
    const { subject } = await loadFor('refuse', params, actor);
    const note = takeNote(reason);
    return { n: await handleSealed(needs, subject, { type: 'refuse', reason: note.words, ...doneBy(actor) }, seen, [note]) };
  });

  serve(app, markSealed, async ({ actor, params, body: { seen, mark, on } }) => {
    const { subject } = await loadFor('mark', params, actor);
    return { n: await handleSealed(needs, subject, { type: 'mark', mark, on: plainDate(on), ...doneBy(actor) }, seen) };
  });

  const load = ({ region, file }: FileKey, actor: Actor) => loadSealed(needs, { region, id: file }, actor);

  /** What the other side of a file has to do is told to be so; whoever sees no side of it hears that there is none. */
  async function loadFor(command: keyof typeof COMMANDS, params: FileKey, actor: Actor): Promise<Loaded> {
    const loaded = await load(params, actor);
    if (loaded.side === COMMANDS[command]) return loaded;
    throw new Refusal('NotAllowed', loaded.side === 'triage' ? '这一步由接收机关办理。' : '这一步由移送的信访部门办理。', '第三十条');
  }

  const look = ({ subject }: Loaded, by: Actor, place: string, purpose: string, fields: readonly string[] = []) =>
    needs.access.read({ by, place, purpose, subjects: [subject], fields });

  const doneBy = ({ person, unit }: Actor) => ({ by: { person, unit }, at: needs.now() });
}
