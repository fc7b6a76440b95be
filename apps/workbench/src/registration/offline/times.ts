/** Both times of what was taken down without a network, which counts, and why where a person said so (不变量 46). */
import type { OfflineShown } from '#contexts/intake/contract.ts';
import { moment } from '../../shared/dates.ts';

export const timesTold = ({ deviceAt, syncedAt, counts, why }: OfflineShown) =>
  `设备上的时间 ${moment(deviceAt)}，联网收到 ${moment(syncedAt)}，以${counts === 'device' ? '设备上的' : '联网收到的'}为准${why ? `：${why}` : ''}`;
