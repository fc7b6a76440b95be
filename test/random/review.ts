import type { ReviewCommand } from '#contexts/casework/domain/ways/review/commands.ts';
import type { Makers, Making } from './making.ts';

export function reviewMakers(_: Making): Makers<ReviewCommand> {
  return {};
}
