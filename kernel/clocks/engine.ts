import type { Law } from '../law.ts';
import type { Happening, Readings, Situation } from './reading.ts';

/** What the clocks show after one more act. Pure: the same acts give the same readings, whenever it is run. */
export function advance(readings: Readings, happening: Happening, situation: Situation, law: Law): Readings {
  void happening; void situation; void law;
  return readings;
}
