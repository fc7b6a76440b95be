import { statfs } from 'node:fs/promises';
import { ROOM, shareOf, type RoomLimits } from '#contexts/intake/index.ts';
import type { Settings } from '#platform/settings.ts';

/**
 * How much the portal may hold of what nobody has handed in: as set, or a share
 * of the disk that the files lie on.
 */
export function roomOf({ portalRoom: { draft, place, drafts }, s3, dataFolder }: Pick<Settings, 'portalRoom' | 's3' | 'dataFolder'>): RoomLimits {
  if (drafts !== undefined) return { draft, place, drafts: async () => drafts };
  if (s3) return { draft, place, drafts: ROOM.drafts };
  return { draft, place, drafts: async (held) => shareOf(await statfs(dataFolder), held) };
}
