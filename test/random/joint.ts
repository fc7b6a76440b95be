import type { JointCommand } from '#contexts/casework/domain/ways/joint/commands.ts';
import type { Makers, Making } from './making.ts';

export function jointMakers(_: Making): Makers<JointCommand> {
  return {};
}
