import { replay } from '#kernel/decider.ts';
import { recordedBy, specify } from '#kernel/spec.ts';
import type { MatterAction } from '#contexts/casework/domain/actions.ts';
import { newestOf } from '#contexts/casework/domain/clocks.ts';
import type { MatterCommand } from '#contexts/casework/domain/commands.ts';
import type { ClockId } from '#kernel/clocks/rule.ts';
import { claim, decider, laws, opening, petition, UNITS, words } from './stories.ts';

/** Stories of the further ways of a matter: what has happened, one more command, what the clocks show then. */
export const given = specify(decider);
export const state = (actions: readonly MatterAction[], by = decider) => replay(by, actions);
export const also = (past: readonly MatterAction[], ...commands: readonly MatterCommand[]): MatterAction[] => recordedBy(decider, commands, past);
export const clock = (actions: readonly MatterAction[], id: ClockId, instance?: string) => newestOf(state(actions).clocks, id, instance);

/** The county's own promises in force as well: “520”, 双签, 绿色通道. */
export const qinghe = laws.inForce('2026-11-20', 'haichuan', 'linshui', 'qinghe');

/** A letter of a first-time petitioner in a county with promises of its own, up to the unit's inbox. */
export function letter(received: `${number}-${number}-${number}`, reached = received, more: Partial<typeof claim> = {}): MatterAction[] {
  return [
    { type: 'MatterOpened', ...opening(received, { pack: qinghe.version }), ...petition(received) },
    { type: 'MatterClassified', ...claim, ...more, ...petition(received) },
    { type: 'MatterReferred', assignment: 'assignment/1', to: UNITS.housing, ...petition(reached) },
    { type: 'AssignmentReceived', assignment: 'assignment/1', from: UNITS.petition, to: UNITS.housing, reportDuty: false, ...petition(reached) },
  ];
}

export const handler = { person: '李兰', card: words('李兰，科长') };
