import type { Directory } from '#contexts/directory/index.ts';
import type { Role } from '#kernel/roles.ts';

const WATCHERS: readonly Role[] = ['supervisor', 'petitionDeptHead', 'jointConferenceOffice', 'leader'];

/** Whoever watches over the region (第四十条): its petition department, the joint conference, its leaders. */
export function watchesRegion(directory: Directory, { unit, roles }: { readonly unit: string; readonly roles: readonly Role[] }): boolean {
  const type = directory.findOrgan(directory.organOf(unit))?.type;
  const isOver = directory.isPetitionDept(unit) || type === 'jointConference' || type === 'government' || type === 'party' || type === 'petitionOffice';
  return isOver && roles.some((role) => WATCHERS.includes(role));
}
