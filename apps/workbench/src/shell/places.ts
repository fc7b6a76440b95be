/** The places of the workbench, in the order of the rail. On a phone the first four stand below, the rest under 我的. */
import { type Role, SEALED_ROLES } from '#kernel/roles.ts';
import type { IconName } from '../shared/icons.tsx';

export interface Place {
  readonly to: string;
  readonly word: string; // two characters under the icon
  readonly long: string;
  readonly icon: IconName;
  readonly phone?: true;
  readonly roles?: readonly Role[]; // only for them
}

export const PLACES: readonly Place[] = [
  { to: '/desk', word: '案头', long: '我的案头', icon: 'desk', phone: true },
  { to: '/register', word: '登记', long: '登记来访、来信、来电', icon: 'letter', phone: true },
  { to: '/intakes', word: '来件', long: '来件与甄别', icon: 'inbox', phone: true },
  { to: '/matters', word: '事项', long: '信访事项', icon: 'matter', phone: true },
  { to: '/sealed', word: '密件', long: '检举控告密件', icon: 'lock', roles: SEALED_ROLES },
  { to: '/voices', word: '评价', long: '评价与投诉', icon: 'voice' },
  { to: '/organs', word: '名录', long: '机关与账号', icon: 'tree' },
  { to: '/calendar', word: '期限', long: '日历与期限规则', icon: 'calendar' },
];

export const placesFor = (roles: readonly Role[]) => PLACES.filter((place) => !place.roles || place.roles.some((role) => roles.includes(role)));
