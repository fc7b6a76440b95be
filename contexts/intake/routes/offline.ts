import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { dateInChina } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { serve } from '#platform/http.ts';
import { newId } from '#platform/numbers-id.ts';
import { type OfflineShown, prepareDevice, syncOffline } from '../contract.ts';
import type { Offline } from '../domain/intake.ts';
import { signedText, timeThatCounts, type OfflineTimes } from '../domain/offline.ts';
import { findExternal, loadNo, type IntakeDb } from '../store.ts';
import { findDevice, insertDevice, type DeviceDb } from '../store-devices.ts';
import { whyNotCall } from './calls.ts';
import { mustSitAtDesk, type IntakeRouteNeeds } from './needs.ts';
import { receiptOf, register } from './register.ts';

/** 离线登记: made and signed on a device without a network, registered once when it is back (不变量 46). */
export function offlineRoutes(app: FastifyInstance, needs: IntakeRouteNeeds): void {
  serve(app, prepareDevice, async ({ actor, body }) => {
    mustSitAtDesk(actor);
    const public_key = Buffer.from(body.publicKey, 'base64');
    readKey(public_key); // a key that nobody can verify with is refused now, not in the village
    const device = newId();
    await insertDevice(needs.db.sql as DeviceDb, {
      region: actor.region,
      id: device,
      person: actor.person,
      unit: actor.unit,
      public_key,
      made_at: needs.now(),
    }).execute();
    return { device };
  });

  serve(app, syncOffline, async ({ actor, body }) => {
    mustSitAtDesk(actor);
    const { device: id, sequence, madeAt, registration, signature, decided } = body;
    const device = await findDevice(needs.db.sql as DeviceDb, actor.region, id);
    if (device?.unit !== actor.unit) {
      throw new Refusal('NotAllowed', '这台设备不是在本单位准备的离线登记。请由做这件登记的单位的人登录后再登记；内容还在这台设备里，没有丢。');
    }
    if (!verify('sha256', Buffer.from(signedText(body)), { key: readKey(device.public_key), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64'))) {
      throw new Refusal('AgainstRule', '这件离线登记的签名对不上，内容可能被改动过，没有登记。请照着内容在登记页上重新登记，并写明原来的时间。');
    }
    if (registration.parts?.some(({ accusation }) => accusation)) {
      throw new Refusal('AgainstRule', '检举控告不能离线登记。请联网后在登记页上登记，并删去这台设备里的这一件。', '第三十条');
    }

    const external = { source: `离线 ${id}`, id: `${sequence}` };
    const earlier = await findExternal(needs.db.sql as IntakeDb, actor.region, external.source, external.id);
    if (earlier) {
      const intake = { region: actor.region, id: earlier.subject };
      const { no, received_at } = await loadNo(needs.db.sql as IntakeDb, intake);
      return { receipt: receiptOf({ intake, no, receivedAt: received_at, known: true, matters: [] }), offline: null };
    }

    const times = { madeAt: new Date(madeAt), syncedAt: needs.now() };
    const { hours } = needs.lawOf(needs.packFor(actor.region, dateInChina(times.syncedAt))).limits.offline;
    const counts = timeThatCounts(times, hours, decided?.counts);
    if (!counts) {
      throw new Refusal('TooLate', `离线登记的时间距今超过${hours}小时，要由人决定以哪个时间为准。请选定并写明理由再登记；两个时间信访人都看得到。`);
    }
    const typed = new Date(registration.receivedAt); // when it came; nothing comes after it was written down
    const receivedAt = counts === 'server' ? times.syncedAt : typed < times.madeAt ? typed : times.madeAt;
    const offline = {
      device: id,
      sequence,
      deviceAt: times.madeAt.toISOString(),
      syncedAt: times.syncedAt.toISOString(),
      counts,
      ...(decided && times.madeAt < times.syncedAt && isLate(times, hours) && { why: decided.why }),
    };
    const arrived = { ...registration, receivedAt: receivedAt.toISOString(), external };
    const { call: _, ...plain } = arrived;
    const withoutCall = (await whyNotCall(needs, actor.region, arrived))?.message; // what came is registered all the same
    const receipt = await register(needs, actor, withoutCall ? plain : arrived, { offline });
    return { receipt, offline: receipt.known ? null : { ...offline, why: offline.why ?? null }, ...(withoutCall && { withoutCall }) };
  });
}

const isLate = (times: OfflineTimes, hours: number) => timeThatCounts(times, hours) === undefined;

/** Both times as they are shown to the desk and to the petitioner. */
export function offlineShown(offline: Offline | undefined, texts: ReadonlyMap<string, string>): OfflineShown | null {
  if (!offline) return null;
  const { deviceAt, syncedAt, sequence, counts, why } = offline;
  return { deviceAt, syncedAt, sequence, counts, why: why ? (texts.get(why.id) ?? '（内容已依法删除）') : null };
}

function readKey(spki: Buffer): KeyObject {
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key;
  } catch {
    // falls through to the same sentence: what came is no such key
  }
  throw new Refusal('Invalid', '这台设备交来的公钥读不出来，不能准备离线登记。请换一个浏览器再试。');
}
