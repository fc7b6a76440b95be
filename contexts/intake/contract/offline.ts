import Type, { type Static } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Uuid } from '#kernel/shapes.ts';

/** Registration where there is no network: made and signed on a device, registered once when it is back. */
const Base64 = (max: number) => Type.String({ pattern: '^[A-Za-z0-9+/]+=*$', maxLength: max });

/** 准备离线登记：设备自己造一对钥匙，只把公钥交来。 */
export const prepareDevice = {
  method: 'POST',
  url: '/api/intake/devices',
  body: Type.Object({ publicKey: Base64(400) }),
  reply: Type.Object({ device: Uuid }),
} as const satisfies Endpoint;

export const CountsGiven = Type.Enum(['device', 'server'], { description: '以哪个时间为准：设备上的，还是系统收到的' });

/** 离线登记的两个时间，和以哪个为准；超过72小时的，写明谁为什么这样定。 */
export const OfflineShown = Type.Object({
  deviceAt: Type.String({ format: 'date-time' }),
  syncedAt: Type.String({ format: 'date-time' }),
  sequence: Type.Integer(),
  counts: CountsGiven,
  why: Type.Union([Type.String(), Type.Null()]),
});
export type OfflineShown = Static<typeof OfflineShown>;
