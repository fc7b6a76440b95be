/** The places of the workbench, in the order of the rail, each for those who may use it. On a phone the first four stand below, the rest under 我的. */
import { mayOpenContent } from '#contexts/directory/domain/permissions.ts';
import { PAPER_PERMISSIONS } from '#contexts/documents/domain/permissions.ts';
import { RETENTION_READERS } from '#contexts/retention/domain/permissions.ts';
import { ALL_ROLES, type Role, SEALED_ROLES } from '#kernel/roles.ts';
import type { IconName } from '../shared/icons.tsx';

export interface Place {
  readonly to: string;
  readonly word: string; // two characters under the icon
  readonly long: string;
  readonly icon: IconName;
  readonly roles: readonly Role[]; // any one of them
}

/** Who sits at a desk that receives, writes down and says what it is. */
export const DESKS: readonly Role[] = ['intakeOfficer', 'triageOfficer', 'petitionDeptHead', 'unitClerk', 'unitHead'];

/** Whoever works with matters: not those who have the sealed line alone, and not who keeps the accounts, helps or looks in from outside. */
const WITH_MATTERS = ALL_ROLES.filter((role) => mayOpenContent([role]) && !(SEALED_ROLES as readonly Role[]).includes(role));
/** A grid worker has the daily patrol there, and nothing of a matter. */
const WITH_WORK: readonly Role[] = [...WITH_MATTERS, 'gridWorker'];

const PLACES: readonly Place[] = [
  { to: '/desk', word: '案头', long: '我的案头', icon: 'desk', roles: WITH_MATTERS },
  { to: '/sealed', word: '密件', long: '检举控告密件', icon: 'lock', roles: [...SEALED_ROLES, 'leader'] },
  { to: '/register', word: '登记', long: '登记来访、来信、来电', icon: 'letter', roles: DESKS },
  { to: '/intakes', word: '来件', long: '来件与甄别', icon: 'inbox', roles: DESKS },
  { to: '/matters', word: '事项', long: '信访事项', icon: 'matter', roles: WITH_MATTERS },
  { to: '/papers', word: '文书', long: '文书：等签、等发、等送达', icon: 'paper', roles: PAPER_PERMISSIONS.read },
  { to: '/work', word: '协同', long: '会议、督办、建议', icon: 'lamp', roles: WITH_WORK },
  { to: '/voices', word: '评价', long: '评价与投诉', icon: 'voice', roles: WITH_MATTERS },
  {
    to: '/figures',
    word: '情况',
    long: '期限办理情况',
    icon: 'figures',
    roles: ['unitHead', 'petitionDeptHead', 'supervisor', 'leader', 'jointConferenceOffice', 'auditor'],
  },
  { to: '/organs', word: '名录', long: '机关与账号', icon: 'tree', roles: ALL_ROLES },
  { to: '/calendar', word: '期限', long: '日历与期限规则', icon: 'calendar', roles: ALL_ROLES },
  { to: '/retention', word: '保存', long: '保存期限', icon: 'box', roles: RETENTION_READERS },
];

export const placesFor = (roles: readonly Role[]): readonly Place[] => PLACES.filter((place) => place.roles.some((role) => roles.includes(role)));

const BELOW = 4;
export const placesBelow = (roles: readonly Role[]) => placesFor(roles).slice(0, BELOW);
export const placesBeyond = (roles: readonly Role[]) => placesFor(roles).slice(BELOW);

export const mayGo = (roles: readonly Role[], path: string) => !PLACES.some(({ to }) => isAt(path, to)) || placesFor(roles).some(({ to }) => isAt(path, to));

export const isAt = (path: string, to: string) => path === to || path.startsWith(`${to}/`);
