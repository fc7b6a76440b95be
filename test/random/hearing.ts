import type { HearingCommand } from '#contexts/casework/domain/ways/hearing/commands.ts';
import type { Makers, Making } from './making.ts';

export function hearingMakers(_: Making): Makers<HearingCommand> {
  return {};
}
